import type { LanguageCode, Translated } from '#platform/languages.ts'
import { languageCodes } from '#platform/languages.ts'
import { keptCode } from '#platform/search/analysis/codes.ts'
import type { SearchKind } from './search.ts'

/** One record as search sees it, in all languages that it has. */
export type SearchEntry = {
  kind: SearchKind
  id: string
  revision: string | null
  address: string | null
  title: Translated
  body: Translated
  codes: string[]
}

export type SearchRow = Omit<SearchEntry, 'title' | 'body'> & {
  language: LanguageCode
  title: string
  body: string
}

/** A row for every language in which the record says anything; a title may come from another language, a body may not. */
export function rowsOf(entry: SearchEntry): SearchRow[] {
  const codes = [...new Set(entry.codes.filter((code) => code !== '').map(keptCode))]
  return languageCodes.flatMap((language) => {
    const title = entry.title[language] ?? ''
    const body = entry.body[language] ?? ''
    return title === '' && body === '' ? [] : [{ ...entry, codes, language, title, body }]
  })
}

/** Texts of several fields in each language, one below the other. */
export function together(...texts: Translated[]): Translated {
  const joined = languageCodes.map((code) => {
    const lines = texts.map((text) => text[code] ?? '').filter((line) => line !== '')
    return [code, [...new Set(lines)].join('\n')] as const
  })
  return Object.fromEntries(joined.filter(([, text]) => text !== ''))
}

/** The ways in which people cite a number: '70/125' is also A/RES/70/125. */
export function numberCodes(body: string | null, number: string | null): string[] {
  if (number === null) return []
  const bare = /^(?:ITU-R|UIT-R) (\d+)$/.exec(number)?.[1]
  const symbol = body === 'unga' ? [`A/RES/${number}`] : body === 'ecosoc' ? [`E/RES/${number}`] : []
  return [number, ...(bare ? [bare] : []), ...symbol]
}

/** 'resolves 6 i' and 'resolves/6/i' both lead to the provision. */
export const addressCodes = (revision: string, address: string): string[] => [
  address,
  address.replaceAll('/', ' '),
  `${revision}/${address}`,
]
