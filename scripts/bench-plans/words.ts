import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'

/** A field in all languages but the one in which it was written first. */
export const otherLanguages = <Field extends string>(
  words: Record<LanguageCode, Record<Field, string>>,
  original: LanguageCode,
  field: Field,
): Translated =>
  Object.fromEntries(
    languageCodes.filter((code) => code !== original).map((code) => [code, words[code][field]]),
  )
