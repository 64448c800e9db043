import fc from 'fast-check'
import type { Block, SourceText } from '../source.ts'
import type { Model, Paragraph } from './generated.ts'
import { stocks } from './generated-words.ts'
import { paragraph, plainText } from './plain-text.ts'

/** How an invented resolution is printed: everything that may happen to a text between its author and its reader. */
export type Printing = {
  form: 'gaps' | 'double' | 'dense' | 'whole' | 'automatic'
  width: number
  breaks: number[]
  pageMark: 'space' | 'feed'
  furniture: boolean
  /** A foreword before the resolution, the line of a meeting and an annex after it. */
  around: boolean
  notes: number[]
  marksOfDirection: boolean
  easternDigits: boolean
}

export const printings: fc.Arbitrary<Printing> = fc.record({
  form: fc.constantFrom('gaps', 'gaps', 'double', 'dense', 'whole', 'automatic'),
  width: fc.integer({ min: 62, max: 96 }),
  breaks: fc.array(fc.integer({ min: 8, max: 400 }), { maxLength: 5 }),
  pageMark: fc.constantFrom('space', 'feed'),
  furniture: fc.boolean(),
  around: fc.boolean(),
  notes: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
  marksOfDirection: fc.boolean(),
  easternDigits: fc.boolean(),
})

export type Print = { source: SourceText; notes: { mark: string; text: string; unit: string }[] }

export function print(model: Model, printing: Printing): Print {
  const paragraphs = model.lines.map((line) => ({ ...line, words: [...line.words] }))
  const notes = placeNotes(paragraphs, model, printing)
  if (printing.form === 'whole' || printing.form === 'automatic')
    return { source: wholeBlocks(paragraphs, printing, notes), notes }
  const rows = printLines(paragraphs, model, printing)
  const goOn = rows.filter(({ startsParagraph }) => !startsParagraph).length
  // With hardly a sentence over two lines nobody can tell double spacing from short paragraphs.
  const form =
    printing.form === 'double' && goOn < 6
      ? 'gaps'
      : printing.form === 'dense' && model.shape === 'un'
        ? 'gaps'
        : printing.form
  return { source: plainText(paginate(rows, { ...printing, form }, notes, model)), notes }
}

/** Marks hang on long words of units, in the order of the text. */
function placeNotes(
  paragraphs: (Paragraph & { words: string[] })[],
  model: Model,
  printing: Printing,
): Print['notes'] {
  if (model.language === 'zh' || model.language === 'ar') return []
  const units = paragraphs.filter(({ kind, words }) => kind === 'unit' && words.length > 4)
  const chosen = [...new Set(printing.notes.map((note) => note % Math.max(1, units.length)))].sort(
    (a, b) => a - b,
  )
  const notes: Print['notes'] = []
  for (const place of chosen) {
    const unit = units[place]
    const at = unit?.words.findIndex((word, index) => index > 0 && /^\p{Ll}{5,}$/u.test(word)) ?? -1
    if (!unit || at < 0) continue
    const mark = String(notes.length + 1)
    notes.push({
      mark,
      text: `${stocks[model.language].words.slice(0, 4).join(' ')}.`,
      unit: unit.words.join(' '),
    })
    unit.words[at] += mark
    unit.noteAfter = notes.length
  }
  return notes
}

type Row = {
  text: string
  first: boolean
  startsParagraph: boolean
  kind: Paragraph['kind']
  note: number | null
  label: string | null
}

function printLines(paragraphs: Paragraph[], model: Model, printing: Printing): Row[] {
  const space = model.language === 'zh' ? '' : ' '
  const width = model.language === 'zh' ? Math.floor(printing.width / 2) : printing.width
  return paragraphs.flatMap((one) => {
    const label = one.label === null ? '' : `${decorate(one.label, model, printing)} `
    const rows: string[] = []
    let row = label
    for (const word of one.words) {
      const next = row === '' || row === label ? row + word : row + space + word
      if (
        next.length > width &&
        row !== label &&
        !(space === '' && /^[，。；：、）]/u.test(word)) &&
        !(space === '' && /[A-Za-z\d]$/.test(row) && /^[A-Za-z\d]/.test(word))
      ) {
        rows.push(row)
        row = word
      } else row = next
    }
    rows.push(row)
    return rows.map((text, index): Row => ({
      text,
      first: index === 0,
      startsParagraph: index === 0,
      kind: one.kind,
      note: index === rows.length - 1 ? one.noteAfter : null,
      label: one.label,
    }))
  })
}

function decorate(label: string, model: Model, printing: Printing): string {
  if (model.language !== 'ar') return label
  const eastern = printing.easternDigits
    ? label.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    : label
  return printing.marksOfDirection ? `\u200f${eastern}` : eastern
}

/** Lines with blank ones between, broken into pages; notes stand below a rule at the foot of the page that has their mark. */
function paginate(rows: Row[], printing: Printing, notes: Print['notes'], model: Model): string {
  const most = Math.floor(rows.length / 15)
  const places = printing.breaks.map((at) => at % rows.length)
  const breaks = new Set(places.filter((at) => mayBreak(rows, at, model, printing)).slice(0, most))
  const out: string[] = []
  let pending: number[] = []
  let page = 1
  const flushNotes = () => {
    if (pending.length === 0) return
    out.push('', '____________________')
    for (const note of pending) out.push(`${note}  ${notes[note - 1]?.text}`)
    pending = []
  }
  rows.forEach((row, index) => {
    const isBreak = breaks.has(index)
    if (isBreak) {
      flushNotes()
      page++
      if (printing.furniture) out.push('', `– ${page} –`, '')
    } else if (index > 0 && gapBefore(row, printing)) out.push('')
    const pageStart = isBreak ? (printing.pageMark === 'feed' ? '\f' : ' ') : ''
    out.push(pageStart + row.text + ' ')
    if (row.note !== null) pending.push(row.note)
  })
  flushNotes()
  return around(out, model, printing).join('\n')
}

const gapBefore = (row: Row, { form }: Printing): boolean =>
  form === 'double' || (form === 'gaps' && row.startsParagraph)

function around(lines: string[], model: Model, printing: Printing): string[] {
  if (!printing.around || printing.form === 'dense') return lines
  const { foreword, annex, meeting } = stocks[model.language].surroundings
  const body = stocks[model.language].words.slice(2, 9).join(' ')
  const before = printing.form === 'double' ? [] : [foreword, '', `${body}.`, '']
  return [
    ...before,
    ...lines,
    '',
    ...(model.shape === 'un' ? [meeting, ''] : []),
    annex,
    '',
    `1 ${body};`,
    '',
    `2 ${body}.`,
  ]
}

/** Where nothing on the page could tell a new paragraph from an old one, even people would have to guess. */
function mayBreak(rows: Row[], at: number, model: Model, printing: Printing): boolean {
  const row = rows[at]
  if (!row || at < 4 || row.kind !== 'unit') return false
  if (row.startsParagraph && row.label === null) return false
  return !(model.shape === 'un' && printing.form === 'double')
}

function wholeBlocks(paragraphs: Paragraph[], printing: Printing, notes: Print['notes']): SourceText {
  const blocks: Block[] = paragraphs.map((one) => {
    const space = /[\u4e00-\u9fff]/.test(one.words.join('')) ? '' : ' '
    const text = one.words.join(space)
    const automatic = printing.form === 'automatic' && one.label !== null
    const found =
      one.noteAfter === null ? null : new RegExp(`(?<=\\p{Ll}{5})${one.noteAfter}(?= )`, 'u').exec(text)
    const marks = found ? [{ mark: String(one.noteAfter), offset: found.index }] : []
    const plain = found ? text.slice(0, found.index) + text.slice(found.index + found[0].length) : text
    if (automatic) return paragraph(plain, { label: one.label, level: one.depth, marks })
    return paragraph(one.label === null ? plain : `${one.label} ${plain}`, { marks })
  })
  const kept = notes.map(({ mark, text }) => ({ mark, text, at: 'note' }))
  return { format: 'docx', declaredLanguage: null, blocks, notes: kept, setAside: [], warnings: [] }
}
