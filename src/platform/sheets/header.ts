import type { SheetBudget } from './limits.ts'
import { columnLetters, UnreadableSheet, type PlacedRow, type SheetRow } from './sheet.ts'

/** Rows by the names that stand in the first row that is not empty, or in row `at`. Tells `heard` the names. */
export async function* namedRows(
  rows: AsyncIterable<PlacedRow>,
  at: number | null,
  heard: (names: string[]) => void,
): AsyncGenerator<SheetRow> {
  let names: string[] | null = null
  for await (const row of rows) {
    if (names) {
      const cells = cellsOf(row, names)
      if (cells) yield { number: row.number, cells }
    } else if (at === null ? row.values.some((value) => value.trim() !== '') : row.number >= at) {
      names = namesOf(row)
      heard(names.filter((name) => name !== ''))
    }
  }
  if (!names) throw new UnreadableSheet('sheet.empty')
}

function namesOf({ values }: PlacedRow): string[] {
  const names = values.map((value) => value.trim())
  const doubled = names.find((name, place) => name !== '' && names.indexOf(name) < place)
  if (doubled !== undefined) throw new UnreadableSheet('sheet.column-twice', { column: doubled })
  return names
}

/** Null for an empty row. */
function cellsOf({ number, values }: PlacedRow, names: string[]): Record<string, string> | null {
  let cells: Record<string, string> | null = null
  for (const [place, value] of values.entries()) {
    if (value === '') continue
    const name = names[place] ?? ''
    // Passed over in silence, it would be lost.
    if (name === '')
      throw new UnreadableSheet('sheet.column-nameless', { row: number, column: columnLetters(place) })
    cells ??= Object.create(null) as Record<string, string>
    cells[name] = value
  }
  return cells
}

/** Refuses too many rows, and rows that are too long. */
export async function* withinLimits(
  rows: AsyncIterable<SheetRow>,
  { limits }: SheetBudget,
): AsyncGenerator<SheetRow> {
  let count = 0
  for await (const row of rows) {
    count += 1
    if (count > limits.rows) throw new UnreadableSheet('sheet.rows', { limit: limits.rows })
    let characters = 0
    for (const name in row.cells) {
      const { length } = row.cells[name] ?? ''
      if (length > limits.cellCharacters)
        throw new UnreadableSheet('sheet.cell', {
          row: row.number,
          column: name,
          limit: limits.cellCharacters,
        })
      characters += length
    }
    if (characters > limits.rowCharacters)
      throw new UnreadableSheet('sheet.row', { row: row.number, limit: limits.rowCharacters })
    yield row
  }
}
