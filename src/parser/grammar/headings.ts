import type { LanguageCode } from '../language-code.ts'
import { findAct, wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import type { Addressee } from './addressees.ts'
import { readAddressees } from './addressees.ts'

export type Heading = {
  text: string
  act: string
  kind: 'preamble' | 'operative'
  addressees: Addressee[]
  /** What follows in the same paragraph and is the provision itself, '' for a heading that stands alone. */
  clause: string
  /** All words of it are known: verb, addressees, nothing else. */
  certain: boolean
}

const trailing = /[\s,:;：，、،؛—–-]+$/u

/** 'invites Member States to', 'يدعو الدول الأعضاء إلى': the first word of every provision below may end the heading. */
const hanging: Record<LanguageCode, RegExp> = {
  en: /(?<=\p{L}) to$/u,
  fr: /(?<=\p{L}) (?:à|de)$/u,
  es: /(?<=\p{L}) (?:a(?: que)?|que)$/u,
  ru: /(?<=\p{L}),? чтобы$/u,
  zh: /(?!)/u,
  ar: /(?<=\p{L}) (?:كذلك|[أا]يضاً?|إلى(?: ما يلي| أن)?|على(?: ما يلي| أن)?|[أا]ن|ب[أا]ن|بما يلي|ما يلي)$/u,
}

/** Reads a text as section heading: 'considering further', 'instructs the Secretary-General'; null when it cannot be one. */
export function parseHeading(
  printed: string,
  language: LanguageCode,
  prefer: Heading['kind'],
): Heading | null {
  const act = findAct(printed, language, prefer)
  if (!act) return null
  const text = printed.replace(trailing, '')
  const mayHang = /^\p{Ll}|[^:：\s]\s*$/u.test(printed)
  const rest = text
    .slice(act.length)
    .trim()
    .replace(mayHang ? hanging[language] : /(?!)/u, '')
  const base = { act: act.key, kind: act.kind, addressees: [], clause: '' }
  if (rest === '' || isComplement(rest, language)) return { ...base, text, certain: true }
  if (/^[\d\p{P}]/u.test(rest) && !/^[(（'‘’"“«،,]|^\d{4}年|^\d{1,2}-\p{L}/u.test(rest)) return null
  const runIn = {
    ...base,
    text: printed.slice(0, act.length),
    clause: printed.slice(act.length).trim(),
    certain: false,
  }
  if (act.kind === 'preamble') return runIn
  if (startsClause(rest, language)) return runIn

  const { addressees, clause, remark } = readAddressees(rest, language)
  const certain = addressees.length > 0 && addressees.every(({ slug }) => slug !== null) && clause === ''
  if (clause !== '') {
    const head = text.slice(0, text.length - clause.length).replace(trailing, '')
    const whole = printed.slice(printed.indexOf(clause, head.length)).trim()
    if (addressees.some(({ slug }) => slug === null) || addressees.length === 0) return runIn
    return { ...base, text: head, addressees, clause: whole, certain: false }
  }
  if (remark.length > 160 || text.length > 400) return null
  return { ...base, text, addressees, certain }
}

/** 'that', 'with concern', 'the following': words that make no sentence of a heading. */
function isComplement(rest: string, language: LanguageCode): boolean {
  const words = wordsOf[language]
  const any = [words.complements, words.further, words.also, words.adverbs].join('|')
  return new RegExp(`^(?:,?\\s*(?:${forgiving(any)}))+$`, 'iu').test(rest)
}

function startsClause(rest: string, language: LanguageCode): boolean {
  if (language === 'zh' || language === 'ar') return false
  const openers: Record<'en' | 'fr' | 'es' | 'ru', RegExp> = {
    en: /^(?:that|to (?!the |all |Member|its |ITU|administrations|governments)\p{Ll}|its|their|of|for|on|in|with|by|this|these|those|there|not)(?![\p{L}])/u,
    fr: /^(?:que|qu['’]|de(?! la | l['’])|d['’]|ses|sa|son|ce|cette|dans|sur|en)(?![\p{L}])/u,
    es: /^(?:que|de(?! la| los| las)|su|sus|en|por|con|este|esta)(?![\p{L}])/u,
    ru: /^(?:что|чтобы|о|об|свою|свои|в|на|за|эту|этот)(?![\p{L}])/u,
  }
  return openers[language].test(rest)
}

/** The heading goes on in the next line: it ends with 'the', 'of', 'and' or with half a name. */
export function isDangling(text: string, language: LanguageCode): boolean {
  const danglers = wordsOf[language].danglers.split('|').map(forgiving).join('|')
  const before = language === 'zh' ? '' : "(?:^|[\\s'’])"
  return new RegExp(`${before}(?:${danglers})$`, 'u').test(text)
}

export function beginsWithConjunction(text: string, language: LanguageCode): boolean {
  const plain: Record<LanguageCode, RegExp> = {
    en: /^(?:and|or|as well as|&)\s/u,
    fr: /^(?:et|ou|ainsi que?)\s/u,
    es: /^(?:y|e|o|así como)\s/u,
    ru: /^(?:и|или|а также)\s/u,
    zh: /^(?:和|及|以及|与|、)/u,
    ar: /^و(?!إذ)(?:ال|لل|مدير|أعضاء)/u,
  }
  return plain[language].test(text)
}

/** '…, in close collaboration' and below it 'with the Director …'; '…,' and below it 'in collaboration with …'. */
export function remarkGoesOn(text: string, next: string, language: LanguageCode): boolean {
  const [noun, link] = remarks[language]
  return (
    (noun.test(text) && link.test(next)) || (/[,،，]$/u.test(text) && noun.test(next) && next.length < 160)
  )
}

const remarks: Record<LanguageCode, [noun: RegExp, link: RegExp]> = {
  en: [
    /^in (?:close )?(?:coll|cons|coop|coor|conj)|(?:collaboration|consultation|cooperation|coordination|conjunction)$/u,
    /^with /u,
  ],
  fr: [
    /^en (?:étroite )?(?:coll|cons|coop|coor|conc|liai)|(?:collaboration|consultation|coopération|coordination|concertation|liaison)$/u,
    /^avec /u,
  ],
  es: [
    /^en (?:estrecha )?(?:cola|cons|coop|coor)|(?:colaboración|consulta|cooperación|coordinación)$/u,
    /^con /u,
  ],
  ru: [
    /^(?:в|при) (?:тесн|сотр|взаи|конс|коор)|(?:сотрудничестве|взаимодействии|консультации|координации)$/u,
    /^(?:с|со) /u,
  ],
  zh: [/^与.*(?:协作|合作|磋商|协商|协调)$/u, /(?!)/u],
  ar: [/^(?:بالتعاون|بالتشاور|بالتنسيق)|(?:بالتعاون|بالتشاور|بالتنسيق)(?: الوثيق)?$/u, /^مع /u],
}
