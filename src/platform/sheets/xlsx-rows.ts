import { scanXmlInSteps } from '../packages/xml-scan.ts'
import type { SheetBudget } from './limits.ts'
import type { SharedTexts } from './shared-texts.ts'
import { columnLetters, UnreadableSheet, type PlacedRow } from './sheet.ts'
import { momentOf } from './xlsx-numbers.ts'
import { unescapedText } from './xlsx-text.ts'
import { rowVisitor, type RawCell, type RawRow } from './xlsx-visit.ts'

/** What the numbers in cells mean. */
export type CellSense = { shared: SharedTexts; isDate: boolean[]; isFrom1904: boolean }

export async function* rowsOfSheet(
  part: AsyncIterable<Uint8Array>,
  sense: CellSense,
  budget: SheetBudget,
): AsyncGenerator<PlacedRow> {
  let rows: RawRow[] = []
  const visitor = rowVisitor(budget.limits, (row) => rows.push(row))
  for await (const _ of scanXmlInSteps(part, visitor, budget)) {
    const complete = rows
    rows = []
    // Texts are looked up for one row at a time: many cells may point to one long text.
    for (const row of complete) yield placed(row, sense)
  }
  for (const row of rows) yield placed(row, sense)
}

function placed({ number, cells }: RawRow, sense: CellSense): PlacedRow {
  const values: string[] = []
  for (const cell of cells) {
    while (values.length < cell.column) values.push('')
    values[cell.column] = valueOf(cell, number, sense)
  }
  return { number, values }
}

function valueOf({ type, style, text, column }: RawCell, row: number, sense: CellSense): string {
  if (type === 's') {
    const shared = /^\d{1,9}$/.test(text) ? sense.shared.at(Number(text)) : null
    if (shared === null)
      throw new UnreadableSheet('sheet.cell-broken', { row, column: columnLetters(column) })
    return shared
  }
  if (type === 'b') return text === '1' || text === 'true' ? 'true' : 'false'
  if (type === 'd') return text.replace(/T00:00:00(?:\.0+)?Z?$/, '')
  // What a formula gives (`str`) and what stands in the cell itself are texts; an error is told by its sign.
  if (type !== 'n') return unescapedText(text)
  const number = Number(text)
  if (text.trim() === '' || Number.isNaN(number)) return text.trim()
  return (sense.isDate[style] === true ? momentOf(number, sense.isFrom1904) : null) ?? String(number)
}
