import type { LanguageCode } from '../language-code.ts'
import { roleWords } from '../names/role-words.ts'
import type { VerbGroup } from './clauses/clause.ts'

/** 'to report annually to the Council and every four years to the conference' is two duties of one verb. */
export function splitClocks(groups: VerbGroup[], text: string, language: LanguageCode): VerbGroup[] {
  const second = seconds[language]
  if (second === null) return groups
  return groups.flatMap((group) => {
    if (!group.verbs.some((verb) => roleWords[language].transmits.test(unaccented(verb)))) return [group]
    const match = second.exec(text.slice(group.end, group.until))
    if (match === null) return [group]
    const start = group.end + match.index + match[0].length
    return [
      { ...group, until: group.end + match.index },
      { ...group, start, end: start },
    ]
  })
}

const unaccented = (verb: string): string => verb.normalize('NFD').replaceAll(/[\u0300-\u036f]/gu, '')

/** The join, when after it comes another clock or another thing and then another recipient. */
const seconds: Record<LanguageCode, RegExp | null> = {
  en: /(?<=to .*),? and (?=(?:every (?:two|four|other) years?|annually|biennially|each year|an? (?:[\p{L}-]+ ){0,2}(?:reports?|summary|update))(?: on [^,;]{1,60})? to (?:the|its|all|each|\p{Lu}))/u,
  fr: /(?<= (?:a|au|aux) .*),? et (?=(?:tous les (?:deux|quatre) ans|chaque annee|annuellement|un (?:rapport|resume)(?: [\p{L}-]+)?),? (?:a|au|aux) )/u,
  es: /(?<= (?:a|al) .*),? y (?=(?:cada (?:dos|cuatro) anos|anualmente|cada ano|un (?:informe|resumen)(?: [\p{L}-]+)?),? (?:a|al) )/u,
  ru: /(?<=\p{L} .*),? (?:и|а также) (?=(?:каждые (?:два|четыре) года|раз в (?:два|четыре) года|ежегодно|(?:\p{L}+(?:ый|ий|ой) )(?:отчет|доклад)) (?:перед )?(?:\p{L}+(?:ой|ей) )?\p{Lu})/u,
  zh: null,
  ar: /(?<=الي .*) و(?=(?:كل (?:سنتين|اربع سنوات)|سنويا|تقريرا? \p{L}+) الي )/u,
}
