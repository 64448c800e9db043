import type { LanguageCode } from '../language-code.ts'
import type { VerbGroup } from './clauses/clause.ts'

/** 'not to hold conferences' asks for the opposite of 'to hold conferences': the verb says so. */
export function withNegation(text: string, group: VerbGroup, language: LanguageCode): string[] {
  const { before, word } = negations[language]
  if (group.end === 0 || group.verbs.length === 0) return group.verbs
  const lead = text.slice(Math.max(0, group.start - 14), group.end)
  if (!before.test(lead)) return group.verbs
  return group.verbs.map((verb, index) => (index === 0 ? `${word}${verb}` : verb))
}

/** The patterns look at what ends with the verb. */
const negations: Record<LanguageCode, { before: RegExp; word: string }> = {
  en: { before: /\bnot (?!only)(?:to )?(?:be )?(?:[a-z]+ly )?[\p{L}-]+$/u, word: 'not ' },
  fr: { before: /\bne (?:pas|plus) (?:[\p{L}']+ )?[\p{L}']+$/u, word: 'ne pas ' },
  es: { before: /\bno (?:se |les? |l[ao]s? )?[\p{L}]+$/u, word: 'no ' },
  ru: { before: /(?<!\p{L})не \p{L}+$/u, word: 'не ' },
  zh: { before: /(?:不得|不应|不再|不要|勿|切勿)[^,;。]{0,12}$/u, word: '不' },
  ar: { before: /(?:(?:^|[^\p{L}])ب?(?:الا|عدم)|(?:^|[^\p{L}])لا) [\p{L}]+$/u, word: 'عدم ' },
}
