import { z } from 'zod'
import {
  inLanguage,
  languageCodes,
  languages,
  type LanguageCode,
  type Translated,
} from '#platform/languages.ts'
import { yearRange } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { columnsOfList, type ListColumn, type ListedRow } from './listed.ts'
import { allDimensions, sources, views, type Dimension, type PartQuery, type SourceName } from './part.ts'
import { nameKey } from './label-queries.ts'
import { columnKeys, headWords, partWords, valueLabel } from './part-words.ts'
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
      /** Of the title. */
      language: z.enum(languageCodes),
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
export type ListedNames = ReadonlyMap<string, Named>

type Named = { title: string; language: LanguageCode; path: string | null }

/** What the Goals are called, by their number. */
export type GoalNames = ReadonlyMap<number, Translated>

export function partRecord(
  visit: Pick<Visit, 't' | 'language'>,
  part: WordedPart,
  { period, listed, goals }: { period: Period; listed: ListedNames; goals: GoalNames },
): PartRecord {
  const { key, query, result, labels } = part
  const { by, across } = query
  const known = { ...goalNames(goals), ...labels }
  const label = (of: Dimension | null, value: string) =>
    of === null ? value : valueLabel(visit, known, of, value)
  const filled = new Set(result.cells.map(({ column }) => column))
  const columns = [...(across === 'sdg' && filled.size > 0 ? filled.union(allGoals) : filled)]
  const rows = result.rows.map(({ value, count }) => ({ code: value, label: label(by, value), count }))
  const { compare } = new Intl.Collator(languages[visit.language].locale)
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
    rows: rows.toSorted((a, b) =>
      hasOwnOrder.has(by ?? '')
        ? byNumber.compare(a.code, b.code)
        : b.count - a.count || compare(a.label, b.label),
    ),
    columns: columns.sort(byNumber.compare).map((code) => ({ code, label: label(across, code) })),
    cells: result.cells.map((cell) => ({ ...cell, shown: cell.shown ?? null })),
    listColumns: result.listed.length === 0 ? [] : listHeads(visit, query.source),
    listed: result.listed.map((id) => listedRecord(visit, part, id, listed.get(id))),
  }
}

/** A Goal that nothing names is an empty column, not a missing one. */
const allGoals: ReadonlySet<string> = new Set(Array.from({ length: 17 }, (_, place) => String(place + 1)))

const goalNames = (goals: GoalNames): Record<string, Translated> =>
  Object.fromEntries([...goals].map(([goal, name]) => [nameKey('sdg', String(goal)), name]))

const listHeads = (
  { t, language }: Pick<Visit, 't' | 'language'>,
  source: SourceName,
): PartRecord['listColumns'] =>
  columnsOfList(source).map((code) => ({ code, label: headWords(language, t(columnKeys[code])) }))

function listedRecord(
  visit: Pick<Visit, 't' | 'language'>,
  { query, labels, listed = [] }: WordedPart,
  id: string,
  now: Named = { title: id, language: visit.language, path: null },
): PartRecord['listed'][number] {
  const row = listed.find((one) => one.id === id)
  const then = row && inLanguage(row.title, visit.language)
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
    title: then?.text ?? now.title,
    language: then?.language ?? now.language,
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
