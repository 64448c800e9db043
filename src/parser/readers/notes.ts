import type { Draft } from './drafts.ts'
import type { Piece } from './pieces.ts'
import { isBlank } from './pieces.ts'

export type Mark = Extract<Piece, { kind: 'mark' }>

/** Paragraphs that begin with a raised sign that stood inside an earlier one. */
export function takeRaisedNotes(log: Draft[]) {
  const seen = new Set<string>()
  for (const draft of log) {
    const [first] = draft.pieces.filter((piece) => piece.kind !== 'text' || !isBlank(piece.text))
    const isNote = first?.kind === 'mark' && first.raised && seen.has(first.mark) && hasWords(draft)
    if (draft.note === null && isNote) {
      seen.delete(first.mark)
      takeNote([draft], first.mark)
    }
    for (const mark of marksInside(draft)) if (mark.raised) seen.add(mark.mark)
  }
}

const hasWords = (draft: Draft) =>
  draft.pieces.some((piece) => piece.kind === 'text' && /\p{L}/u.test(piece.text))

/** Marks that stand at the very start of a paragraph lead back from a note or number it. */
export function marksInside(draft: Draft): Mark[] {
  const start = draft.pieces.findIndex((piece) => piece.kind === 'text' && !isBlank(piece.text))
  if (start < 0) return []
  return draft.pieces.slice(start).filter((piece): piece is Mark => piece.kind === 'mark')
}

export function takeNote(drafts: Draft[], mark: string) {
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
