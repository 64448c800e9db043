import { languageCodes, type LanguageCode } from '#platform/languages.ts'

/**
 * Terms live in spaces: the words of each language, the codes, and the concepts met in the texts of each language. So one
 * dictionary holds them all and a term tells in which language it was met.
 */
export const wordSpaces: readonly number[] = languageCodes.map((_, place) => place)
export const codeSpace = languageCodes.length
export const spaceCount = 2 * languageCodes.length + 1

export const wordSpace = (language: LanguageCode): number => languageCodes.indexOf(language)
export const conceptSpace = (language: LanguageCode): number => codeSpace + 1 + wordSpace(language)

/** The language of the texts in which the terms of a space were met; null for codes. */
export const languageOfSpace = (space: number): LanguageCode | null =>
  space === codeSpace ? null : (languageCodes[space < codeSpace ? space : space - codeSpace - 1] ?? null)
