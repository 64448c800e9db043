import { readParagraphProperty, readRunProperty } from './docx-styles.ts'
import type { Story } from './docx-story.ts'
import {
  addNoteReference,
  addText,
  closeBox,
  closeParagraph,
  closeTable,
  finishCarried,
  openBox,
  openParagraph,
  openTable,
  topParagraph,
} from './docx-story.ts'
import { symbolSign } from './docx-symbols.ts'
import type { Attributes, XmlVisitor } from '#platform/packages/xml-read.ts'
import { isOn } from '#platform/packages/xml-read.ts'

/** Reads a running text of a Word file, element by element, into a story. */
export function storyVisitor(story: Story): XmlVisitor {
  const path: string[] = []
  const alternatives: { isTaken: boolean; lettersBefore: number }[] = []
  let skippedFrom = 0
  let text = ''

  return {
    open(name, attributes) {
      path.push(name)
      text = ''
      if (skippedFrom > 0) return
      if (isSkipped(name, path, alternatives, story)) skippedFrom = path.length
      else openElement(story, name, attributes, path)
    },
    close(name) {
      if (skippedFrom === 0) closeElement(story, name, text, path)
      if (skippedFrom === path.length) skippedFrom = 0
      if (skippedFrom === 0) closeAlternative(name, alternatives, story)
      path.pop()
      text = ''
    },
    text(more) {
      if (skippedFrom === 0 && printed.has(path.at(-1) ?? '')) text += more
    },
  }
}

const printed = new Set(['w:t', 'w:delText', 'm:t', 'a:t'])

/** Properties as they were before a change, a control's settings, readings above signs, the branches not taken. */
const skipped = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:sdtPr',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
])

type Alternative = { isTaken: boolean; lettersBefore: number }

/** Of the alternatives of one content the first with any text is read, and only that one. */
function isSkipped(name: string, path: string[], alternatives: Alternative[], story: Story): boolean {
  if (name.endsWith('PrChange')) story.hasChanges = true
  if (skipped.has(name)) return true
  if (name === 'mc:AlternateContent') alternatives.push({ isTaken: false, lettersBefore: story.letters })
  const isBranch = name === 'mc:Choice' || name === 'mc:Fallback'
  return isBranch && path.at(-2) === 'mc:AlternateContent' && (alternatives.at(-1)?.isTaken ?? false)
}

function closeAlternative(name: string, alternatives: Alternative[], story: Story) {
  const open = alternatives.at(-1)
  if (!open) return
  if (name === 'mc:Choice' && story.letters > open.lettersBefore) open.isTaken = true
  if (name === 'mc:AlternateContent') alternatives.pop()
}

function openElement(story: Story, name: string, attributes: Attributes, path: string[]) {
  const parent = path.at(-2)
  if (parent === 'w:rPr') return openRunProperty(story, name, attributes, path.at(-3))
  if (parent === 'w:pPr' || parent === 'w:numPr') return openParagraphProperty(story, name, attributes)
  if (parent === 'w:sectPr' && path.at(-3) === 'w:pPr') return openSectionProperty(story, name, attributes)
  if (parent === 'w:trPr') return openRowProperty(story, name)
  if (parent === 'w:r') return openRunContent(story, name, attributes)
  openContainer(story, name, attributes)
}

function openContainer(story: Story, name: string, attributes: Attributes) {
  switch (name) {
    case 'w:p':
      return openParagraph(story)
    case 'w:r':
    case 'm:r':
      story.run = {}
      return
    case 'w:tbl':
      return openTable(story)
    case 'w:tr':
    case 'w:tc':
      return openCell(story, name)
    case 'w:txbxContent':
      return openBox(story)
    case 'w:del':
    case 'w:moveFrom':
      story.deletions += 1
      story.hasChanges = true
      return
    case 'w:ins':
    case 'w:moveTo':
      story.hasChanges = true
      return
    case 'w:altChunk':
      story.embedded.push(attributes['r:id'] ?? '')
      return
    case 'v:textpath':
      return addHidden(story, attributes['string'] ?? '')
  }
}

/** A watermark is printed behind the text and is none of it. */
function addHidden(story: Story, text: string) {
  const paragraph = topParagraph(story)
  if (paragraph && text !== '') paragraph.hidden += `${text}\n`
}

function openCell(story: Story, name: string) {
  finishCarried(story)
  const table = story.tables.at(-1)
  if (!table) return
  if (name === 'w:tr') {
    table.row += 1
    table.column = 0
    table.isRowDeleted = false
  } else table.column += 1
}

function openRowProperty(story: Story, name: string) {
  const table = story.tables.at(-1)
  if (table && name === 'w:del') table.isRowDeleted = true
  if (name === 'w:del' || name === 'w:ins') story.hasChanges = true
}

function openRunProperty(story: Story, name: string, attributes: Attributes, owner: string | undefined) {
  const paragraph = topParagraph(story)
  if (owner === 'w:r' && name === 'w:rStyle') story.run.styleId = attributes['w:val'] ?? ''
  if (owner === 'w:r') readRunProperty(story.run, name, attributes)
  if (owner !== 'w:pPr' || !paragraph) return
  // These are properties of the paragraph's end.
  if (name === 'w:del' || name === 'w:moveFrom') paragraph.isEndDeleted = true
  if (name === 'w:specVanish') paragraph.isEndHidden = isOn(attributes['w:val'])
  if (['w:del', 'w:moveFrom', 'w:ins', 'w:moveTo'].includes(name)) story.hasChanges = true
}

function openParagraphProperty(story: Story, name: string, attributes: Attributes) {
  const paragraph = topParagraph(story)
  if (!paragraph) return
  if (name === 'w:pStyle') paragraph.styleId = attributes['w:val'] ?? null
  if (name === 'w:sectPr') paragraph.endsPage = true
  readParagraphProperty(paragraph.format, name, attributes)
}

function openSectionProperty(story: Story, name: string, attributes: Attributes) {
  const paragraph = topParagraph(story)
  const isContinuous = name === 'w:type' && ['continuous', 'nextColumn'].includes(attributes['w:val'] ?? '')
  if (paragraph && isContinuous) paragraph.endsPage = false
}

function openRunContent(story: Story, name: string, attributes: Attributes) {
  const paragraph = topParagraph(story)
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      return addText(story, '\t')
    case 'w:noBreakHyphen':
      return addText(story, '-')
    case 'w:sym':
      return addText(story, symbolSign(attributes['w:font'] ?? '', attributes['w:char'] ?? ''))
    case 'w:br':
    case 'w:cr':
      return addBreak(story, attributes['w:type'] === 'page')
    case 'w:lastRenderedPageBreak':
      if (paragraph && !paragraph.pieces.some((piece) => piece.kind !== 'break')) paragraph.newPage = true
      return
    case 'w:fldChar':
      return changeField(story, attributes['w:fldCharType'] ?? '')
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const custom = attributes['w:customMarkFollows']
      const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote'
      return addNoteReference(story, kind, attributes['w:id'] ?? '', custom !== undefined && isOn(custom))
    }
  }
}

function addBreak(story: Story, page: boolean) {
  const paragraph = topParagraph(story)
  story.budget.spendCharacters(1)
  if (paragraph && story.deletions === 0 && !story.fields.includes('code')) {
    paragraph.pieces.push({ kind: 'break', page })
  }
}

function changeField(story: Story, type: string) {
  if (type === 'begin') story.fields.push('code')
  if (type === 'separate' && story.fields.length > 0) story.fields[story.fields.length - 1] = 'result'
  if (type === 'end') story.fields.pop()
}

function closeElement(story: Story, name: string, text: string, path: string[]) {
  switch (name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
    case 'a:t':
      return addText(story, text)
    case 'w:p':
      return closeParagraph(story)
    case 'w:tc':
      return finishCarried(story)
    case 'w:tbl':
      finishCarried(story)
      return closeTable(story)
    case 'w:txbxContent':
      return closeBox(story)
    case 'w:del':
    case 'w:moveFrom':
      if (!['w:rPr', 'w:trPr', 'w:numPr', 'w:tcPr'].includes(path.at(-2) ?? '')) story.deletions -= 1
  }
}
