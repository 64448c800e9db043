import type { Block } from '../source.ts'
import type { XmlNode } from '#platform/packages/xml-read.ts'
import { childOf, childrenNamed, isOn, valueOf } from '#platform/packages/xml-read.ts'

/** Properties of a run; undefined is "not said here". */
export type RunFormat = {
  italic?: boolean
  italicComplex?: boolean
  hidden?: boolean
  raised?: boolean
  rightToLeft?: boolean
  language?: string
  languageComplex?: string
  languageEastAsia?: string
}

export type ParagraphFormat = {
  numId?: string
  level?: number
  indentStart?: number
  indentFirst?: number
  outline?: number
  pageBreakBefore?: boolean
}

export type Style = {
  id: string
  name: string
  basedOn: string | null
  paragraph: ParagraphFormat
  run: RunFormat
}

export type Styles = {
  defaults: RunFormat
  defaultParagraph: string | null
  /** With everything inherited. */
  style: (id: string | null | undefined) => Style | null
  role: (style: Style | null) => Block['role']
}

export function stylesOf(tree: XmlNode | undefined): Styles {
  const own = new Map<string, Style>()
  let defaultParagraph: string | null = null
  for (const node of childrenNamed(tree, 'w:style')) {
    const id = node.attributes['w:styleId'] ?? ''
    const isDefault = node.attributes['w:default'] !== undefined && isOn(node.attributes['w:default'])
    if (node.attributes['w:type'] === 'paragraph' && isDefault) defaultParagraph = id
    own.set(id, {
      id,
      name: valueOf(node, 'w:name') ?? id,
      basedOn: valueOf(node, 'w:basedOn') ?? null,
      paragraph: paragraphFormat(childOf(node, 'w:pPr')),
      run: runFormat(childOf(node, 'w:rPr')),
    })
  }
  const known = new Map<string, Style>()
  const docDefaults = childOf(childOf(childOf(tree, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  return {
    // The language of the defaults is that of whoever installed Word, and says nothing of the text.
    defaults: {
      ...runFormat(docDefaults),
      language: undefined,
      languageComplex: undefined,
      languageEastAsia: undefined,
    },
    defaultParagraph,
    style: (id) => (id ? inherited(id, own, known) : null),
    role: (style) => roleOf(style, own),
  }
}

function inherited(id: string, own: Map<string, Style>, known: Map<string, Style>): Style | null {
  const done = known.get(id)
  if (done) return done
  const chain: Style[] = []
  const seen = new Set<string>()
  for (let style = own.get(id); style && isNew(seen, style); style = own.get(style.basedOn ?? '')) {
    seen.add(style.id)
    chain.unshift(style)
  }
  const last = chain.at(-1)
  if (!last) return null
  const style = { ...last, paragraph: {}, run: {} }
  for (const each of chain) {
    Object.assign(style.paragraph, each.paragraph)
    Object.assign(style.run, each.run)
  }
  known.set(id, style)
  return style
}

/** Styles may be based on each other in a circle, or in a chain that no writer makes. */
const isNew = (seen: Set<string>, style: Style) => seen.size < 50 && !seen.has(style.id)

/** Names that the templates of the organizations give to the parts of a resolution; the outline level speaks for all others. */
const titleStyles = /^(title|subtitle|(res|rec|dec|opin|annex|appendix)_?(no|title))$/i
const headingStyles = /^(call|heading_?[bi]?|h(eading)?[ _]?\d+|_?\s?h_?\s?(ch|m|\d+)_?g?)$/i

function roleOf(style: Style | null, own: Map<string, Style>): Block['role'] {
  const seen = new Set<string>()
  for (let each = style; each && isNew(seen, each); each = own.get(each.basedOn ?? '') ?? null) {
    seen.add(each.id)
    if (titleStyles.test(each.name.replace(/\s/g, ''))) return 'title'
    if (headingStyles.test(each.name)) return 'heading'
  }
  const outline = style?.paragraph.outline
  return outline !== undefined && outline < 9 ? 'heading' : 'body'
}

export function paragraphFormat(node: XmlNode | undefined): ParagraphFormat {
  const format: ParagraphFormat = {}
  for (const child of node?.children ?? []) readParagraphProperty(format, child.name, child.attributes)
  const numbering = childOf(node, 'w:numPr')
  for (const child of numbering?.children ?? []) readParagraphProperty(format, child.name, child.attributes)
  return format
}

export function readParagraphProperty(
  format: ParagraphFormat,
  name: string,
  attributes: Record<string, string>,
) {
  const value = attributes['w:val']
  if (name === 'w:numId') format.numId = value ?? '0'
  if (name === 'w:ilvl') format.level = Number(value ?? 0)
  if (name === 'w:outlineLvl') format.outline = Number(value ?? 9)
  if (name === 'w:pageBreakBefore') format.pageBreakBefore = isOn(value)
  if (name === 'w:ind') readIndent(format, attributes)
}

function readIndent(format: ParagraphFormat, attributes: Record<string, string>) {
  const start = twips(attributes['w:start'] ?? attributes['w:left'])
  const hanging = twips(attributes['w:hanging'])
  const first = hanging === undefined ? twips(attributes['w:firstLine']) : -hanging
  if (start !== undefined) format.indentStart = start
  if (first !== undefined) format.indentFirst = first
}

/** Strict files may give a length with its unit. */
function twips(length: string | undefined): number | undefined {
  const found = /^(-?[\d.]+)(pt|cm|mm|in|pc|pi)?$/.exec(length ?? '')
  if (!found) return undefined
  const perUnit: Record<string, number> = { pt: 20, cm: 567, mm: 56.7, in: 1440, pc: 240, pi: 240 }
  return Number(found[1]) * (perUnit[found[2] ?? ''] ?? 1)
}

function runFormat(node: XmlNode | undefined): RunFormat {
  const format: RunFormat = {}
  for (const child of node?.children ?? []) readRunProperty(format, child.name, child.attributes)
  return format
}

export function readRunProperty(format: RunFormat, name: string, attributes: Record<string, string>) {
  const value = attributes['w:val']
  if (name === 'w:i') format.italic = isOn(value)
  if (name === 'w:iCs') format.italicComplex = isOn(value)
  if (name === 'w:vanish') format.hidden = isOn(value)
  if (name === 'w:vertAlign') format.raised = value === 'superscript'
  if (name === 'w:rtl' || name === 'w:cs') format.rightToLeft = isOn(value)
  if (name === 'w:lang') {
    if (value) format.language = value
    if (attributes['w:bidi']) format.languageComplex = attributes['w:bidi']
    if (attributes['w:eastAsia']) format.languageEastAsia = attributes['w:eastAsia']
  }
}
