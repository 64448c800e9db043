import type { SourceNote } from '../source.ts'
import type { PdfLine } from './pdf-lines.ts'

export type FootNotes = { notes: SourceNote[]; taken: Set<PdfLine>; rules: Set<PdfLine> }

/** Notes: smaller print that begins with a mark to which the text before it refers; at the foot of a page as a rule. */
export function footNotesOf(pages: PdfLine[][], bodySize: number): FootNotes {
  const found: FootNotes = { notes: [], taken: new Set(), rules: new Set() }
  const seen = new Set<string>()
  for (const lines of pages) {
    for (const run of smallRuns(lines, bodySize)) {
      const first = run.lines[0]
      for (const line of lines.slice(run.from, run.start)) for (const { mark } of line.marks) seen.add(mark)
      if (!first || (ownMark(first, seen) === null && !goesOn(found, first, run.isAtFoot))) continue
      takeRun(found, run.lines, seen)
      const before = lines[run.start - 1]
      if (before && /^[_‗─—-]{3,}$/.test(before.text)) found.rules.add(before)
    }
    for (const line of lines) if (!found.taken.has(line)) for (const { mark } of line.marks) seen.add(mark)
  }
  return found
}

type Run = { lines: PdfLine[]; from: number; start: number; isAtFoot: boolean }

function smallRuns(lines: PdfLine[], bodySize: number): Run[] {
  const runs: Run[] = []
  let from = 0
  let start = 0
  while (start < lines.length) {
    let end = start
    while (end < lines.length && (lines[end]?.size ?? bodySize) < bodySize * 0.94) end += 1
    if (end > start) {
      runs.push({ lines: lines.slice(start, end), from, start, isAtFoot: end === lines.length })
      from = end
    }
    start = end + 1
  }
  return runs
}

/** Small print at a foot without a mark goes on with the last note of the page before. */
const goesOn = (found: FootNotes, line: PdfLine, isAtFoot: boolean) =>
  isAtFoot && [...found.taken].some((taken) => taken.page === line.page - 1)

/** The mark that a line begins with, raised or not, when it is one that the text refers to. */
function ownMark(line: PdfLine, marksInText: Set<string>): string | null {
  const raised = line.marks.find((mark) => mark.offset === 0)
  if (raised) return marksInText.has(raised.mark) ? raised.mark : null
  const typed = /^(\d{1,3}|[*†‡§]{1,4})[\s.)]/.exec(line.text)?.[1]
  return typed && marksInText.has(typed) ? typed : null
}

function takeRun(found: FootNotes, run: PdfLine[], marksInText: Set<string>) {
  for (const line of run) {
    found.taken.add(line)
    const mark = ownMark(line, marksInText)
    const isRaised = line.marks.some((each) => each.offset === 0)
    const last = found.notes.at(-1)
    if (mark !== null) {
      const text = isRaised ? line.text : line.text.slice(mark.length).replace(/^[.)]?\s*/, '')
      found.notes.push({ mark, text, at: `footnote ${mark}` })
    } else if (last) last.text = joinedLines(last.text, line.text)
  }
}

/** A hyphen at a line's end stays, since it may belong to the word. */
function joinedLines(first: string, second: string): string {
  const isHan = /\p{Script=Han}$|[，。；：、]$/u.test(first) && /^\p{Script=Han}/u.test(second)
  if (first.endsWith('\u00ad')) return first.slice(0, -1) + second
  return /\p{L}-$/u.test(first) || isHan ? first + second : `${first} ${second}`
}
