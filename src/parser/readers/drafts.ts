import type { Block, SetAside, SetAsideReason, SourceNote } from '../source.ts'
import type { Budget } from './limits.ts'
import type { Piece, Space } from './pieces.ts'
import { hasText, linesOf } from './pieces.ts'

/** A paragraph on its way to being a block: HTML and Word are read into these. */
export type Draft = {
  pieces: Piece[]
  space: Space
  label: string | null
  level: number | null
  role: Block['role']
  indent: number
  newPage: boolean
  /** Empty paragraphs before this one. */
  blankBefore: number
  /** Set when this text does not belong to the flow. */
  aside: SetAsideReason | null
  /** The innermost table cell that it stands in. */
  cell: Cell | null
  /** Where it stands, when that is told otherwise than by counting paragraphs. */
  at: string | null
  /** Set when it belongs to a note that the format keeps apart; its mark. */
  note: string | null
}

/** `order` counts the cells of a table from its start, so that equal columns in merged rows stay apart. */
export type Cell = { table: number; row: number; column: number }

export const emptyDraft = (over: Partial<Draft> = {}): Draft => ({
  pieces: [],
  space: 'collapse',
  label: null,
  level: null,
  role: 'body',
  indent: 0,
  newPage: false,
  blankBefore: 0,
  aside: null,
  cell: null,
  at: null,
  note: null,
  ...over,
})

export type Flow = { blocks: Block[]; notes: SourceNote[]; setAside: SetAside[] }

export function flowOf(drafts: Draft[], budget: Budget): Flow {
  const flow: Flow = { blocks: [], notes: [], setAside: [] }
  const open = { paragraph: 0, blank: 0, newPage: false }

  drafts.forEach((draft, index) => {
    if (index % 1024 === 0) budget.checkTime()
    const lines = linesOf(draft.pieces, draft.space)
    const text = lines.map((line) => line.text).filter((line) => line !== '')

    if (draft.aside) {
      const at = draft.at ?? `paragraph ${open.paragraph + 1}`
      const joined = [draft.label ?? '', text.join('\n')].filter((part) => part !== '').join(' ')
      if (joined !== '') flow.setAside.push({ reason: draft.aside, text: joined, at })
    } else if (draft.note !== null) {
      addToNotes(flow.notes, draft, text)
    } else {
      addBlocks(flow.blocks, draft, lines, open, budget)
    }
  })
  return flow
}

/** A note of several paragraphs is one note. */
function addToNotes(notes: SourceNote[], draft: Draft, lines: string[]) {
  const text = [draft.label ?? '', lines.join('\n')].filter((part) => part !== '').join(' ')
  const at = draft.at ?? `footnote ${draft.note}`
  const last = notes.at(-1)
  if (last && last.mark === draft.note && last.at === at) {
    if (text !== '') last.text = last.text === '' ? text : `${last.text}\n${text}`
  } else {
    notes.push({ mark: draft.note ?? '', text, at })
  }
}

type Open = { paragraph: number; blank: number; newPage: boolean }

/**
 * A paragraph with forced line breaks becomes lines that may go on in the next one (`whole: false`);
 * a blank line is put before and after them, so that the paragraph's own borders stay visible.
 */
function addBlocks(
  blocks: Block[],
  draft: Draft,
  lines: ReturnType<typeof linesOf>,
  open: Open,
  budget: Budget,
) {
  const isLabelled = draft.label !== null && draft.label !== ''
  if (draft.newPage) open.newPage = true
  open.blank += draft.blankBefore
  if (!lines.some(hasText) && !isLabelled) {
    open.blank += lines.length
    if (lines.some((line) => line.newPage)) open.newPage = true
    return
  }
  open.paragraph += 1
  const single = lines.filter(hasText).length <= 1
  if (!single && blocks.length > 0) open.blank = Math.max(open.blank, 1)

  let isFirst = true
  lines.forEach((line, index) => {
    if (line.newPage) open.newPage = true
    const carriesLabel = isFirst && isLabelled
    if (!hasText(line) && !(carriesLabel && single && !lines.some(hasText))) {
      open.blank += 1
      return
    }
    budget.spendBlock()
    const at = draft.at ?? `paragraph ${open.paragraph}`
    blocks.push({
      at: single || draft.at ? at : `${at}, line ${index + 1}`,
      text: line.text,
      whole: single && draft.space !== 'columns',
      indent: round(draft.indent + line.lead),
      blankBefore: open.blank,
      newPage: open.newPage,
      label: carriesLabel ? draft.label : null,
      level: carriesLabel ? draft.level : null,
      role: draft.role,
      italicLead: line.italicLead,
      marks: line.marks,
    })
    isFirst = false
    open.blank = 0
    open.newPage = false
  })
  if (!single) open.blank = Math.max(open.blank, 1)
}

const round = (indent: number) => Math.max(0, Math.round(indent * 10) / 10)
