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

/** What a part of a cursor is read as; anything else would make the database fail. `place`: how many rows came before. */
type Parts = { integer: number; place: number; text: string; day: string; moment: string; uuid: string }

export type CursorPart = keyof Parts

/** The key of the last row of the page before, or null at the beginning. */
export function readCursor<const Shape extends readonly CursorPart[]>(
  after: string | null | undefined,
  shape: Shape,
): { -readonly [Place in keyof Shape]: Parts[Shape[Place]] } | null {
  if (after === null || after === undefined || after === '') return null
  const key = parsed(Buffer.from(after, 'base64url').toString('utf8'))
  const fits =
    Array.isArray(key) &&
    key.length === shape.length &&
    shape.every((kind, place) => isPart(key[place], kind))
  if (!fits) throw new UnreadableCursor()
  return key as { -readonly [Place in keyof Shape]: Parts[Shape[Place]] }
}

function isPart(value: unknown, kind: CursorPart): boolean {
  if (kind === 'integer') return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
  if (kind === 'place') return isPart(value, 'integer') && Number(value) >= 0
  if (typeof value !== 'string' || value.includes('\u0000')) return false
  if (kind === 'day') return isDay(value)
  if (kind === 'moment')
    return isMoment.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))
  return kind === 'text' || isUuid.test(value)
}

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A day of the calendar: 31 February is none. */
function isDay(text: string): boolean {
  const at = /^[12]\d{3}-\d\d-\d\d$/.test(text) ? new Date(text) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const isMoment = /^[12]\d{3}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::?\d\d)?)$/

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Anything may stand in an address; what is no JSON is no cursor.
    return null
  }
}
