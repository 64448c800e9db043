export { isLanguageCode, languageCodes, type LanguageCode } from '#platform/languages.ts'
