import { accepts } from 'hono/accepts'
import type { Context } from 'hono'
import { languageCodes, type LanguageCode } from '../languages.ts'

/** The official language that the reader's browser asks for; English when it asks for none of the six. */
export function preferredLanguage(c: Context): LanguageCode {
  const supports = [...languageCodes]
  return accepts(c, {
    header: 'Accept-Language',
    supports,
    default: 'en',
    match: (wanted) => {
      const sorted = [...wanted].sort((a, b) => b.q - a.q)
      const found = sorted
        .map(({ type }) => type.toLowerCase().split('-')[0])
        .find((code) => supports.includes(code as LanguageCode))
      return found ?? 'en'
    },
  }) as LanguageCode
}
