import { csvLine } from '../sheets/csv-write.ts'
import type { Column } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'

/** A table for people's spreadsheets, written as those of `platform/sheets/` are, so that it could come in again. */
export function asCsv<Row>(visit: Visit, columns: Column<Row>[], rows: Row[]): string {
  const lines = rows.map((row) => csvLine(columns.map((column) => column.value(row, visit) ?? null)))
  return `\uFEFF${csvLine(columns.map(({ name }) => name))}${lines.join('')}`
}
