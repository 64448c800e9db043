import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { attributeOf, isElement, shortText, stepsThrough } from './html-tree.ts'

/** The few properties that decide what is read. */
export type Style = Map<string, string>

const wanted =
  /(?:^|[;{\s])(font-style|display|visibility|list-style-type|list-style|vertical-align|margin-left|margin-right|padding-left|white-space|text-indent|page-break-before|break-before)\s*:\s*([^;}]+)/gi

export type Sheet = Map<string, Style>

/** Rules of the page's own style sheets whose selector is a class, an element, or an element with a class. */
export function sheetOf(root: HtmlNode): Sheet {
  const sheet: Sheet = new Map()
  for (const { node, enter } of stepsThrough(root)) {
    if (!enter || !isElement(node) || node.tagName !== 'style') continue
    for (const rule of (shortText(node, 200_000) ?? '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const style = declarations(rule[2] ?? '')
      if (style.size === 0) continue
      for (const selector of (rule[1] ?? '').replace(/\/\*[\s\S]*?\*\//g, '').split(',')) {
        const name = selector.trim().toLowerCase()
        if (/^[a-z][\w-]*$|^[a-z]*\d?\.[\w-]+$/.test(name)) sheet.set(name, merged(sheet.get(name), style))
      }
    }
  }
  return sheet
}

export function styleOf(element: HtmlElement, sheet: Sheet): Style {
  const tag = element.tagName
  let style = sheet.get(tag)
  for (const name of (attributeOf(element, 'class') ?? '').toLowerCase().split(/\s+/)) {
    if (name === '') continue
    style = merged(merged(style, sheet.get(`.${name}`)), sheet.get(`${tag}.${name}`))
  }
  const own = attributeOf(element, 'style')
  return merged(style, own ? declarations(own) : undefined)
}

const none: Style = new Map()

const merged = (under: Style | undefined, over: Style | undefined): Style => {
  if (!over || over.size === 0) return under ?? none
  return under && under.size > 0 ? new Map([...under, ...over]) : over
}

function declarations(text: string): Style {
  const style: Style = new Map()
  for (const found of text.matchAll(wanted)) {
    const value = (found[2] ?? '').replace(/!\s*important/i, '').trim()
    style.set((found[1] ?? '').toLowerCase(), value)
  }
  return style
}

const columnsPerUnit: Record<string, number> = {
  px: 1 / 8,
  pt: 1 / 6,
  em: 2,
  rem: 2,
  cm: 4.7,
  mm: 0.47,
  in: 12,
}

/** A length in columns; percentages and what is not understood count nothing. */
export function columns(length: string | undefined): number {
  const found = /^(-?[\d.]+)\s*(px|pt|em|rem|cm|mm|in)$/i.exec(length ?? '')
  if (!found) return 0
  const size = Number(found[1]) * (columnsPerUnit[(found[2] ?? '').toLowerCase()] ?? 0)
  return Number.isFinite(size) ? size : 0
}
