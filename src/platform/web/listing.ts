import type { Translated } from '../languages.ts'

/** A page of a list: all that match are counted, the next page is asked for with `next`. */
export type ListOf<Row, FacetName extends string = never> = {
  rows: Row[]
  total: number
  next: string | null
  facets: Record<FacetName, FacetCount[]>
}

/** How many would remain with this value; the counts of a filter ignore that filter itself. */
export type FacetCount = {
  value: string
  /** Null when the value is a code that the pages name with a message (state, cadence, year). */
  label: Translated | null
  count: number
}

export type PageOf = { after?: string | null; limit?: number }

export const mostRows = 200
export const usualRows = 50

/** A filter or cursor that cannot be: the caller answers 400 and names it. */
export class UnreadableCursor extends Error {
  constructor() {
    super('the cursor was not made by this list')
    this.name = 'UnreadableCursor'
  }
}

export const limitOf = (page: PageOf): number => Math.max(1, Math.min(page.limit ?? usualRows, mostRows))

export const writeCursor = (key: unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** What the database is asked to read a part of a cursor as; anything else would make it fail. */
export type CursorPart = 'integer' | 'text' | 'moment' | 'uuid'

/** The key of the last row of the page before, or null at the beginning. */
export function readCursor(
  after: string | null | undefined,
  shape: number | readonly CursorPart[],
): (string | number)[] | null {
  if (after === null || after === undefined || after === '') return null
  const key = parsed(Buffer.from(after, 'base64url').toString('utf8'))
  const length = typeof shape === 'number' ? shape : shape.length
  const kindOf = (place: number) => (typeof shape === 'number' ? null : (shape[place] ?? null))
  const fits =
    Array.isArray(key) && key.length === length && key.every((one, place) => isPart(one, kindOf(place)))
  if (!fits) throw new UnreadableCursor()
  return key as (string | number)[]
}

function isPart(value: unknown, kind: CursorPart | null): boolean {
  if (kind === 'integer') return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
  if (kind === 'moment')
    return typeof value === 'string' && isMoment.test(value) && !Number.isNaN(Date.parse(value))
  if (kind === 'uuid') return typeof value === 'string' && isUuid.test(value)
  return typeof value === 'number' || (typeof value === 'string' && !value.includes('\u0000'))
}

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isMoment = /^[12]\d{3}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::?\d\d)?)$/

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Anything may stand in an address; what is no JSON is no cursor.
    return null
  }
}
