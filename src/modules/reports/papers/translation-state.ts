import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { FrozenTexts } from '../freezing/edition.ts'

/** What can be said of a whole report in one language. */
export const translationStates = ['original', 'complete', 'machine', 'outdated', 'partly', 'missing'] as const

export type TranslationState = (typeof translationStates)[number]

/** How many of the texts of a report there are in a language, and the worst that must be said of them. */
export type InLanguage = { language: LanguageCode; state: TranslationState; there: number; all: number }

/** Each language for itself, counted over the texts that the report has in its own. */
export function inLanguages(original: LanguageCode, texts: readonly FrozenTexts[]): InLanguage[] {
  const written = texts.filter((one) => one[original] !== undefined)
  return languageCodes.map((language) => {
    const there = written.flatMap((one) => one[language] ?? [])
    const states = new Set(there.map(({ state }) => state))
    const count = { language, there: there.length, all: written.length }
    if (language === original) return { ...count, state: 'original' }
    if (there.length === 0) return { ...count, state: 'missing' }
    if (there.length < written.length) return { ...count, state: 'partly' }
    if (states.has('outdated')) return { ...count, state: 'outdated' }
    return { ...count, state: states.has('machine') ? 'machine' : 'complete' }
  })
}
