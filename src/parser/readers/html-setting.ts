import type { Block, SetAsideReason } from '../source.ts'
import type { Cell, Draft } from './drafts.ts'
import type { Furniture } from './html-furniture.ts'
import type { List } from './html-lists.ts'
import { openedList } from './html-lists.ts'
import type { Page } from './html-page.ts'
import type { Style } from './html-styles.ts'
import { columns } from './html-styles.ts'
import type { HtmlElement } from './html-tree.ts'
import { attributeOf } from './html-tree.ts'

/** What holds inside an element, until it is left. */
export type Setting = {
  italic: boolean
  raised: boolean
  space: Draft['space']
  language: string
  aside: SetAsideReason | null
  indent: number
  list: List | null
  role: Block['role']
  cell: Cell | null
}

export const outermost: Setting = {
  italic: false,
  raised: false,
  space: 'collapse',
  language: '',
  aside: null,
  indent: 0,
  list: null,
  role: 'body',
  cell: null,
}

export function settingInside(page: Page, element: HtmlElement, style: Style, furniture: Furniture): Setting {
  const outer = page.settings.at(-1) ?? outermost
  const isList = lists.has(element.tagName)
  return {
    italic: italicInside(outer.italic, element, style),
    raised: outer.raised || element.tagName === 'sup' || style.get('vertical-align') === 'super',
    space: isBlock(element, style) ? spaceInside(outer.space, element, style) : outer.space,
    language: attributeOf(element, 'lang') || attributeOf(element, 'xml:lang') || outer.language,
    aside: outer.aside ?? furniture.get(element) ?? asideInside(page, element, style),
    indent: outer.indent + indentOf(element, style),
    list: isList ? openedList(element, style, outer.list) : outer.list,
    role: roleInside(page, outer.role, element),
    cell: cellInside(page, outer.cell, element),
  }
}

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p ' +
    'plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)

const lists = new Set(['ol', 'ul', 'menu', 'dir'])

export const isBlock = (element: HtmlElement, style: Style) =>
  blocks.has(element.tagName) || /^(block|flex|grid|list-item|table)/.test(style.get('display') ?? '')

/** Elements whose content is no text of the page at all. */
export function keptApart(element: HtmlElement): SetAsideReason | null {
  return unread.has(element.tagName) ? 'not-text' : null
}

const unread = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'noframes', 'canvas'])

const controls = new Set(
  'title button select textarea datalist svg audio video noscript rt rp meter progress'.split(' '),
)

function asideInside(page: Page, element: HtmlElement, style: Style): SetAsideReason | null {
  if (element.tagName === 'del') {
    page.hasDeletions = true
    return 'deleted-text'
  }
  if (element.tagName === 'ins') page.hasDeletions = true
  const isHidden =
    attributeOf(element, 'hidden') !== null ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden'
  return isHidden || controls.has(element.tagName) ? 'other' : null
}

const italics = new Set(['em', 'i', 'cite', 'dfn', 'var', 'address'])

function italicInside(outer: boolean, element: HtmlElement, style: Style): boolean {
  const said = style.get('font-style')?.toLowerCase()
  if (said) return said.startsWith('italic') || said.startsWith('oblique') || (said === 'inherit' && outer)
  return outer || italics.has(element.tagName)
}

function spaceInside(outer: Draft['space'], element: HtmlElement, style: Style): Draft['space'] {
  const said = style.get('white-space')?.toLowerCase()
  if (said) return /^(pre|break-spaces)/.test(said) ? 'columns' : 'collapse'
  return ['pre', 'listing', 'xmp', 'plaintext'].includes(element.tagName) ? 'columns' : outer
}

function indentOf(element: HtmlElement, style: Style): number {
  const isIndented = lists.has(element.tagName) || ['blockquote', 'dd'].includes(element.tagName)
  const said = columns(style.get('margin-left')) || columns(style.get('margin-right'))
  return (isIndented ? 4 : 0) + said + columns(style.get('padding-left'))
}

function roleInside(page: Page, outer: Block['role'], element: HtmlElement): Block['role'] {
  const isHeading = /^h[1-6]$/.test(element.tagName) || attributeOf(element, 'role') === 'heading'
  if (!isHeading) return outer
  if (element.tagName !== 'h1' || page.hasTitle) return 'heading'
  page.hasTitle = true
  return 'title'
}

function cellInside(page: Page, outer: Cell | null, element: HtmlElement): Cell | null {
  const table = page.tables.at(-1)
  if (!table) return null
  if (element.tagName === 'tr') {
    table.row += 1
    table.column = 0
  }
  if (element.tagName === 'caption') return { table: table.table, row: 0, column: 0 }
  if (!['td', 'th'].includes(element.tagName)) return outer
  table.column += 1
  return { table: table.table, row: table.row, column: table.column }
}
