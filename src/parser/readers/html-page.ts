import type { SetAsideReason } from '../source.ts'
import type { Draft } from './drafts.ts'
import { emptyDraft } from './drafts.ts'
import type { Setting } from './html-setting.ts'
import { outermost } from './html-setting.ts'
import type { HtmlElement } from './html-tree.ts'
import { attributeOf } from './html-tree.ts'
import type { Budget } from './limits.ts'
import type { Piece } from './pieces.ts'
import { settledTable } from './tables.ts'

/** A page while it is walked through, and what was found on it. */
export type Page = {
  budget: Budget
  settings: Setting[]
  /** The open paragraph, and the open text that does not belong to it. */
  pieces: Piece[]
  asidePieces: Piece[]
  lastAside: SetAsideReason
  /** The label that the next paragraph will carry. */
  label: { label: string; level: number } | null
  newPage: boolean
  rules: number
  tables: { table: number; start: number; row: number; column: number }[]
  tableCount: number
  hasTitle: boolean
  hasDeletions: boolean
  /** In reading order, tables settled. */
  drafts: Draft[]
  /** The paragraphs of the flow in order of making; `ranges` count in it. */
  log: Draft[]
  ranges: Map<string, Range>
  openRanges: Map<HtmlElement, { ids: string[]; first: number }>
  lettersByLanguage: Map<string, number>
}

/** The paragraphs that stand inside the element of an id. */
export type Range = { first: number; last: number; isListed: boolean }

export const startPage = (budget: Budget): Page => ({
  budget,
  settings: [outermost],
  pieces: [],
  asidePieces: [],
  lastAside: 'other',
  label: null,
  newPage: false,
  rules: 0,
  tables: [],
  tableCount: 0,
  hasTitle: false,
  hasDeletions: false,
  drafts: [],
  log: [],
  ranges: new Map(),
  openRanges: new Map(),
  lettersByLanguage: new Map(),
})

export const topSetting = (page: Page): Setting => page.settings.at(-1) ?? outermost

export function addText(page: Page, text: string) {
  const { aside, raised, italic, language } = topSetting(page)
  page.budget.spendCharacters(text.length)
  if (aside) {
    page.asidePieces.push({ kind: 'text', text, italic })
    page.lastAside = aside
    return
  }
  // Brackets and commas around raised links belong to the marks.
  if (raised && /^[\s,;،、[\]()]*$/.test(text)) return
  if (page.pieces.length === 0 && topSetting(page).space === 'collapse' && /^[ \t\n\r\f]*$/.test(text)) return
  page.pieces.push({ kind: 'text', text, italic })
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters > 0) page.lettersByLanguage.set(language, (page.lettersByLanguage.get(language) ?? 0) + letters)
}

export function addPieces(page: Page, pieces: Piece[]) {
  page.pieces.push(...pieces)
}

export function addBreak(page: Page, isPageBreak: boolean) {
  const pieces = topSetting(page).aside ? page.asidePieces : page.pieces
  pieces.push({ kind: 'break', page: isPageBreak })
}

export function addAside(page: Page, reason: SetAsideReason, text: string) {
  if (text.trim() === '') return
  page.drafts.push(
    emptyDraft({ aside: reason, pieces: [{ kind: 'text', text, italic: false }], space: 'columns' }),
  )
}

/** Ends the open paragraph; with 'aside' only the text that was set aside inside it. */
export function flush(page: Page, only?: 'aside') {
  const setting = topSetting(page)
  if (page.asidePieces.some((piece) => piece.kind === 'text' && piece.text.trim() !== '')) {
    const aside = setting.aside ?? page.lastAside
    page.drafts.push(emptyDraft({ aside, pieces: page.asidePieces }))
  }
  page.asidePieces = []
  if (only === 'aside' || page.pieces.length === 0) return

  const pieces = page.pieces
  // The last break of a block starts no line of its own.
  if (pieces.at(-1)?.kind === 'break') pieces.pop()
  const { space, indent, role, cell } = setting
  const draft = emptyDraft({ pieces, space, indent, role, cell, newPage: page.newPage })
  if (pieces.some((piece) => piece.kind === 'mark' || (piece.kind === 'text' && piece.text.trim() !== ''))) {
    draft.label = page.label?.label ?? null
    draft.level = page.label?.level ?? null
    page.label = null
  }
  page.newPage = false
  page.pieces = []
  page.drafts.push(draft)
  page.log.push(draft)
}

/** A list's paragraph without text of its own still prints its label; a bullet alone says nothing. */
export function labelAlone(page: Page) {
  flush(page)
  if (!page.label) return
  const { label, level } = page.label
  page.label = null
  if (!/[\p{L}\p{N}]/u.test(label)) return
  const draft = emptyDraft({ label, level, indent: topSetting(page).indent, cell: topSetting(page).cell })
  page.drafts.push(draft)
  page.log.push(draft)
}

export function openTable(page: Page) {
  page.tableCount += 1
  page.tables.push({ table: page.tableCount, start: page.drafts.length, row: 0, column: 0 })
}

export function closeTable(page: Page) {
  const table = page.tables.pop()
  if (!table) return
  const inside = page.drafts.splice(table.start)
  const isAtTheTop = !page.drafts.some((draft) => draft.aside === null && draft.pieces.length > 0)
  for (const draft of settledTable(inside, table.table, isAtTheTop)) page.drafts.push(draft)
}

export function openRange(page: Page, element: HtmlElement, isBlock: boolean) {
  const ids = [attributeOf(element, 'id'), element.tagName === 'a' ? attributeOf(element, 'name') : null]
  const named = ids.filter((id): id is string => id !== null && id !== '')
  if (named.length === 0 || topSetting(page).aside) return
  // Several notes in one paragraph, each on a line of its own, are paragraphs of their own here.
  if (!isBlock && page.pieces.at(-1)?.kind === 'break') flush(page)
  page.openRanges.set(element, { ids: named, first: page.log.length })
}

export function closeRange(page: Page, element: HtmlElement, isBlock: boolean) {
  const open = page.openRanges.get(element)
  if (!open) return
  page.openRanges.delete(element)
  const isOpen = !isBlock && page.pieces.length > 0
  const last = isOpen ? page.log.length : Math.max(isBlock ? 0 : open.first, page.log.length - 1)
  for (const id of open.ids) {
    const inner = page.ranges.get(id)
    // Of two elements with one id the outer one is meant, which is left last.
    if (inner && inner.first < open.first) continue
    page.ranges.set(id, { first: open.first, last, isListed: element.tagName === 'li' })
  }
}
