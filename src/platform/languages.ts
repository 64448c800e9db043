/** The six official languages of the United Nations, in the order in which the site offers them. */
export const languageCodes = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

export type LanguageCode = (typeof languageCodes)[number]

export const isLanguageCode = (text: string): text is LanguageCode =>
  (languageCodes as readonly string[]).includes(text)

export type Language = {
  code: LanguageCode
  /** Its name in itself. */
  endonym: string
  /** For the lang attribute: simplified characters are told for Chinese. */
  tag: string
  direction: 'ltr' | 'rtl'
  /** For Intl: Latin digits in Arabic, as United Nations documents print them; British order of dates. */
  locale: string
  /** ISO 639-2, for Akoma Ntoso. */
  iso6392: string
}

export const languages: Record<LanguageCode, Language> = {
  ar: { code: 'ar', endonym: 'العربية', tag: 'ar', direction: 'rtl', locale: 'ar-u-nu-latn', iso6392: 'ara' },
  zh: { code: 'zh', endonym: '中文', tag: 'zh-Hans', direction: 'ltr', locale: 'zh-Hans', iso6392: 'zho' },
  en: { code: 'en', endonym: 'English', tag: 'en', direction: 'ltr', locale: 'en-GB', iso6392: 'eng' },
  fr: { code: 'fr', endonym: 'Français', tag: 'fr', direction: 'ltr', locale: 'fr', iso6392: 'fra' },
  ru: { code: 'ru', endonym: 'Русский', tag: 'ru', direction: 'ltr', locale: 'ru', iso6392: 'rus' },
  es: { code: 'es', endonym: 'Español', tag: 'es', direction: 'ltr', locale: 'es', iso6392: 'spa' },
}

/** A text in some or all of the six languages. */
export type Translated = Partial<Record<LanguageCode, string>>

/** The text in the language asked for, or else in the first that has one, with the language that it is in. */
export function inLanguage(
  text: Translated,
  language: LanguageCode,
): { text: string; language: LanguageCode } | null {
  const own = text[language]
  if (own) return { text: own, language }
  const order: LanguageCode[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar']
  const other = order.find((code) => text[code])
  return other ? { text: text[other] ?? '', language: other } : null
}
