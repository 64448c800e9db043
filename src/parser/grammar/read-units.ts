import type { LanguageCode } from '../language-code.ts'
import type { Resolution } from '../resolution.ts'
import type { SetAside, SourceText, Warning } from '../source.ts'
import { Unreadable } from '../source.ts'
import { detectLanguage } from './detect-language.ts'
import { endingAt } from './ending.ts'
import { finishNotes, finishSections } from './finish.ts'
import { placeMarks } from './footnote-marks.ts'
import { takeFootnotes } from './footnotes.ts'
import { findFormula } from './formula.ts'
import { isDecision, readFront } from './front-matter.ts'
import { removeFurniture } from './furniture.ts'
import type { Context, SectionSketch } from './itu-shape.ts'
import { vocabularyOf } from './join.ts'
import type { Line } from './line.ts'
import { withoutLineNumbers } from './line-numbers.ts'
import { linesOf } from './line.ts'
import { yearIn } from './place-and-year.ts'
import { readBody } from './shape.ts'

export type Draft = Omit<Resolution, 'duties'>

/** Reads a file's blocks as a resolution: sections, units, footnotes, front matter; what is left over is set aside with a reason. */
export function readUnits(source: SourceText, options: { language?: LanguageCode } = {}): Draft {
  const warnings: Warning[] = [...source.warnings]
  const setAside: SetAside[] = source.setAside.map((one) => ({ ...one }))
  const language = languageOf(source, options.language, warnings)
  const blocks = withoutLineNumbers(source.blocks, setAside)
  const flow = removeFurniture(linesOf({ ...source, blocks }, warnings), language, setAside)
  const { lines, notes } = takeFootnotes(flow, source.notes, setAside, language)
  placeMarks(lines, notes, warnings)
  const vocabulary = vocabularyOf(lines.map(({ text }) => text))
  const context: Context = {
    lines,
    language,
    vocabulary,
    isEnd: (index, tail) => endingAt(lines, index, tail, language) !== null,
  }
  const formula = findFormula(lines, language)
  const body = readBody(context, formula)
  if (!body) throw new Unreadable('no-operative-part')

  const front = readFront(lines, formula, body.start, language, vocabulary, setAside)
  for (const { text, at } of body.asides) setAside.push({ reason: 'other', text, at })
  setRestAside(lines, body.end, language, setAside)
  warnings.push(...body.warnings)
  if (isDecision(front.frontMatter, language)) nameDecides(body.sections)
  const sections = finishSections(body.sections, vocabulary, warnings)
  const footnotes = finishNotes(notes, sections, body.sections, front.marks, vocabulary, warnings)
  const { marks: _marks, isYearOfCover, ...facts } = front
  const yearOfMeeting = isYearOfCover ? yearAfter(lines, body.end, language) : null
  return {
    ...facts,
    year: yearOfMeeting ?? facts.year,
    language,
    sections,
    footnotes,
    setAside,
    warnings,
  }
}

/** Most languages have one verb for 'resolves' and 'decides'; the kind of text tells which of the two it stands for. */
function nameDecides(sections: SectionSketch[]): void {
  for (const section of sections) section.act = section.act?.replace(/^resolves(?=$|-)/, 'decides') ?? null
}

function languageOf(source: SourceText, wanted: LanguageCode | undefined, warnings: Warning[]): LanguageCode {
  if (wanted) return wanted
  const texts = source.blocks.map(({ text }) => text)
  const found = detectLanguage(texts)
  if (!found.sure)
    warnings.push({
      code: 'language-doubtful',
      values: { language: found.language },
      at: source.blocks[0]?.at ?? '',
    })
  return found.sure || !source.declaredLanguage ? found.language : source.declaredLanguage
}

function setRestAside(lines: Line[], end: number, language: LanguageCode, setAside: SetAside[]): void {
  let reason = endingAt(lines, end, '.', language) ?? 'after-the-end'
  for (let index = end; index < lines.length; index++) {
    const line = lines[index]
    if (!line) break
    if (reason === 'after-the-end' && endingAt(lines, index, '.', language) === 'annex') reason = 'annex'
    const text = line.label === null ? line.text : `${line.label} ${line.text}`
    const last = setAside.at(-1)
    if (last?.reason === reason && index > end && last.text.length < 20_000) last.text += `\n${text}`
    else setAside.push({ reason, text, at: line.at })
  }
}

/** UN texts date themselves at the foot: '88th plenary meeting, 24 December 2031'. */
function yearAfter(lines: Line[], end: number, language: LanguageCode): number | null {
  for (const line of lines.slice(end, end + 3)) {
    const isNote = endingAt([{ ...line, starts: 'yes' }], 0, '.', language) === 'after-the-end'
    const year = isNote && line.text.length < 100 ? yearIn(line.text) : null
    if (year !== null) return year
  }
  return null
}
