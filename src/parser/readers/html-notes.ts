import type { Draft } from './drafts.ts'
import type { Page, Range } from './html-page.ts'
import { bareMark } from './marks.ts'
import type { Piece } from './pieces.ts'
import { isBlank } from './pieces.ts'

type Mark = Extract<Piece, { kind: 'mark' }>

/**
 * Finds the notes that marks point to, by link or by the same raised sign at a paragraph's start,
 * and turns marks without a note, where nothing but a link speaks for them, back into text.
 */
export function settleNotes(page: Page) {
  page.log.forEach((draft, index) => {
    for (const mark of marksInside(draft)) {
      const range = mark.target === null ? undefined : page.ranges.get(mark.target)
      if (range && isNoteOf(page, index, mark, range)) take(page.log.slice(range.first, range.last + 1), mark.mark)
    }
  })
  takeRaised(page.log)
  for (const draft of page.log) draft.pieces = draft.pieces.map((piece) => settled(piece, page))
}

/** Marks that stand at the very start of a paragraph lead back from a note or number it. */
function marksInside(draft: Draft): Mark[] {
  const start = draft.pieces.findIndex((piece) => piece.kind === 'text' && !isBlank(piece.text))
  if (start < 0) return []
  return draft.pieces.slice(start).filter((piece): piece is Mark => piece.kind === 'mark')
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

function take(drafts: Draft[], mark: string) {
  drafts.forEach((draft, index) => {
    draft.note = mark
    draft.at = `footnote ${mark}`
    if (index > 0) return
    if (draft.label !== null) draft.label = null
    draft.pieces = withoutLeadingMark(draft.pieces, mark)
  })
}

function withoutLeadingMark(pieces: Piece[], mark: string): Piece[] {
  const at = pieces.findIndex((piece) => piece.kind !== 'text' || !isBlank(piece.text))
  const first = pieces[at]
  if (first?.kind === 'mark') return first.mark === mark ? pieces.toSpliced(at, 1) : pieces
  if (first?.kind !== 'text') return pieces
  const printed = [`[${mark}]`, `(${mark})`, `${mark})`, `${mark}.`, mark]
  const text = first.text.trimStart()
  const found = printed.find((each) => text.startsWith(each))
  return found ? pieces.toSpliced(at, 1, { ...first, text: text.slice(found.length) }) : pieces
}

/** Paragraphs that begin with a raised sign that stood inside an earlier one. */
function takeRaised(log: Draft[]) {
  const seen = new Set<string>()
  for (const draft of log) {
    const [first] = draft.pieces.filter((piece) => piece.kind !== 'text' || !isBlank(piece.text))
    const isNote = first?.kind === 'mark' && first.raised && seen.has(first.mark) && hasWords(draft)
    if (draft.note === null && isNote) {
      seen.delete(first.mark)
      take([draft], first.mark)
    }
    for (const mark of marksInside(draft)) if (mark.raised) seen.add(mark.mark)
  }
}

const hasWords = (draft: Draft) => draft.pieces.some((piece) => piece.kind === 'text' && /\p{L}/u.test(piece.text))

function settled(piece: Piece, page: Page): Piece {
  if (piece.kind !== 'mark' || piece.raised) return piece
  const range = piece.target === null ? undefined : page.ranges.get(piece.target)
  const hasNote = range !== undefined && page.log[range.first]?.note === piece.mark
  return hasNote ? piece : { kind: 'text', text: piece.raw, italic: false }
}
