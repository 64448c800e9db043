import type { PaperTable, PaperWords } from '../paper.ts'
import { printedText } from './clean-text.ts'
import { textWidth } from './page-size.ts'

/** More of a table nobody reads on paper, and it would take minutes to set. */
export const mostRows = 1000

/** A table with the widths of its columns, and letters that grow smaller as columns grow more. */
export function printedTable({ caption, names, rows }: PaperTable, words: PaperWords) {
  const shown = rows.slice(0, mostRows).map((row) => names.map((_, place) => printedText(row[place] ?? '')))
  const [size, inset] = letters(names.length)
  return {
    block: 'table' as const,
    caption: printedText(caption),
    names: names.map(({ text, isNumber }) => ({ text: printedText(text), isNumber })),
    widths: columnWidths(names, shown, { size, inset }),
    rows: shown,
    ...{ size, inset },
    isWhole: shown.length <= keptTogether,
    cut: rows.length > mostRows ? rowsPrinted(words, rows.length) : null,
  }
}

/** A table of so many rows is not broken between two pages. */
const keptTogether = 14

const rowsPrinted = (words: PaperWords, of: number): string =>
  words.rows.replace('{number}', String(mostRows)).replace('{of}', String(of))

type Letters = { size: number; inset: number }

/** In points: the size of letters, and the room at the sides of a cell. */
function letters(columns: number): [number, number] {
  if (columns <= 5) return [9.5, 5]
  if (columns <= 8) return [8.5, 4]
  if (columns <= 12) return [7.5, 3]
  return columns <= 18 ? [6.5, 2] : [5.5, 1.5]
}

/** In points, or as a part of what is left: short columns get what they need, the others share the rest. */
type ColumnWidth = { points: number } | { part: number }

const [shortPoints, mostShort] = [90, 0.75]

function columnWidths(
  names: PaperTable['names'],
  rows: readonly (readonly string[])[],
  { size, inset }: Letters,
): ColumnWidth[] {
  const points = (signs: number) => signs * size * 0.6 + 2 * inset
  const signs = names.map((name, place) => columnSigns(name, place, rows))
  const widestNumber = Math.max(0, ...signs.filter((_, place) => names[place]?.isNumber))
  const wanted = signs.map((own, place) => points(names[place]?.isNumber ? widestNumber : own))
  const short = wanted.filter((width) => width <= shortPoints)
  const areShort =
    short.length < wanted.length && short.reduce((sum, width) => sum + width, 0) <= mostShort * textWidth
  return wanted.map((width) => (areShort && width <= shortPoints ? { points: width } : { part: width }))
}

const [fewestSigns, mostSigns] = [3, 60]

function columnSigns(
  { text, isNumber }: PaperTable['names'][number],
  place: number,
  rows: readonly (readonly string[])[],
): number {
  const words = text.split(/[\s\u200b]/).map((word) => signsOf(word) * 1.15)
  const cells = rows.map((row) => signsOf(row[place] ?? ''))
  const longest = Math.max(
    fewestSigns,
    ...words,
    cells.reduce((most, cell) => Math.max(most, cell), 0),
  )
  return isNumber ? longest : Math.min(longest, mostSigns)
}

/** In Latin letters, two of which are about as wide as a Chinese one. */
const signsOf = (text: string): number => {
  let signs = 0
  for (const sign of text) signs += sign >= '\u2e80' ? 1.8 : 1
  return signs
}
