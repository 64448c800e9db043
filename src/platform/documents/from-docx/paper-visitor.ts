import { isOn, type Attributes, type XmlVisitor } from '../../packages/xml-read.ts'
import type { BackBlock, BackSpan } from './paper-back.ts'
import type { StyleMeant } from './read-styles.ts'

export type Surroundings = {
  styles: ReadonlyMap<string, StyleMeant>
  looks: ReadonlyMap<string, 'strong' | 'emphasis'>
  isOrdered: (list: string, depth: string) => boolean | null
  /** Where links lead, by their names in this part. */
  addresses: ReadonlyMap<string, string>
  /** What stands in a footnote; none inside footnotes themselves. */
  note: (id: string) => Extract<BackSpan, { span: 'note' }>['spans'] | undefined
  add: (block: BackBlock) => void
}

type Look = 'plain' | 'strong' | 'emphasis'
type Paragraph = {
  style: string
  list: string | null
  depth: string
  bookmarks: string[]
  spans: BackSpan[]
  /** Its end was deleted: what follows goes on with it. */
  goesOn: boolean
  hasPicture: boolean
}
type Control = { depth: number; part: string | null; isContents: boolean }
/** A field of Word: what it does, and whether its result is being read. */
type Field = { code: string; isResult: boolean }

type Reading = {
  path: string[]
  skippedFrom: number
  paragraph: Paragraph | null
  waiting: string[]
  look: { style: Look; bold: boolean | null; italic: boolean | null }
  links: (string | null)[]
  fields: Field[]
  controls: Control[]
  tables: number
}

/** Old properties, what was deleted or moved away, readings above signs, the second form of what stands there twice. */
const skipped = new Set([
  ...['w:del', 'w:moveFrom', 'w:rt', 'mc:Fallback', 'w:pPrChange', 'w:rPrChange', 'w:sectPrChange'],
  ...['w:tblPrChange', 'w:txbxContent', 'w:delInstrText'],
])

/** Reads a running text, whichever program has saved it; tracked insertions count, tracked deletions do not. */
export function paperVisitor(around: Surroundings): XmlVisitor {
  const at: Reading = {
    ...{ path: [], skippedFrom: 0, paragraph: null, waiting: [], links: [], fields: [], controls: [] },
    ...{ look: { style: 'plain', bold: null, italic: null }, tables: 0 },
  }
  return {
    open(name, attributes) {
      at.path.push(name)
      if (at.skippedFrom > 0) return
      if (isSkipped(at, name)) at.skippedFrom = at.path.length
      else open(at, around, name, attributes)
    },
    close(name) {
      if (at.skippedFrom === 0) close(at, around, name)
      if (at.skippedFrom === at.path.length) at.skippedFrom = 0
      at.path.pop()
    },
    text(more) {
      if (at.skippedFrom > 0) return
      const name = at.path.at(-1)
      if (name === 'w:t') write(at, more)
      const field = at.fields.at(-1)
      if (name === 'w:instrText' && field) field.code += more
    },
  }
}

/** The mark that the end of a paragraph was deleted stands among its properties, and is no deleted text. */
const isSkipped = ({ path }: Reading, name: string): boolean =>
  skipped.has(name) && !(name === 'w:del' && path.at(-2) === 'w:rPr')

function open(at: Reading, around: Surroundings, name: string, attributes: Attributes) {
  switch (name) {
    case 'w:p':
      at.paragraph ??= begun(at)
      return
    case 'w:r':
      at.look = { style: 'plain', bold: null, italic: null }
      return
    case 'w:hyperlink':
      return void at.links.push(around.addresses.get(attributes['r:id'] ?? '') ?? null)
    case 'w:tbl':
      return openTable(at, around)
    case 'w:sdt':
      return void at.controls.push({ depth: at.path.length, part: null, isContents: false })
    case 'w:bookmarkStart':
      return void (at.paragraph?.bookmarks ?? at.waiting).push(attributes['w:name'] ?? '')
    case 'w:fldChar':
      return openField(at, attributes['w:fldCharType'] ?? '')
    case 'w:drawing':
    case 'w:pict':
      if (at.paragraph) at.paragraph.hasPicture = true
      return
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return openNote(
        at,
        around,
        `${name === 'w:endnoteReference' ? 'end' : 'foot'}${attributes['w:id'] ?? ''}`,
      )
  }
  const sign = signs[name]
  // A page that is broken is none of the text's words.
  if (sign !== undefined && at.path.at(-2) === 'w:r')
    return write(at, attributes['w:type'] === 'page' ? '' : sign)
  openProperty(at, around, name, attributes)
}

const signs: Record<string, string> = { 'w:br': ' ', 'w:cr': ' ', 'w:tab': ' ', 'w:noBreakHyphen': '\u2011' }

const begun = (at: Reading): Paragraph => ({
  ...{ style: '', list: null, depth: '0', spans: [], goesOn: false, hasPicture: false },
  bookmarks: at.waiting.splice(0),
})

function openProperty(at: Reading, { looks }: Surroundings, name: string, attributes: Attributes) {
  const { paragraph, look } = at
  const value = attributes['w:val'] ?? ''
  const parent = at.path.at(-2)
  if (parent === 'w:rPr' && at.path.at(-3) === 'w:r') {
    if (name === 'w:rStyle') look.style = looks.get(value) ?? 'plain'
    if (name === 'w:b' || name === 'w:bCs') look.bold = (look.bold ?? false) || isOn(attributes['w:val'])
    if (name === 'w:i' || name === 'w:iCs') look.italic = (look.italic ?? false) || isOn(attributes['w:val'])
  }
  if (name === 'w:tag' && parent === 'w:sdtPr') partOf(at, value)
  const control = at.controls.at(-1)
  if (name === 'w:docPartGallery' && control && /contents/i.test(value)) control.isContents = true
  if (paragraph === null) return
  if (name === 'w:pStyle') paragraph.style = value
  if (name === 'w:numId') paragraph.list = value
  if (name === 'w:ilvl') paragraph.depth = value
  if (name === 'w:del' && at.path.at(-3) === 'w:pPr') paragraph.goesOn = true
}

function partOf(at: Reading, tag: string) {
  const control = at.controls.at(-1)
  const part = /^part:(.+)$/.exec(tag)?.[1]
  if (control && part !== undefined) control.part = part
}

function openTable(at: Reading, around: Surroundings) {
  if (at.tables === 0) around.add({ ...outside(at), kind: 'table' })
  at.tables += 1
}

/** What stands in a control: a live part, or the contents. */
const outside = (at: Reading): BackBlock => ({
  ...{ kind: isContents(at) ? 'around' : 'paragraph', level: 0, bookmarks: at.waiting.splice(0), spans: [] },
  part: at.controls.findLast(({ part }) => part !== null)?.part ?? null,
})

const isContents = ({ controls, fields }: Reading): boolean =>
  controls.some((one) => one.isContents) || fields.some(({ code }) => /^\s*TOC\b/.test(code))

function openField({ fields }: Reading, kind: string) {
  if (kind === 'begin') fields.push({ code: '', isResult: false })
  const field = fields.at(-1)
  if (kind === 'separate' && field) field.isResult = true
  if (kind === 'end') fields.pop()
}

function openNote(at: Reading, { note }: Surroundings, id: string) {
  const spans = note(id)
  if (spans !== undefined) at.paragraph?.spans.push({ span: 'note', spans })
}

function write(at: Reading, text: string) {
  const { paragraph, look } = at
  if (paragraph === null || text === '') return
  const linked = at.fields.map(({ code }) => /^\s*HYPERLINK\s+"([^"]*)"/.exec(code)?.[1]).find(Boolean)
  const address = at.links.at(-1) ?? linked
  paragraph.spans.push(
    address === undefined || address === null
      ? { span: 'text', text, look: lookOf(look) }
      : { span: 'link', text, address },
  )
}

/** What was said of the letters themselves counts more than their style. */
function lookOf({ style, bold, italic }: Reading['look']): Look {
  if (style === 'strong') return bold === false ? 'plain' : 'strong'
  if (style === 'emphasis') return italic === false && bold !== true ? 'plain' : 'emphasis'
  if (bold === true) return 'strong'
  return italic === true ? 'emphasis' : 'plain'
}

function close(at: Reading, around: Surroundings, name: string) {
  if (name === 'w:hyperlink') at.links.pop()
  if (name === 'w:tbl') at.tables -= 1
  if (name === 'w:sdt') at.controls.pop()
  if (name === 'w:p') closeParagraph(at, around)
}

function closeParagraph(at: Reading, around: Surroundings) {
  const { paragraph } = at
  if (paragraph === null) return
  if (paragraph.goesOn) {
    paragraph.goesOn = false
    return
  }
  at.paragraph = null
  if (at.tables > 0) return
  const meant = around.styles.get(paragraph.style) ?? { kind: 'paragraph', level: 0 }
  const place = outside(at)
  const block = {
    ...{ part: place.part, level: meant.level, spans: paragraph.spans },
    bookmarks: [...place.bookmarks, ...paragraph.bookmarks],
  }
  if (place.kind === 'around') return around.add({ ...block, kind: 'around' })
  if (paragraph.hasPicture) around.add({ ...block, kind: 'picture', spans: [] })
  around.add({ ...block, kind: kindOf(paragraph, meant, around) })
}

/** A paragraph that somebody has put into a list is a line of it, whatever its style. */
function kindOf({ list, depth }: Paragraph, meant: StyleMeant, around: Surroundings): BackBlock['kind'] {
  if (meant.kind === 'heading' || meant.kind === 'around' || list === null) return meant.kind
  if (list === '0') return meant.kind === 'line' || meant.kind === 'ordered-line' ? 'paragraph' : meant.kind
  const isOrdered = around.isOrdered(list, depth)
  if (isOrdered === null || (isOrdered && meant.isCounted)) return meant.kind
  return isOrdered ? 'ordered-line' : 'line'
}
