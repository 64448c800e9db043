import type { Attributes, XmlVisitor } from '../packages/xml-read.ts'
import { isOn } from '../packages/xml-read.ts'
import type { Filled, FilledRow } from './docx-read.ts'
import { UnreadableDocument, type DocumentBudget } from './limits.ts'

type OpenControl = { name: string; text: string; isPrompt: boolean }

/** Where the reader is: the rows, cells and controls that are open, the innermost last. */
type Reading = { rows: FilledRow[]; controls: OpenControl[]; path: string[]; skippedFrom: number }

/** Gathers rows and controls while a document is read. */
export function filledVisitor(filled: Filled, { limits }: DocumentBudget): XmlVisitor {
  const at: Reading = { rows: [], controls: [], path: [], skippedFrom: 0 }
  const refuseTooMany = () => {
    if (filled.rows.length + filled.controls.length > limits.rows)
      throw new UnreadableDocument('sheet.rows', { limit: limits.rows })
  }
  return {
    open(name, attributes) {
      at.path.push(name)
      if (at.skippedFrom > 0) return
      if (skipped.has(name)) at.skippedFrom = at.path.length
      else open(at, name, attributes, limits.characters)
    },
    close(name) {
      if (at.skippedFrom === 0) close(at, filled, name, limits.characters)
      if (at.skippedFrom === at.path.length) at.skippedFrom = 0
      at.path.pop()
      refuseTooMany()
    },
    text(more) {
      if (at.skippedFrom === 0 && at.path.at(-1) === 'w:t') write(at, more, limits.characters)
    },
  }
}

/** What was deleted or moved away, readings above signs, and the second form of what stands there twice. */
const skipped = new Set(['w:del', 'w:moveFrom', 'w:rt', 'mc:Fallback', 'w:pPr', 'w:rPr'])

function open(at: Reading, name: string, attributes: Attributes, most: number) {
  switch (name) {
    case 'w:tr':
      return at.rows.push({ cells: [], names: [] })
    case 'w:tc':
      return at.rows.at(-1)?.cells.push('')
    case 'w:sdt':
      return at.controls.push({ name: '', text: '', isPrompt: false })
    case 'w:br':
    case 'w:cr':
      return write(at, '\n', most)
    case 'w:tab':
      return write(at, '\t', most)
    case 'w:noBreakHyphen':
      return write(at, '-', most)
  }
  const control = at.controls.at(-1)
  if (control === undefined || at.path.at(-2) !== 'w:sdtPr') return
  if (name === 'w:tag') control.name = attributes['w:val'] ?? ''
  if (name === 'w:showingPlcHdr') control.isPrompt = isOn(attributes['w:val'])
}

function close(at: Reading, filled: Filled, name: string, most: number) {
  switch (name) {
    case 'w:p':
      return write(at, '\n', most)
    case 'w:sdt':
      return closeControl(at, filled)
    case 'w:tr':
      return closeRow(at, filled)
  }
}

function closeControl(at: Reading, filled: Filled) {
  const control = at.controls.pop()
  if (control === undefined || control.name === '') return
  const row = at.rows.at(-1)
  row?.names.push(control.name)
  filled.controls.push({
    name: control.name,
    text: control.text.trim(),
    isInRow: row !== undefined,
  })
}

function closeRow(at: Reading, filled: Filled) {
  const row = at.rows.pop()
  if (row) filled.rows.push({ ...row, cells: row.cells.map((text) => text.trim()) })
}

/** Into the innermost control that has a name and into the cell around it, unless it is only a prompt. */
function write({ rows, controls }: Reading, text: string, most: number) {
  if (controls.some(({ isPrompt }) => isPrompt)) return
  const control = controls.findLast(({ name }) => name !== '')
  if (control) control.text += text.slice(0, most - control.text.length)
  const cells = rows.at(-1)?.cells
  const last = cells?.at(-1)
  if (cells && last !== undefined) cells[cells.length - 1] = last + text.slice(0, most - last.length)
}
