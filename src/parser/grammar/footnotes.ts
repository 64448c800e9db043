import type { LanguageCode } from '../language-code.ts'
import { findAct } from '../languages/acts.ts'
import type { SetAside, SourceNote } from '../source.ts'
import { clean, narrow } from './characters.ts'
import { endingAt } from './ending.ts'
import { stackOfNotes } from './footnote-stacks.ts'
import { readLabel } from './labels.ts'
import type { Line } from './line.ts'
import { endsSentence, opensList } from './terminators.ts'

export type Note = {
  mark: string
  parts: string[]
  at: string
  /** place among the lines, for finding its mark above */ before: number
}

export type Notes = { lines: Line[]; notes: Note[] }

const rule = /^(?:_{4,}|[-–—―─]{5,})$/
/** No note: '1bis that …', '1 مكرراً', '1, 2 and 3 above'. */
const inserted =
  /^\d{1,3} ?(?:(?:bis|ter|quater|quinquies)(?!\p{L})|مكرر)|^\d{1,3}(?:\s?[,،、]\s?|\s?(?:و|和|及)\s?|\s(?:and|or|et|ou|y|o|и|или|to|à|a)\s)(?=[(（]?\d)/iu
const noteStart =
  /^(?:\(?(\d{1,3})(?:[).]|\s?\/(?=\s))?|([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})|(\*{1,4}|[†‡§¶]{1,2})|\[(\d{1,3})\])\s*(?=\S)/u

/** Footnotes printed in the flow: below a rule, or at the foot of a known page. Notes that the format keeps apart come first. */
export function takeFootnotes(
  lines: Line[],
  apart: SourceNote[],
  setAside: SetAside[],
  language: LanguageCode,
): Notes {
  const hasRules = lines.some((line) => rule.test(line.text))
  const notes: Note[] = apart.map(({ mark, text, at }) => ({
    mark: clean(mark),
    parts: [clean(text)],
    at,
    before: Infinity,
  }))
  const kept: Line[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    if (!rule.test(line.text)) {
      const foot = footOfPage(lines, index, notes, kept, hasRules, language)
      if (foot > 0) {
        readNotes(lines.slice(index, index + foot), notes, kept.length)
        index += foot
        joinOver(lines[index])
        continue
      }
      kept.push(line)
      index++
      continue
    }
    setAside.push({ reason: 'rule', text: line.text, at: line.at })
    const stack = stackOfNotes(lines, index + 1)
    if (stack) {
      const { marks, texts, at } = stack
      marks.forEach((mark, place) => notes.push({ mark, parts: texts[place] ?? [], at, before: kept.length }))
    }
    const count = stack?.count ?? zoneLength(lines, index + 1)
    if (!stack) readNotes(lines.slice(index + 1, index + 1 + count), notes, kept.length)
    index += 1 + count
    if (count > 0) joinOver(lines[index])
  }
  return { lines: kept, notes }
}

/** The sentence above the notes may go on below them. */
function joinOver(line: Line | undefined): void {
  if (!line || line.whole) return
  line.newPage = true
  line.starts = 'maybe'
}

const markOf = (text: string): string | null => {
  const found = inserted.test(text) ? null : noteStart.exec(text)
  if (!found) return null
  return narrowMark(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '')
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
export const narrowMark = (mark: string): string =>
  narrow(mark).replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String(superscripts.indexOf(sign)))

/** How many lines below a rule belong to notes: to the page's end where it is known, else to the end of the last note's sentence. */
function zoneLength(lines: Line[], start: number): number {
  const first = lines[start]
  if (!first || markOf(first.text) === null) return 0
  let pageEnd = start + 1
  while (pageEnd < lines.length && pageEnd - start < 80 && !lines[pageEnd]?.newPage) pageEnd++
  const pageIsKnown = lines[pageEnd]?.newPage === true
  let last = Number(markOf(first.text))
  for (let index = start + 1; index < pageEnd; index++) {
    const line = lines[index]
    const before = lines[index - 1]
    if (!line || !before) break
    const mark = markOf(line.text)
    if (mark !== null && (Number(mark) === last + 1 || Number.isNaN(Number(mark)) || Number.isNaN(last))) {
      last = Number.isNaN(Number(mark)) ? last : Number(mark)
      continue
    }
    const closed = endsSentence(before.text)
    if (closed && line.starts === 'yes' && isItem(line.text)) return index - start
    if (pageIsKnown) continue
    const resumes = line.starts !== 'no' || /^\p{Ll}/u.test(line.text) || readLabel(line.text) !== null
    if (line.whole || (closed && resumes)) return index - start
  }
  return pageEnd - start
}

/** 'i) that …': a provision, whatever page it stands on; notes have no such labels at the start of a paragraph. */
const isItem = (text: string): boolean => {
  const style = readLabel(text)?.style
  return style === 'closed' || style === 'quoted'
}

/** Notes without a rule above them, at the foot of a page: a run of lines that begins with the next mark and ends the page. */
function footOfPage(
  lines: Line[],
  index: number,
  notes: Note[],
  kept: Line[],
  hasRules: boolean,
  language: LanguageCode,
): number {
  const line = lines[index]
  if (!line || line.whole || kept.length === 0) return 0
  const mark = markOf(line.text)
  if (mark === null) return 0
  if (/^[¹²³⁴⁵⁶⁷⁸⁹⁰]/.test(line.text)) return raisedNote(lines, index)
  if (/^\d+ ?\/ /.test(line.text) && kept.some(({ text }) => text.includes(`${mark}/`)))
    return raisedNote(lines, index)
  if (/^[*†‡]/.test(mark) && line.starts !== 'no' && hasStar(kept, mark, notes))
    return raisedNote(lines, index)
  if (/^\(\d+\)\s/.test(line.text) && line.starts !== 'no' && hangsInBrackets(kept, mark))
    return raisedNote(lines, index)
  if (hasRules || isParagraph(line, kept, language)) return 0
  const expected = 1 + notes.filter((note) => /^\d+$/.test(note.mark)).length
  if (/^\d+$/.test(mark) && Number(mark) !== expected) return 0
  let end = index + 1
  while (end < lines.length && end - index <= 16 && !lines[end]?.newPage) end++
  const atEnd = end >= lines.length
  if (atEnd ? !closes(kept.at(-1), language) : !lines[end]?.newPage) return 0
  const page = kept
    .slice(-60)
    .map(({ text }) => text)
    .join('\n')
  if (!hasGluedMark(page, mark)) return 0
  if (lines.slice(index + 1, end).some(({ text }) => markOf(text) === mark)) return 0
  end = index + notesEnd(lines.slice(index, end), language)
  const raised = /^[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§¶]/u.test(line.text)
  return raised || !continuesLabels(kept, Number(mark)) ? end - index : 0
}

/** The last sentence, or the line of the meeting, stands above the notes at the end of a text. */
const closes = (line: Line | undefined, language: LanguageCode): boolean =>
  line !== undefined &&
  (endsSentence(line.text) || endingAt([{ ...line, starts: 'yes' }], 0, '.', language) === 'after-the-end')

/** 'القمة(1)': a label has a space before it, or begins its line. */
function hangsInBrackets(kept: Line[], mark: string): boolean {
  const hanging = new RegExp(`\\p{L}["”»]?\\(${mark}\\)`, 'u')
  const recent = kept.slice(-600).filter(({ text }) => /[\p{L}"”»]\(/u.test(text))
  return recent.some(({ text }) => hanging.test(narrow(text)))
}

/** '1. Notes …' and what follows a colon are paragraphs. */
function isParagraph(line: Line, kept: Line[], language: LanguageCode): boolean {
  if (opensList(kept.at(-1)?.text ?? '')) return true
  const text = line.text.replace(noteStart, '')
  return /^\(?\d+[.)]/.test(line.text) && findAct(text, language, 'operative')?.kind === 'operative'
}

/** Below the last note other things may stand, such as the line of the meeting. */
function notesEnd(lines: Line[], language: LanguageCode): number {
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]
    const before = lines[index - 1]
    if (!line || !endsSentence(before?.text ?? '') || markOf(line.text) !== null) continue
    if (line.starts === 'yes' || endingAt([{ ...line, starts: 'yes' }], 0, '.', language)) return index
  }
  return lines.length
}

/** A line that begins with a star is a note when a word above carries the same star and no note has claimed it. */
function hasStar(kept: Line[], mark: string, notes: Note[]): boolean {
  if (notes.some((note) => note.mark === mark)) return false
  const glued = gluedMark(mark)
  return kept.some(({ text }) => text.search(glued) > 0)
}

/** No paragraph begins with a raised digit, so such a line is a note wherever it stands. */
function raisedNote(lines: Line[], index: number): number {
  let end = index + 1
  while (end < lines.length && end - index < 12) {
    const line = lines[end]
    const before = lines[end - 1]
    if (!line || !before || line.newPage || line.starts === 'yes' || line.whole) break
    if (line.starts === 'maybe' && endsSentence(before.text)) break
    end++
  }
  return end - index
}

/** 'goals2' above and a line that begins with 2: a paragraph, when paragraph 1 stands just before. */
function continuesLabels(kept: Line[], number: number): boolean {
  if (number === 1) return /^[\p{Ll} ]{3,60}$/u.test(kept.at(-1)?.text ?? '')
  const before = new RegExp(`^\\(?${number - 1}[.)]?\\s`)
  return kept.slice(-60).some(({ text, label }) => before.test(text) || label === String(number - 1))
}

const escaped = (mark: string): string => mark.replace(/[*.?+^$[\]()|{}\\]/g, '\\$&')

export function gluedMark(mark: string): RegExp {
  const raised = [...mark].map((digit) => superscripts[Number(digit)] ?? digit).join('')
  const after = /\d/.test(mark)
    ? '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}\\d年月日号届次个条款段部章期项名%])'
    : '(?!\\*)'
  const before = /\d/.test(mark)
    ? '(?<![第])(?<!(?:Add|Rev|Corr|Amend|[A-Z]/L)\\.)(?<=[\\p{L})\\]”"’»,;:.،؛，；：。])'
    : '(?<=\\S)'
  return new RegExp(
    `${before}(?:${escaped(mark)}(?:\\/(?=[\\s,;.]|\\p{Script=Han}|$))?${after}|${escaped(raised)})|(?<=\\S)\\(${escaped(mark)}\\)(?=[,;.،؛，；。]|$)`,
    'gu',
  )
}

const hasGluedMark = (text: string, mark: string): boolean =>
  /\d/.test(mark) || mark !== '' ? gluedMark(mark).test(text) : false

function readNotes(lines: Line[], notes: Note[], before: number): void {
  let open: Note | null = null
  let last = notes.filter(({ mark }) => /^\d+$/.test(mark)).length
  for (const line of lines) {
    const mark = markOf(line.text)
    const number = Number(mark)
    if (mark !== null && (open === null || Number.isNaN(number) || number === last + 1)) {
      const text = line.text.replace(noteStart, '')
      open = { mark, parts: [text], at: line.at, before }
      if (!Number.isNaN(number)) last = number
      notes.push(open)
    } else if (open) open.parts.push(line.text)
  }
}
