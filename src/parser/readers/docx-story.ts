import { Unreadable } from '../source.ts'
import type { Draft } from './drafts.ts'
import { emptyDraft } from './drafts.ts'
import type { Paragraph, Surroundings } from './docx-paragraph.ts'
import { draftOf, emptyParagraph } from './docx-paragraph.ts'
import type { RunFormat } from './docx-styles.ts'
import type { Budget } from './limits.ts'
import { settledTable } from './tables.ts'

export type NoteReference = { kind: 'footnote' | 'endnote'; id: string; mark: string; isDeleted: boolean }

/** One running text of a Word file (the body, a header, the notes …) while it is read, and what it held. */
export type Story = {
  surroundings: Surroundings
  budget: Budget
  /** Open paragraphs; more than one when a text box stands inside one. */
  paragraphs: Paragraph[]
  /** Where finished paragraphs go: the story, or the text box that is open. */
  sinks: Draft[][]
  carried: Paragraph | null
  blank: number
  newPage: boolean
  run: RunFormat & { styleId?: string }
  tables: { table: number; start: number; row: number; column: number; isRowDeleted: boolean }[]
  tableCount: number
  /** How deep inside deleted or moved-away text. */
  deletions: number
  /** Fields inside each other: 'code' is the instruction, which is not printed. */
  fields: ('code' | 'result')[]
  customMark: { kind: 'footnote' | 'endnote'; id: string } | null
  references: NoteReference[]
  nextMark: (kind: 'footnote' | 'endnote') => string
  /** Signs printed so far. */
  letters: number
  lettersByLanguage: Map<string, number>
  hasChanges: boolean
  /** Ids of embedded documents of other formats. */
  embedded: string[]
}

export const startStory = (
  surroundings: Surroundings,
  budget: Budget,
  nextMark: Story['nextMark'],
): Story => ({
  surroundings,
  budget,
  paragraphs: [],
  sinks: [[]],
  carried: null,
  blank: 0,
  newPage: false,
  run: {},
  tables: [],
  tableCount: 0,
  deletions: 0,
  fields: [],
  customMark: null,
  references: [],
  nextMark,
  letters: 0,
  lettersByLanguage: new Map(),
  hasChanges: false,
  embedded: [],
})

export const openParagraph = (story: Story) => {
  story.paragraphs.push(emptyParagraph())
}

export const topParagraph = (story: Story): Paragraph | undefined => story.paragraphs.at(-1)

const sinkOf = (story: Story): Draft[] => story.sinks.at(-1) ?? []

export function closeParagraph(story: Story) {
  const closed = story.paragraphs.pop()
  if (!closed) return
  const paragraph = joined(story.carried, closed)
  story.carried = null
  // In a row that was deleted as a whole nothing runs on.
  const runsOn = (paragraph.isEndDeleted || paragraph.isEndHidden) && !isRowDeleted(story)
  if (runsOn) story.carried = paragraph
  else finish(story, paragraph)
}

/** A paragraph without an end runs on into the next, which gives the format; after a hidden end the first one gives it. */
function joined(first: Paragraph | null, second: Paragraph): Paragraph {
  if (!first) return second
  const leading = first.isEndHidden ? first : second
  return {
    ...leading,
    isEndDeleted: second.isEndDeleted,
    isEndHidden: second.isEndHidden,
    pieces: [...first.pieces, ...second.pieces],
    deleted: first.deleted + second.deleted,
    hidden: first.hidden + second.hidden,
    newPage: first.newPage || second.newPage,
    endsPage: second.endsPage,
    boxes: [...first.boxes, ...second.boxes],
  }
}

function finish(story: Story, paragraph: Paragraph) {
  const sink = sinkOf(story)
  const cell = cellOf(story)
  if (paragraph.newPage) story.newPage = true
  const draft =
    isRowDeleted(story) && paragraph.pieces.length === 0 ? null : draftOf(paragraph, story.surroundings)
  for (const [reason, text] of [
    ['deleted-text', paragraph.deleted],
    ['other', paragraph.hidden],
  ] as const) {
    if (text.trim() !== '') {
      sink.push(
        emptyDraft({ aside: reason, pieces: [{ kind: 'text', text, italic: false }], space: 'keep', cell }),
      )
    }
  }
  if (draft) {
    sink.push({ ...draft, cell, blankBefore: story.blank, newPage: draft.newPage || story.newPage })
    story.blank = 0
    story.newPage = false
  } else if (paragraph.deleted === '' && story.tables.length === 0) story.blank += 1
  if (paragraph.endsPage) story.newPage = true
  for (const box of paragraph.boxes) sink.push(box)
  refuseTooMany(story, sink)
}

function refuseTooMany({ budget }: Story, sink: Draft[]) {
  if (sink.length > budget.limits.blocks) {
    throw new Unreadable('too-large', { what: 'lines', limit: budget.limits.blocks })
  }
}

/** What still runs on at the end of a cell or of the whole has nothing to run into. */
export function finishCarried(story: Story) {
  const { carried } = story
  story.carried = null
  if (carried) finish(story, carried)
}

const isRowDeleted = (story: Story) => story.tables.some((table) => table.isRowDeleted)

const cellOf = (story: Story) => {
  const table = story.tables.at(-1)
  return table ? { table: table.table, row: table.row, column: table.column } : null
}

export function openTable(story: Story) {
  finishCarried(story)
  story.tableCount += 1
  const start = sinkOf(story).length
  story.tables.push({ table: story.tableCount, start, row: 0, column: 0, isRowDeleted: false })
}

export function closeTable(story: Story) {
  const table = story.tables.pop()
  if (!table) return
  const sink = sinkOf(story)
  const inside = sink.splice(table.start)
  const isAtTheTop = story.sinks.length === 1 && !sink.some((draft) => draft.aside === null)
  for (const draft of settledTable(inside, table.table, isAtTheTop)) sink.push(draft)
}

export function openBox(story: Story) {
  finishCarried(story)
  story.sinks.push([])
}

export function closeBox(story: Story) {
  finishCarried(story)
  const box = story.sinks.pop() ?? []
  const outer = topParagraph(story)
  for (const draft of box) (outer?.boxes ?? sinkOf(story)).push(draft)
}

/** Text where the reader is now: printed, deleted, hidden, a mark's own sign, or a field's instruction. */
export function addText(story: Story, text: string) {
  if (text === '') return
  const paragraph = topParagraph(story)
  story.budget.spendCharacters(text.length)
  if (!paragraph) return
  const format = runFormat(story, paragraph)
  if (story.deletions > 0 || isRowDeleted(story)) paragraph.deleted += text
  else if (format.hidden || story.fields.includes('code')) paragraph.hidden += text
  else if (story.customMark && text.trim() !== '') {
    addMark(story, paragraph, story.customMark.kind, story.customMark.id, text.trim())
    story.customMark = null
  } else {
    const isItalic = (format.rightToLeft ? (format.italicComplex ?? false) : format.italic) ?? false
    // Spaces and tabs may be raised without anybody meaning it.
    const kind = format.raised && /\S/.test(text) ? 'raised' : 'text'
    addPiece(paragraph, kind, text, isItalic)
    countLanguage(story, format, text)
  }
}

/** Word parts its text into many runs that look the same. */
function addPiece(paragraph: Paragraph, kind: 'text' | 'raised', text: string, italic: boolean) {
  const last = paragraph.pieces.at(-1)
  if (last && last.kind === kind && last.italic === italic) last.text += text
  else paragraph.pieces.push({ kind, text, italic })
}

export function addNoteReference(
  story: Story,
  kind: 'footnote' | 'endnote',
  id: string,
  hasCustomMark: boolean,
) {
  const paragraph = topParagraph(story)
  story.budget.spendCharacters(20)
  if (!paragraph) return
  if (story.deletions > 0 || isRowDeleted(story)) {
    story.references.push({ kind, id, mark: '', isDeleted: true })
  } else if (hasCustomMark) story.customMark = { kind, id }
  else addMark(story, paragraph, kind, id, story.nextMark(kind))
}

function addMark(story: Story, paragraph: Paragraph, kind: 'footnote' | 'endnote', id: string, mark: string) {
  story.references.push({ kind, id, mark, isDeleted: false })
  paragraph.pieces.push({ kind: 'mark', mark, raw: mark, target: null, raised: true })
}

/** Direct formatting, over the character style, over the paragraph style. Italics of two styles cancel each other. */
function runFormat(story: Story, paragraph: Paragraph): RunFormat {
  const { styles } = story.surroundings
  const ofParagraph = styles.style(paragraph.styleId ?? styles.defaultParagraph)?.run ?? {}
  const ofRun = styles.style(story.run.styleId)?.run ?? {}
  const under: RunFormat = { ...styles.defaults, ...ofParagraph, ...ofRun }
  if (ofParagraph.italic && ofRun.italic) under.italic = false
  if (ofParagraph.italicComplex && ofRun.italicComplex) under.italicComplex = false
  return { ...under, ...story.run }
}

function countLanguage(story: Story, format: RunFormat, text: string) {
  story.letters += text.trim().length
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const isHan = /\p{Script=Han}/u.test(text)
  const language = isHan
    ? format.languageEastAsia
    : format.rightToLeft
      ? format.languageComplex
      : format.language
  if (language) story.lettersByLanguage.set(language, (story.lettersByLanguage.get(language) ?? 0) + letters)
}
