import { asOfParameter } from '../past/as-of.ts'
import { addressOf } from '../web/address.ts'
import type { Visit } from '../web/visit.ts'

/** What a part must know of the visit to word itself and to link: language, words, address and filters. */
export type Place = Pick<Visit, 'language' | 't' | 'path' | 'query'>

/** An address of this site in the reader's language, and of the day that they look at; `path` is without the language. */
export const linkTo = (
  place: Place,
  path: string,
  query: Record<string, string | number | null> = {},
): string => addressOf(place.language, path, { [asOfParameter]: place.query.get(asOfParameter), ...query })

/**
 * This page with some parameters changed and all others kept; null takes one away.
 * It starts at the first page of the list again, since a cursor belongs to one choice of filters.
 */
export function here(place: Place, changes: Record<string, string | number | null>): string {
  const query = new URLSearchParams(place.query)
  query.delete('after')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, String(value))
  }
  return addressOf(place.language, place.path, query)
}

/** Another page with the filters of this one, from its beginning. */
export function thereWith(place: Place, path: string): string {
  const query = new URLSearchParams(place.query)
  for (const name of ['after', 'limit']) query.delete(name)
  return addressOf(place.language, path, query)
}
