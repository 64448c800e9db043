import type { PaperTable } from '../paper.ts'
import { pageRoom } from './page.ts'

/** In twentieths of a point: what one sign of a cell is wide, and the room at both sides of it. */
export type CellLetters = { sign: number; inset: number }

/** A column of words that needs no more than this is short; and so much of the page may be given to fixed widths. */
const [shortWidth, mostFixed] = [1_900, 0.75]

/** Numbers and short words get what they need; what is left is for the columns of many words, by what is longest in them. */
export function widthsOf({ names, rows }: PaperTable, { sign, inset }: CellLetters): number[] {
  const signs = names.map((name, place) => columnSigns(name, place, rows, names.length))
  const widestNumber = Math.max(0, ...signs.filter((_, place) => names[place]?.isNumber))
  const wanted = names.map(({ isNumber }, place) => ({
    width: (isNumber ? widestNumber : (signs[place] ?? 0)) * sign + inset,
    isNumber,
  }))
  const widestWords = Math.max(0, ...wanted.map(({ width, isNumber }) => (isNumber ? 0 : width)))
  const isShort = ({ width, isNumber }: (typeof wanted)[number]) =>
    isNumber || (width <= shortWidth && width < widestWords)
  const fixed = sum(wanted.filter(isShort).map(({ width }) => width))
  const areFixed = widestWords > 0 && fixed <= mostFixed * pageRoom
  const isFixed = (one: (typeof wanted)[number]) => areFixed && isShort(one)
  const parts = sum(wanted.filter((one) => !isFixed(one)).map(({ width }) => width))
  const left = pageRoom - (areFixed ? fixed : 0)
  return wanted.map((one) => Math.floor(isFixed(one) ? one.width : (one.width / parts) * left))
}

/** How many lines of a page the rows take, about. */
export const linesOf = ({ rows }: PaperTable, widths: readonly number[], letters: CellLetters): number =>
  sum(
    rows.map((row) =>
      Math.max(
        1,
        ...row.map((text, place) => {
          const room = ((widths[place] ?? 0) - letters.inset) / letters.sign
          return Math.ceil(signsOf(text) / Math.max(1, room))
        }),
      ),
    ),
  )

const [fewestSigns, mostSigns] = [3, 60]
const [fewColumns, shortName] = [3, 22]

/** A head is bold; that of numbers may stand in two lines, but few columns leave room for a name in one. */
function columnSigns(
  { text, isNumber }: PaperTable['names'][number],
  place: number,
  rows: PaperTable['rows'],
  columns: number,
): number {
  const inOneLine = columns <= fewColumns ? text.slice(0, shortName) : ''
  const words = [inOneLine, ...text.split(/\s/)].map((word) => signsOf(word) * bold)
  const half = isNumber ? Math.min((signsOf(text) / 2) * bold, mostOfHead) : 0
  const longest = rows.reduce((most, row) => Math.max(most, signsOf(row[place] ?? '')), fewestSigns)
  return Math.min(mostSigns, Math.max(longest, half, ...words))
}

const [bold, mostOfHead] = [1.15, 14]

/** In Latin letters, two of which are about as wide as a Chinese one. */
export function signsOf(text: string): number {
  let signs = 0
  for (const sign of text) signs += sign >= '\u2E80' ? 1.8 : 1
  return signs
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
