import type { LanguageCode } from '../../languages.ts'
import type { Paper, PaperTable, PaperWords } from '../paper.ts'
import type { Printed } from './clean-text.ts'
import { textWidth } from './page-size.ts'

/** More of a table nobody reads on paper, and it would take minutes to set. */
export const mostRows = 1000

/** A page is wide enough for so many columns. */
export const mostColumns = 18

type Around = Pick<Paper, 'language' | 'words'>

/** A table for the page; one that has more columns than a page is wide goes on in further ones, each with the first column. */
export function printedTables(table: PaperTable, paper: Around, say: Printed) {
  const { caption, names, rows } = table
  if (names.length === 0) return []
  if (names.length <= mostColumns) return [printedTable(table, paper, say)]
  const each = mostColumns - 1
  const count = Math.ceil((names.length - 1) / each)
  return Array.from({ length: count }, (_, place) => {
    const part = <Cell>(all: readonly Cell[]) => [
      ...all.slice(0, 1),
      ...all.slice(1 + place * each, 1 + (place + 1) * each),
    ]
    const ofAll = { ...table, caption: `${caption} (${place + 1}/${count})` }
    return printedTable({ ...ofAll, names: part(names), rows: rows.map(part) }, paper, say)
  })
}

/** A table with the widths of its columns, and letters that grow smaller as columns grow more. */
function printedTable({ caption, names, rows }: PaperTable, { language, words }: Around, say: Printed) {
  const shown = rows.slice(0, mostRows).map((row) => names.map((_, place) => say(row[place] ?? '')))
  const [size, inset] = letters(names.length)
  const hasLongCells = shown.some((row) => row.some((cell) => cell.length > longCell))
  const ofLanguage = { size: size * sizeOf(language), inset }
  const widths = columnWidths(names, shown, ofLanguage)
  return {
    block: 'table' as const,
    caption: say(caption),
    names: names.map(({ text, isNumber }) => ({ text: say(text), isNumber })),
    ...{ widths, rows: shown },
    ...{ size, inset },
    isWhole: linesOf(shown, widths, ofLanguage) <= keptTogether && !hasLongCells,
    hasLongCells,
    cut: rows.length > mostRows ? rowsPrinted(words, rows.length) : null,
  }
}

/**
 * A table of so many lines is not broken between two pages: a longer one would leave too much white where it has no room. No row is
 * broken, unless there is a cell that is too long for that.
 */
const [keptTogether, longCell] = [12, 500]

const rowsPrinted = (words: PaperWords, of: number): string =>
  words.rows.replace('{number}', String(mostRows)).replace('{of}', String(of))

/** As size-of in template/speech.typ. */
const sizeOf = (language: LanguageCode): number => (language === 'ar' ? 1.2 : 1)

type Letters = { size: number; inset: number }

/** In points: the size of letters, and the room at the sides of a cell. */
function letters(columns: number): [number, number] {
  if (columns <= 5) return [9.5, 5]
  if (columns <= 8) return [8.5, 4]
  if (columns <= 12) return [7.5, 3]
  return [6.5, 2]
}

/** In points, or as a part of what is left. */
type ColumnWidth = { points: number } | { part: number }

/** A column of words that needs no more than this is short, in points; and so much of the page may be given to fixed widths. */
const [shortWidth, mostFixed] = [90, 0.75]

/** Numbers and short words get what they need, the widest column of words and other long ones share the rest. */
function columnWidths(
  names: PaperTable['names'],
  rows: readonly (readonly string[])[],
  { size, inset }: Letters,
): ColumnWidth[] {
  const signs = names.map((name, place) => columnSigns(name, place, rows, names.length))
  const widestNumber = Math.max(0, ...signs.filter((_, place) => names[place]?.isNumber))
  const wanted = names.map(({ isNumber }, place) => {
    const points = (isNumber ? widestNumber : (signs[place] ?? 0)) * size * signWidth + 2 * inset
    return { points, isNumber }
  })
  const widestWords = Math.max(0, ...wanted.filter(({ isNumber }) => !isNumber).map(({ points }) => points))
  const isFixed = ({ points, isNumber }: (typeof wanted)[number]) =>
    isNumber || (points <= shortWidth && points < widestWords)
  const fixed = wanted.filter(isFixed).reduce((sum, { points }) => sum + points, 0)
  const areFixed = widestWords > 0 && fixed <= mostFixed * textWidth
  return wanted.map((one) => (areFixed && isFixed(one) ? { points: one.points } : { part: one.points }))
}

/** How many lines of a page the rows take, about. */
function linesOf(
  rows: readonly (readonly string[])[],
  widths: readonly ColumnWidth[],
  { size, inset }: Letters,
): number {
  const fixed = widths.reduce((sum, width) => sum + ('points' in width ? width.points : 0), 0)
  const parts = widths.reduce((sum, width) => sum + ('part' in width ? width.part : 0), 0)
  const signsIn = widths.map((width) => {
    const points = 'points' in width ? width.points : (width.part / parts) * (textWidth - fixed)
    return Math.max(1, (points - 2 * inset) / (size * signWidth))
  })
  const linesOfRow = (row: readonly string[]) =>
    Math.max(1, ...row.map((cell, place) => Math.ceil(signsOf(cell) / (signsIn[place] ?? 1))))
  return rows.reduce((sum, row) => sum + linesOfRow(row), 0)
}

/** Of a Latin letter, as a part of its size. */
const signWidth = 0.6

const [fewestSigns, mostSigns] = [3, 60]
const [fewColumns, shortName] = [3, 30]

function columnSigns(
  { text, isNumber }: PaperTable['names'][number],
  place: number,
  rows: readonly (readonly string[])[],
  columns: number,
): number {
  // Few columns leave room for a name in one line.
  const inOneLine = columns <= fewColumns ? text.slice(0, shortName) : ''
  const words = [inOneLine, ...text.split(/[\s\u200b]/)].map((word) => signsOf(word) * 1.15)
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
