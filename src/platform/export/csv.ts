import { stringify } from 'csv-stringify/sync'
import type { Column } from '../web/site.ts'
import type { Visit } from '../web/visit.ts'

/** A table for people's spreadsheets: UTF-8 with BOM, CRLF, and no text that a spreadsheet would run as a formula. */
export function asCsv<Row>(visit: Visit, columns: Column<Row>[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map((column) => column.value(row, visit) ?? null))
  return stringify([columns.map(({ name }) => name), ...lines], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  })
}
