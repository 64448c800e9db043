import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import { isLanguageCode, type LanguageCode } from '../languages.ts'

/** The official language that the reader's browser asks for; English when it asks for none of the six. */
export const preferredLanguage = (c: Context): LanguageCode => languageOf(c.req.header('Accept-Language'))

/** The same by the header. */
export function languageOf(header: string | undefined): LanguageCode {
  if (header === undefined) return 'en'
  return (
    parseAccept(header)
      .toSorted((a, b) => b.q - a.q)
      .map(({ type }) => type.toLowerCase().split('-')[0] ?? '')
      .find(isLanguageCode) ?? 'en'
  )
}
