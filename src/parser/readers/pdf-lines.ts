import type { RawPiece } from './marks.ts'
import { withMarks } from './marks.ts'
import type { PdfItem, PdfPage } from './pdf-pages.ts'
import { rowsInColumns } from './pdf-columns.ts'
import {
  foldedForms,
  inReadingOrder,
  isCombining,
  isRightToLeft,
  mirror,
  withMirroredBrackets,
} from './pdf-order.ts'
import type { Row } from './pdf-rows.ts'
import { leftOf, rightOf, rowsOf } from './pdf-rows.ts'
import type { Line } from './pieces.ts'
import { hasText, linesOf } from './pieces.ts'

/** A printed line of a PDF, with its place on the page. */
export type PdfLine = Line & {
  page: number
  column: number
  y: number
  left: number
  right: number
  size: number
  isFromTheRight: boolean
}

export function linesOfPage(page: PdfPage): PdfLine[] {
  const rows = rowsOf(page.items.filter((item) => !item.isTurned))
  const isFromTheRight = isRightToLeft(page.items.map((item) => item.text))
  const placed = rowsInColumns(rows, isFromTheRight).flatMap(({ rows: inside, column }) =>
    inside.map((row) => ({ row, column, pieces: piecesOf(row, isFromTheRight) })),
  )
  const isMirrored = isFromTheRight && withMirroredBrackets(placed.map(({ pieces }) => textOf(pieces)))
  return placed.flatMap(({ row, column, pieces }) => {
    const [line] = linesOf(withMarks(isMirrored ? pieces.map(mirrored) : pieces), 'print')
    if (!line || !hasText(line)) return []
    const place = {
      page: page.number,
      column,
      y: row.y,
      left: leftOf(row),
      right: rightOf(row),
      size: row.size,
    }
    return [{ ...line, ...place, isFromTheRight }]
  })
}

/** Text in the margins that runs up or down, as one piece for a page. */
export const turnedText = (page: PdfPage) =>
  page.items
    .filter((item) => item.isTurned)
    .map((item) => item.text)
    .join('')
    .trim()

const textOf = (pieces: RawPiece[]) => pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')

/** Brackets inside Latin words are drawn as they are meant. */
function mirrored(piece: RawPiece): RawPiece {
  if (piece.kind !== 'text' || /\p{Script=Latin}/u.test(piece.text)) return piece
  return { ...piece, text: mirror(piece.text) }
}

function piecesOf(row: Row, isFromTheRight: boolean): RawPiece[] {
  const pieces: RawPiece[] = []
  let last: PdfItem | null = null
  for (const item of inReadingOrder(row.items, isFromTheRight && isRightToLeftRow(row))) {
    if (item.text.trim() === '') {
      addSpace(pieces)
      continue
    }
    if (last && isApart(last, item, row.size)) addSpace(pieces)
    const isRaised = item.size < row.size * 0.93 && row.y - item.y > row.size * 0.12
    pieces.push({ kind: isRaised ? 'raised' : 'text', text: foldedForms(item.text), italic: item.italic })
    // A vowel sign has no width and lies somewhere over its letter.
    if (!isCombining(item.text)) last = item
  }
  return pieces
}

/** A Latin line in an Arabic document is read from the left; one of numbers only goes with the document. */
const isRightToLeftRow = (row: Row) => {
  const texts = row.items.map((item) => item.text)
  return isRightToLeft(texts) || !texts.some((text) => /\p{L}/u.test(text))
}

function addSpace(pieces: RawPiece[]) {
  const last = pieces.at(-1)
  if (last && !(last.kind === 'text' && last.text.endsWith(' '))) {
    pieces.push({ kind: 'text', text: ' ', italic: last.kind === 'text' && last.italic })
  }
}

/** Between Chinese signs a gap is only the spreading of the line. */
function isApart(a: PdfItem, b: PdfItem, size: number): boolean {
  const gap = a.x < b.x ? b.x - (a.x + a.width) : a.x - (b.x + b.width)
  const isHan = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u
  const isInHan = isHan.test(a.text.at(-1) ?? '') && isHan.test(b.text.at(0) ?? '')
  return gap > size * (isInHan ? 0.8 : 0.18)
}
