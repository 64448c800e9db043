import { z } from 'zod'
import { inLanguage, type Translated } from '#platform/languages.ts'
import { yearRange } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { columnsOfList, type ListColumn, type ListedRow } from './listed.ts'
import { allDimensions, sources, views, type Dimension, type PartQuery, type SourceName } from './part.ts'
import { columnKeys, partWords, valueLabel } from './part-words.ts'
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
  /** Of the others, records without any in that of the columns. */
  noColumn: z.int(),
  rows: z.array(valueShape),
  columns: z.array(z.object({ code: z.string(), label: z.string() })),
  /** `shown`, of a matrix: how many entries of the Stocktaking name both. */
  cells: z.array(
    z.object({ row: z.string(), column: z.string(), count: z.int(), shown: z.int().nullable() }),
  ),
  /** Of a list: what stands in `facts` of each record. */
  listColumns: z.array(z.object({ code: z.string(), label: z.string() })),
  /** Records as they were called then, with the page where everybody can read them now. */
  listed: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      path: z.string().nullable(),
      /** The organization of an entry, the words of a duty, the plan of an item. */
      within: z.string().nullable(),
      facts: z.array(z.string()),
    }),
  ),
})

export type PartRecord = z.infer<typeof partShape>

export type WordedPart = {
  key: string
  query: PartQuery
  result: Result
  labels: Record<string, Translated>
  /** Not of lists that were frozen before they kept what their records were called. */
  listed?: readonly ListedRow[]
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
    noColumn: result.noColumn ?? 0,
    rows: hasOwnOrder.has(by ?? '') ? rows.toSorted((a, b) => byNumber.compare(a.code, b.code)) : rows,
    columns: columns.map((code) => ({ code, label: label(across, code) })),
    cells: result.cells.map((cell) => ({ ...cell, shown: cell.shown ?? null })),
    listColumns: result.listed.length === 0 ? [] : listHeads(visit, query.source),
    listed: result.listed.map((id) => listedRecord(visit, part, id, listed.get(id))),
  }
}

const listHeads = ({ t }: Pick<Visit, 't'>, source: SourceName): PartRecord['listColumns'] =>
  columnsOfList(source).map((code) => ({ code, label: t(columnKeys[code]) }))

function listedRecord(
  visit: Pick<Visit, 't' | 'language'>,
  { query, labels, listed = [] }: WordedPart,
  id: string,
  now: { title: string; path: string | null } = { title: id, path: null },
): PartRecord['listed'][number] {
  const row = listed.find((one) => one.id === id)
  const worded = (column: ListColumn): string => {
    const values = row?.values[column] ?? []
    if (column === 'year') return values.length === 0 ? '' : yearRange(...ends(values.map(Number)))
    const dimension = allDimensions.find((one) => one === column)
    return dimension === undefined
      ? values.join('')
      : values.map((value) => valueLabel(visit, labels, dimension, value)).join(visit.t('words.comma'))
  }
  return {
    id,
    title: (row && inLanguage(row.title, visit.language)?.text) ?? now.title,
    path: now.path,
    within: row?.within ? (inLanguage(row.within, visit.language)?.text ?? null) : null,
    facts: columnsOfList(query.source).map(worded),
  }
}

const ends = (years: readonly number[]): [number, number] => [Math.min(...years), Math.max(...years)]

/** Puts C10 behind C2. */
const byNumber = new Intl.Collator('en', { numeric: true })

/** Values that have an order of their own stand in it; of the others the most frequent come first. */
const hasOwnOrder = new Set<string>(['action-line', 'sdg', 'gdc', 'year'])
