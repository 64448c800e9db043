/** The six official languages of the United Nations, in the order in which the site offers them. */
export const languageCodes = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

export type LanguageCode = (typeof languageCodes)[number]

export const isLanguageCode = (text: string): text is LanguageCode => (languageCodes as readonly string[]).includes(text)
