import type { Cell } from './cell.ts'
import type { SheetColumn } from './xlsx-write.ts'

/** In points, of a line of the font in which sheets are written. */
export const lineHeight = 15
/** Excel opens no higher row. */
const highestRow = 409

/**
 * How high a row must be for all of it to be seen. Some programs, LibreOffice among them, give every row of a file one line; the
 * words are not measured here, so that there may be a line too many.
 */
export const rowHeight = (columns: readonly SheetColumn[], cells: readonly Cell[]): number =>
  Math.min(highestRow, lineHeight * Math.max(1, ...cells.map((cell, place) => linesOf(cell, columns[place]))))

const linesOf = (cell: Cell, column: SheetColumn | undefined): number =>
  typeof cell !== 'string' || column?.isWrapped !== true || column.width === undefined
    ? 1
    : cell
        .split('\n')
        .map((line) => Math.max(1, Math.ceil(lettersOf(line) / (column.width ?? 1))))
        .reduce((sum, count) => sum + count, 0)

/** A tenth more, since lines end between words; what is as wide as it is high counts twice. */
const lettersOf = (line: string): number => 1.1 * (line.length + (line.match(wide)?.length ?? 0))

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu
