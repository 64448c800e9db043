import type { Block, SourceText, Warning } from '../source.ts'
import { clean, foldTwins } from './characters.ts'
import { readLabel } from './labels.ts'
import { endsClause } from './terminators.ts'

/** A block made ready for reading: cleaned signs, and what its surroundings tell about where paragraphs end. */
export type Line = {
  at: string
  text: string
  marks: string[]
  whole: boolean
  indent: number
  blankBefore: number
  /** A page begins here, told by the format or by the printing (one leading space, no blank line). */
  newPage: boolean
  label: string | null
  level: number | null
  role: Block['role']
  italicLead: number
  /** Does a paragraph begin here? */
  starts: 'yes' | 'maybe' | 'no'
}

export function linesOf(source: SourceText, warnings: Warning[]): Line[] {
  const lines: Line[] = []
  for (const block of source.blocks) {
    const { text, folded } = foldTwins(clean(block.text))
    if (text === '' && !block.label) continue
    for (const letters of folded) warnings.push({ code: 'letters-folded', values: { letters }, at: block.at })
    lines.push({
      at: block.at,
      text,
      marks: block.marks.map(({ mark }) => mark),
      whole: block.whole,
      indent: block.indent,
      blankBefore: block.blankBefore,
      newPage: block.newPage,
      label: block.label === null ? null : clean(block.label),
      level: block.level,
      role: block.role,
      italicLead: block.italicLead,
      starts: 'maybe',
    })
  }
  findPages(lines)
  findParagraphs(lines)
  return withLabelsJoined(lines)
}

/** A label that stands alone on its line goes with the text below it, as people read it. */
function withLabelsJoined(lines: Line[]): Line[] {
  const joined: Line[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    const next = lines[index + 1]
    if (!line) break
    if (
      !next ||
      !isLoneLabel(line) ||
      isLoneLabel(next) ||
      next.label !== null ||
      next.newPage ||
      next.text === ''
    ) {
      joined.push(line)
      continue
    }
    if (/^\d+$/.test(line.text) && !/^[\p{Ll}\p{Lu}\p{Lo}"“«(]/u.test(next.text)) joined.push(line)
    else {
      joined.push({ ...line, text: `${line.text} ${next.text}`, marks: [...line.marks, ...next.marks] })
      index++
    }
  }
  return joined
}

function isLoneLabel(line: Line): boolean {
  if (line.label !== null || line.text.length > 9) return false
  const label = readLabel(line.text)
  if (!label || label.length < line.text.length) return false
  return label.style !== 'bare' || !line.newPage
}

/** Some printings begin a page with one space before the text and no blank line; only when that is rare does it mean a page. */
function findPages(lines: Line[]): void {
  const isOdd = (line: Line): boolean => line.indent === 1 && line.blankBefore === 0 && !line.whole
  const odd = lines.filter(isOdd).length
  const flush = lines.filter((line) => line.indent === 0).length
  if (odd === 0 || odd * 10 > lines.length || flush * 2 < lines.length) return
  for (const line of lines) if (isOdd(line)) line.newPage = true
}

/** A paragraph begins after a blank line, unless all lines are set apart by one, and after a line that had room for more. */
function findParagraphs(lines: Line[]): void {
  const printed = lines.filter((line) => !line.whole)
  const blank = printed.filter((line) => line.blankBefore > 0).length
  const share = blank / Math.max(1, printed.length)
  const gapsTell = doGapsTell(printed)
  const width = usualWidth(printed)
  const usual = share > 0.5 ? usualGap(printed, width) : 0
  const isEachWhole = areLinesWhole(printed)
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (!before || line.whole || before.whole) line.starts = 'yes'
    else if (line.blankBefore > usual || (isEachWhole && endsClause(before.text))) line.starts = 'yes'
    else if (line.indent > before.indent && !line.newPage && endsClause(before.text)) line.starts = 'yes'
    else if (hadRoom(before, line, width)) line.starts = line.newPage ? 'maybe' : 'yes'
    else if (line.newPage || before.text === '' || usual > 0 || !gapsTell) line.starts = 'maybe'
    else line.starts = 'no'
  })
}

/** Lines of very different length that nearly all end a clause: each is a paragraph, as copied from a web page. */
function areLinesWhole(lines: Line[]): boolean {
  const long = lines.filter(({ text }) => columns(text) > 130)
  const closed = long.filter(({ text }) => endsClause(text))
  return long.length >= 2 && closed.length >= long.length * 0.8
}

/** Blank lines tell paragraphs only where most clauses that end are followed by one. */
function doGapsTell(lines: Line[]): boolean {
  const after = lines.filter((_, index) => index > 0 && endsClause(lines[index - 1]?.text ?? ''))
  return after.filter(({ blankBefore }) => blankBefore > 0).length > after.length * 0.4
}

/** Blank lines between the lines of one sentence; full lines in mid-sentence tell. */
function usualGap(lines: Line[], width: number): number {
  const gaps: number[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (!before || endsClause(before.text) || columns(before.text) < width * 0.8) return
    if (!readLabel(line.text)) gaps.push(line.blankBefore)
  })
  const apart = gaps.filter((gap) => gap > 0).sort((a, b) => a - b)
  return gaps.length >= 3 && apart.length > gaps.length * 0.6 ? (apart[apart.length >> 1] ?? 0) : 0
}

const usualWidth = (lines: Line[]): number => {
  const widths = lines.map((line) => columns(line.text) + line.indent).sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.9)] ?? 0
}

const columns = (text: string): number =>
  text.length + (text.match(/[\p{Script=Han}，。；：、（）“”]/gu)?.length ?? 0)

/** The first word of this line would have fitted on the line before, with room to spare: somebody ended the line on purpose. */
function hadRoom(before: Line, line: Line, width: number): boolean {
  if (width < 36) return false
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0
  const word = firstWord > 30 ? 1 : firstWord
  return before.indent + columns(before.text) + 1 + word < width * 0.75
}
