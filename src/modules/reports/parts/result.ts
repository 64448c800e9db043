import type { SaidColumn } from './listed.ts'
import type { Dimension, PartQuery } from './part.ts'

/** A record as a live part counts it: what it is, which revision of it, and its values in each dimension. */
export type Fact = {
  id: string
  revision: number
  /** The day on which it came into being for the public; null where no day is known. */
  day: string | null
  values: Partial<Record<Dimension, readonly string[]>>
  /** What else a list says of it, by column. */
  said?: Partial<Record<SaidColumn, string>>
  /** Of an indicator: the plan item that it measures. */
  item?: string
}

/** The period of a report, as year-month-day; both days belong to it. */
export type Period = { from: string; to: string }

export type Count = { value: string; count: number }

/** `shown`, of the Matrix alone: how many entries of the Stocktaking name both. */
export type Cell = { row: string; column: string; count: number; shown?: number }

/** What a live part says. A record with several values counts for each of them, but once in the total. */
export type Result = {
  total: number
  /** By value, the most frequent first; of what has none too. */
  rows: Count[]
  /** Those without any value in the dimension of the rows. */
  none: number
  /** Of those with a row, how many have no column; only where there are any. */
  noColumn?: number
  /** Only where there are columns. */
  cells: Cell[]
  /** Ids of the first records, the latest first; of lists only. */
  listed: string[]
}

export const mostListed = 25

/** The facts that a question is about. */
export const matching = (query: PartQuery, facts: readonly Fact[], period: Period): Fact[] => {
  const filters = Object.entries(query.filters) as [Dimension, string][]
  return facts.filter(
    ({ day, values }) =>
      filters.every(([name, value]) => values[name]?.includes(value) ?? false) &&
      (!query.inPeriod || (day !== null && day >= period.from && day <= period.to)),
  )
}

/** Counts the facts that were found; a pure rule, so that a frozen report can be counted again. */
export function resultOf(query: PartQuery, found: readonly Fact[]): Result {
  const { by, across, view } = query
  const rows = new Map<string, number>()
  const cells = new Map<string, number>()
  let none = 0
  let noColumn = 0
  for (const { values } of found) {
    const own = by === null ? [] : (values[by] ?? [])
    const columns = across === null ? [] : (values[across] ?? [])
    if (by !== null && own.length === 0) none += 1
    else if (across !== null && columns.length === 0) noColumn += 1
    for (const row of own) {
      rows.set(row, (rows.get(row) ?? 0) + 1)
      for (const column of columns) cells.set(`${row}\t${column}`, (cells.get(`${row}\t${column}`) ?? 0) + 1)
    }
  }
  return {
    total: found.length,
    rows: [...rows].map(([value, count]) => ({ value, count })).sort(mostFirst),
    none,
    ...(noColumn === 0 ? {} : { noColumn }),
    cells: [...cells].map(cellOf).sort(inReadingOrder),
    listed: view === 'list' ? latest(found) : [],
  }
}

/** How many entries show each linked cell of the Matrix, and which entries these are. */
export function shownIn(
  { by, across }: PartQuery,
  result: Result,
  entries: readonly Fact[],
): { result: Result; entries: Fact[] } {
  if (by === null || across === null) return { result, entries: [] }
  const shown = new Map(result.cells.map(({ row, column }) => [`${row}\t${column}`, 0]))
  const found = entries.filter(({ values }) => {
    const keys = (values[by] ?? []).flatMap((row) =>
      (values[across] ?? []).map((column) => `${row}\t${column}`).filter((key) => shown.has(key)),
    )
    for (const key of new Set(keys)) shown.set(key, (shown.get(key) ?? 0) + 1)
    return keys.length > 0
  })
  const cells = result.cells.map((cell) => ({
    ...cell,
    shown: shown.get(`${cell.row}\t${cell.column}`) ?? 0,
  }))
  return { result: { ...result, cells }, entries: found }
}

const mostFirst = (one: Count, other: Count): number =>
  other.count - one.count || compare(one.value, other.value)

const cellOf = ([key, count]: [string, number]) => {
  const [row = '', column = ''] = key.split('\t')
  return { row, column, count }
}

const inReadingOrder = (one: Cell, other: Cell): number =>
  compare(one.row, other.row) || compare(one.column, other.column)

const latest = (found: readonly Fact[]): string[] =>
  found
    .toSorted((one, other) => compare(other.day ?? '', one.day ?? '') || compare(one.id, other.id))
    .slice(0, mostListed)
    .map(({ id }) => id)

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))
