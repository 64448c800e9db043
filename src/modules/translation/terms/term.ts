import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'

/** By language: the term to use, then others that mean the same. */
export type TermWords = Partial<Record<LanguageCode, string[]>>

/** official: the name that an organization uses in each language; own: this platform's terminology work. */
export type TermStatus = 'official' | 'own'

export type Term = {
  id: string
  status: TermStatus
  /** Where it comes from: 'terms', 'bodies', or the code tree. */
  source: string
  actionLines: string[]
  words: TermWords
}

/** The words to use, one in each language that has any. */
export const preferred = (words: TermWords): Translated =>
  Object.fromEntries(languageCodes.flatMap((code) => (words[code]?.[0] ? [[code, words[code][0]]] : [])))
