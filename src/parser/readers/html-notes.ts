import type { Draft } from './drafts.ts'
import type { Page, Range } from './html-page.ts'
import { bareMark } from './marks.ts'
import type { Mark } from './notes.ts'
import { marksInside, takeNote, takeRaisedNotes } from './notes.ts'
import type { Piece } from './pieces.ts'
import { isBlank } from './pieces.ts'

/**
 * Finds the notes that marks point to, by link or by the same raised sign at a paragraph's start,
 * and turns marks without a note, where nothing but a link speaks for them, back into text.
 */
export function settleNotes(page: Page) {
  page.log.forEach((draft, index) => {
    for (const mark of marksInside(draft)) {
      const range = mark.target === null ? undefined : noteRange(page, mark.target)
      if (range && isNoteOf(page, index, mark, range))
        takeNote(page.log.slice(range.first, range.last + 1), mark.mark)
    }
  })
  takeRaisedNotes(page.log)
  for (const draft of page.log) draft.pieces = draft.pieces.map((piece) => settled(piece, page))
}

/** Word's HTML puts the anchor `_ftn1` into the first paragraph of the note and the whole of it into `ftn1`. */
function noteRange(page: Page, target: string): Range | undefined {
  const range = page.ranges.get(target)
  const whole = page.ranges.get(target.replace(/^_/, ''))
  return range && whole && whole.first <= range.first && whole.last >= range.last ? whole : range
}

const longestNote = 30

function isNoteOf(page: Page, from: number, mark: Mark, range: Range): boolean {
  const first = page.log[range.first]
  const isElsewhere = from < range.first || from > range.last
  if (!first || !isElsewhere || range.last - range.first >= longestNote) return false
  if (first.note !== null) return false
  if (bareMark(first.label ?? '') === mark.mark || startsWith(first, mark.mark)) return true
  return range.isListed || linksBack(page, first, from)
}

function startsWith(draft: Draft, mark: string): boolean {
  const first = draft.pieces.find((piece) => piece.kind !== 'text' || !isBlank(piece.text))
  if (first?.kind === 'mark') return first.mark === mark
  if (first?.kind !== 'text') return false
  const word = /^\s*(\S+)/.exec(first.text)?.[1] ?? ''
  return bareMark(word) === mark || word.startsWith(`[${mark}]`)
}

function linksBack(page: Page, draft: Draft, to: number): boolean {
  return draft.pieces.some((piece) => {
    if (piece.kind !== 'mark' || piece.target === null) return false
    const range = page.ranges.get(piece.target)
    return range !== undefined && range.first <= to && to <= range.last
  })
}

function settled(piece: Piece, page: Page): Piece {
  if (piece.kind !== 'mark' || piece.raised) return piece
  const range = piece.target === null ? undefined : page.ranges.get(piece.target)
  const hasNote = range !== undefined && page.log[range.first]?.note === piece.mark
  return hasNote ? piece : { kind: 'text', text: piece.raw, italic: false }
}
