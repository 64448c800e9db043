import type { SheetOut } from '#platform/sheets/xlsx-write.ts'
import { activityTable } from './activity-table.ts'
import type { Known } from './data-package.ts'
import { codeTable, describedColumns, fieldTable } from './dictionary.ts'
import type { OpenEntry } from './open-entry.ts'
import { cellsOf, type OpenTable } from './open-table.ts'
import { tagTable, titleTable } from './part-tables.ts'
import { slices } from './slices.ts'

/** What one sheet may hold, so that its part of the file stays under 4 GB and its rows under what Excel opens. */
const entriesEach = 100_000
const rowsEach = 1_000_000

/** The register as sheets: what is too long for a cell stands in the sheet of tags. */
export function workbook(
  entries: () => AsyncIterable<OpenEntry>,
  { facts, codes, words }: Known,
): SheetOut[] {
  const short = { ...activityTable, columns: activityTable.columns.filter(({ isLong }) => isLong !== true) }
  return [
    ...sheets(short, entries(), facts.entries, entriesEach),
    ...sheets(tagTable, entries(), facts.tags, rowsEach),
    ...sheets(titleTable, entries(), facts.titles, rowsEach),
    ...sheets(codeTable, [codes], 0, rowsEach),
    ...sheets(fieldTable(words), [describedColumns(words)], 0, rowsEach),
  ]
}

function sheets<Source, Row>(
  table: OpenTable<Source, Row>,
  sources: AsyncIterable<Source> | Iterable<Source>,
  rows: number,
  each: number,
): SheetOut[] {
  const parts = slices(cellsOf(table, sources), each)
  const count = Math.max(1, Math.ceil(rows / each))
  const columns = table.columns.map(({ name, type }) => ({
    name,
    kind: type === 'integer' || type === 'number' ? ('number' as const) : ('text' as const),
  }))
  return Array.from({ length: count }, (_, place) => ({
    name: count === 1 ? table.name : `${table.name} ${place + 1}`,
    columns,
    rows: parts.next(),
  }))
}
