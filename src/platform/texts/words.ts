import { languageCodes, type LanguageCode, type Translated } from '../languages.ts'
import type { FieldText } from './text-state.ts'

/** By language and field, as `translationsOf` asks for it; null for a record that has none. */
export type Translations = Partial<Record<LanguageCode, Record<string, FieldText>>> | null

/** Languages in which a text must be labelled: a machine wrote it, or the source was edited after it. */
export type Unchecked = Partial<Record<LanguageCode, 'machine' | 'outdated'>>

/** The record's own words, and in the languages in which it has none, what was translated. */
export const withTranslations = (own: Translated, translations: Translations, field: string): Translated => ({
  ...Object.fromEntries(
    languageCodes.flatMap((code) => {
      const text = translations?.[code]?.[field]?.text
      return text ? [[code, text]] : []
    }),
  ),
  ...own,
})

export const uncheckedIn = (own: Translated, translations: Translations, field: string): Unchecked =>
  Object.fromEntries(
    languageCodes.flatMap((code) => {
      const there = translations?.[code]?.[field]
      const isShown = !own[code] && there?.text
      return isShown && (there.state === 'machine' || there.state === 'outdated') ? [[code, there.state]] : []
    }),
  )
