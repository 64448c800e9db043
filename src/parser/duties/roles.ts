import type { LanguageCode } from '../language-code.ts'
import type { Plain } from '../names/fold.ts'
import type { Mention } from '../names/mentions.ts'
import { roleWords } from '../names/role-words.ts'
import type { VerbGroup } from './clauses/clause.ts'

export type Roles = { recipients: Mention[]; via: Mention[] }

/** For whom and through whom, in the stretch of the sentence that belongs to one group of verbs. */
export function rolesIn(
  text: Plain,
  from: number,
  group: VerbGroup,
  mentions: Mention[],
  language: LanguageCode,
): Roles {
  const inside = mentions.filter((one) => one.start >= from && one.end <= group.until)
  const words = roleWords[language]
  const joinVia = { test: (between: string) => words.join.test(between) && !again.test(between) }
  const via = chosen(inside, text.text, from, joinVia, (one, before) => {
    const after = text.text.slice(one.end)
    return words.via.test(before) && words.afterVia.test(after) && !after.startsWith("'s")
  })
  const recipients = chosen(
    inside.filter((one) => !via.includes(one)),
    text.text,
    from,
    words.join,
    (one, before) => isRecipient(one, before, text.text, group, language),
  )
  return { recipients, via }
}

/** 'through the Council, to the Assembly': a preposition of its own makes it a recipient. */
const again = /(?:^|\s)(?:to|a|al|au|aux|الي)(?:\s|$)/u

function isRecipient(
  one: Mention,
  before: string,
  text: string,
  group: VerbGroup,
  language: LanguageCode,
): boolean {
  const words = roleWords[language]
  if (words.anyVerb.test(before)) return true
  const verbs = group.verbs.map(unaccented)
  if (verbs.some((verb) => words.directVerbs.test(verb)) && isDirectObject(one, text, group, language))
    return true
  if (!verbs.some((verb) => words.transmits.test(verb))) return false
  if (language === 'ru') return isDative(one, before, words.to)
  if (language === 'ar') return words.to.test(before) || /^[وف]?لل/u.test(text.slice(one.start, one.end))
  return words.to.test(before)
}

const unaccented = (verb: string): string =>
  verb
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u0653-\u0655](?<!и\u0306)/gu, '')
    .normalize('NFC')

/** 'provide X with …', 'inform X of …': nothing but an article stands between verb and name. */
function isDirectObject(one: Mention, text: string, group: VerbGroup, language: LanguageCode): boolean {
  if (one.start < group.end) return false
  if (
    !/^[ ,]*(?:(?:the|all|its|relevant|le|la|les|l'|el|los|las|a|al|les) ?)*$/iu.test(
      text.slice(group.end, one.start),
    )
  )
    return false
  const provides =
    language === 'en' && group.verbs.some((verb) => /^(?:provide|furnish|supply|update)$/.test(verb))
  return !provides || /^[^;]{0,60}? with /.test(text.slice(one.end))
}

const dative = /(?:ому|ему|[ую]|ой|ей|е|ии|ам|ям|и)(?:\s|$)/u
const genitiveOnly = /^\p{L}*(?:ого|его|ых|их|ов|ев|ей|а|я|ии)(?:\s|$)/u

/** Russian marks the recipient by its case. An acronym has none, so what stands before it decides. */
function isDative(one: Mention, before: string, to: RegExp): boolean {
  if (/(?:перед|(?:^|[^\p{L}])(?:в|во)) $/iu.test(before)) return to.test(before)
  if (/(?:^|[^\p{L}])(?:через|для|с|со|от|по|о|об|из|у|к|ко|на|при|между|под|за|в|во|и|или) $/iu.test(before))
    return false
  const first = one.printed.split(/\s+/)[0] ?? ''
  if (/(?<!\p{L})(?:на|в|о|об) [\p{L}-]+ $/iu.test(before) && first === first.toUpperCase()) return false
  if (first === first.toUpperCase()) return !/(?:ого|его|ой|ей|ых|их|ов|ии|ия|ий|ы|и) $/iu.test(before)
  if (!dative.test(`${first} `)) return false
  return (
    !genitiveOnly.test(`${first} `) ||
    /(?:ть|ти|чь|ся|но|же|отчет|доклад|информацию|вклад|помощь|резюме|отчеты|доклады|предложения|документы|взносы|материалы), ?$|(?:ть|ти|чь|ся|но|отчет|доклад|информацию|вклад|помощь|резюме|отчеты|доклады|предложения|документы|взносы|материалы) (?:следующ\p{L}+ |очередн\p{L}+ )?$/u.test(
      before,
    )
  )
}

/** Takes the names that the rule accepts, and those that a list joins to them. */
function chosen(
  mentions: Mention[],
  text: string,
  from: number,
  join: { test: (between: string) => boolean },
  accepts: (one: Mention, before: string) => boolean,
): Mention[] {
  const taken: Mention[] = []
  for (const [index, one] of mentions.entries()) {
    const previous = taken.at(-1)
    // A name inside a remark ('maintained by ITU') may stand between two of a list.
    const listed =
      previous !== undefined &&
      join.test(text.slice(previous.end, one.start)) &&
      mentions.indexOf(previous) >= index - 2
    if (accepts(one, text.slice(from, one.start)) || listed) taken.push(one)
  }
  return taken
}
