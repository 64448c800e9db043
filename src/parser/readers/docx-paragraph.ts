import type { Draft } from './drafts.ts'
import { emptyDraft } from './drafts.ts'
import type { Numbered, Numbering } from './docx-numbering.ts'
import type { ParagraphFormat, RunFormat, Style, Styles } from './docx-styles.ts'
import type { RawPiece } from './marks.ts'
import { withMarks } from './marks.ts'

export type Paragraph = {
  styleId: string | null
  format: ParagraphFormat
  mark: RunFormat
  /** The paragraph's end was deleted in a tracked change: it runs on into the next. */
  isEndDeleted: boolean
  /** A style separator: the end is there and not printed. */
  isEndHidden: boolean
  pieces: RawPiece[]
  deleted: string
  hidden: string
  newPage: boolean
  /** The section ends here and the next begins on a new page. */
  endsPage: boolean
  /** Paragraphs of text boxes that hang on this one. */
  boxes: Draft[]
}

export const emptyParagraph = (): Paragraph => ({
  styleId: null,
  format: {},
  mark: {},
  isEndDeleted: false,
  isEndHidden: false,
  pieces: [],
  deleted: '',
  hidden: '',
  newPage: false,
  endsPage: false,
  boxes: [],
})

export type Surroundings = { styles: Styles; numbering: Numbering }

/** The paragraph as printed, with the number that Word gives it; null when nothing of it is printed. */
export function draftOf(paragraph: Paragraph, { styles, numbering }: Surroundings): Draft | null {
  const style = styles.style(paragraph.styleId ?? styles.defaultParagraph)
  const numbered = numberOf(paragraph, style, numbering)
  const pieces = withMarks(paragraph.pieces)
  const hasBreak = pieces.some((piece) => piece.kind === 'break' && piece.page)
  const isEmpty = !pieces.some(
    (piece) => piece.kind === 'mark' || (piece.kind === 'text' && /\S/.test(piece.text)),
  )
  const label = isEmpty && !/[\p{L}\p{N}]/u.test(numbered?.label ?? '') ? null : (numbered?.label ?? null)
  if (isEmpty && label === null && !hasBreak) return null
  return emptyDraft({
    pieces,
    space: 'keep',
    label,
    level: label === null ? null : (numbered?.level ?? null),
    role: styles.role(outlined(style, paragraph.format)),
    indent: indentOf(paragraph, style, numbered),
    newPage:
      paragraph.newPage || (paragraph.format.pageBreakBefore ?? style?.paragraph.pageBreakBefore ?? false),
  })
}

const outlined = (style: Style | null, format: ParagraphFormat): Style | null =>
  format.outline === undefined
    ? style
    : {
        ...(style ?? { id: '', name: '', basedOn: null, run: {} }),
        paragraph: { ...style?.paragraph, outline: format.outline },
      }

/** The paragraph's own list goes before its style's; list 0 takes the number away. */
function numberOf({ format }: Paragraph, style: Style | null, numbering: Numbering): Numbered | null {
  const numId = format.numId ?? style?.paragraph.numId
  if (numId === undefined || numId === '0') return null
  const tied = format.numId === undefined && style ? numbering.levelOfStyle(numId, style.id) : null
  return numbering.next(numId, format.level ?? tied ?? style?.paragraph.level ?? 0)
}

/** Where the first line begins, in units of 120 twips; a list's own indent lies between the style's and the paragraph's. */
function indentOf({ format }: Paragraph, style: Style | null, numbered: Numbered | null): number {
  const given = { ...style?.paragraph, ...numbered?.indent, ...format }
  return ((given.indentStart ?? 0) + (given.indentFirst ?? 0)) / 120
}
