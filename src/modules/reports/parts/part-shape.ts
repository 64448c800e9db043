import { z } from 'zod'
import type { Translated } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { allDimensions, sources, views, type Dimension, type PartQuery } from './part.ts'
import { partWords, valueLabel } from './part-words.ts'
import type { Period, Result } from './result.ts'

const dimension = z.enum(allDimensions as [Dimension, ...Dimension[]])

const valueShape = z.object({ code: z.string(), label: z.string(), count: z.int() })

/** A live part with its answer, worded for a reader. */
export const partShape = z.object({
  key: z.string(),
  source: z.enum(sources),
  view: z.enum(views),
  by: dimension.nullable(),
  across: dimension.nullable(),
  filters: z.record(z.string(), z.string()),
  inPeriod: z.boolean(),
  /** The question in words. */
  words: z.string(),
  total: z.int(),
  /** Records without any value in the dimension of the rows. */
  none: z.int(),
  rows: z.array(valueShape),
  columns: z.array(z.object({ code: z.string(), label: z.string() })),
  cells: z.array(z.object({ row: z.string(), column: z.string(), count: z.int() })),
  listed: z.array(z.object({ id: z.string(), title: z.string(), path: z.string().nullable() })),
})

export type PartRecord = z.infer<typeof partShape>

export type WordedPart = {
  key: string
  query: PartQuery
  result: Result
  labels: Record<string, Translated>
}

/** What records of lists are called, by id. */
export type ListedNames = ReadonlyMap<string, { title: string; path: string | null }>

export function partRecord(
  visit: Pick<Visit, 't' | 'language'>,
  part: WordedPart,
  { period, listed }: { period: Period; listed: ListedNames },
): PartRecord {
  const { key, query, result, labels } = part
  const { by, across } = query
  const label = (of: Dimension | null, value: string) =>
    of === null ? value : valueLabel(visit, labels, of, value)
  const columns = [...new Set(result.cells.map(({ column }) => column))].sort(byNumber.compare)
  const rows = result.rows.map(({ value, count }) => ({ code: value, label: label(by, value), count }))
  return {
    key,
    source: query.source,
    view: query.view,
    by,
    across,
    filters: query.filters,
    inPeriod: query.inPeriod,
    words: partWords(visit, part, period),
    total: result.total,
    none: result.none,
    rows: hasOwnOrder.has(by ?? '') ? rows.toSorted((a, b) => byNumber.compare(a.code, b.code)) : rows,
    columns: columns.map((code) => ({ code, label: label(across, code) })),
    cells: result.cells,
    listed: result.listed.map((id) => ({ id, ...(listed.get(id) ?? { title: id, path: null }) })),
  }
}

/** Puts C10 behind C2. */
const byNumber = new Intl.Collator('en', { numeric: true })

/** Values that have an order of their own stand in it; of the others the most frequent come first. */
const hasOwnOrder = new Set<string>(['action-line', 'sdg', 'gdc', 'year'])
