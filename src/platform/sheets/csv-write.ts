import { inPieces } from '../packages/in-pieces.ts'
import type { Cell, Rows } from './cell.ts'
import { guarded } from './guarded.ts'

/** A table for people's spreadsheets, row by row: UTF-8 with its mark, CRLF, and no text that a spreadsheet would run. */
export const writeCsv = (columns: readonly string[], rows: Rows): AsyncGenerator<Uint8Array> =>
  inPieces(csvLines(columns, rows))

async function* csvLines(columns: readonly string[], rows: Rows): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns)}`
  for await (const row of rows) yield csvLine(row)
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  // A number is no text: it keeps its sign and gets no apostrophe.
  if (typeof cell !== 'string') return String(cell)
  const text = guarded(cell)
  return mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What parts cells and rows in any program, white space at an end, and the beginnings of files of other kinds. */
const mustQuote = /[",;\t\r\n]|^\s|\s$|^[[{<%]|^sep=/i
