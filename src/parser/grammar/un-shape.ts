import { findAct } from '../languages/acts.ts'
import { paragraphAct } from './paragraph-act.ts'
import type { LanguageCode } from '../language-code.ts'
import type { Warning } from '../source.ts'
import { headingBetween, partAt } from './between.ts'
import type { Context, Reading, SectionSketch } from './itu-shape.ts'
import { readUnitLine } from './itu-shape.ts'
import { labelAt, takeLabel } from './label-context.ts'
import type { Line } from './line.ts'
import { Outline } from './outline.ts'
import { endsClause } from './terminators.ts'

/** Texts of the United Nations: a preamble of unnumbered paragraphs, then paragraphs that each begin with their verb. */
export function readUnShape(context: Context, start: number): Reading {
  const { lines, language } = context
  const sections: SectionSketch[] = []
  const warnings: Warning[] = []
  let part: { key: string; heading: string } | null = null
  let index = start
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    const section = sections.at(-1)
    const tail = section?.outline.tail ?? ''
    if (section && sections.some(({ kind }) => kind === 'operative') && context.isEnd(index, tail)) break
    const newPart = partAt(lines, index, tail, language)
    if (newPart) {
      part = { key: `part-${newPart.key}-`, heading: newPart.heading }
      index += newPart.count
      const opened = paragraphKind(lines, index, language, null) ?? 'operative'
      sections.push(sectionFor(opened, part, line, part.heading))
      continue
    }
    const between: { heading: string; count: number } | null = section
      ? headingBetween(context, index, tail)
      : null
    if (between && section) {
      index += between.count
      const kind = paragraphKind(lines, index, language, section) ?? section.kind
      sections.push({ ...sectionFor(kind, part, line, between.heading), outline: continued(section, kind) })
      continue
    }
    const kind = paragraphKind(lines, index, language, section ?? null)
    if (!section || (kind && kind !== section.kind))
      sections.push(sectionFor(kind ?? 'preamble', part, line, part && !section ? part.heading : ''))
    const open = sections.at(-1)
    if (open) readParagraphLine(open, lines, index, language)
    index++
  }
  return { sections, warnings, end: index }
}

/** A heading between paragraphs does not restart the numbers: the new section goes on with the old outline's count. */
function continued(before: SectionSketch, kind: SectionSketch['kind']): Outline {
  return before.kind === kind ? before.outline.successor() : new Outline()
}

function sectionFor(
  kind: SectionSketch['kind'],
  part: { key: string; heading: string } | null,
  line: Line,
  heading: string,
): SectionSketch {
  const name = kind === 'preamble' ? 'preamble' : 'operative'
  return {
    heading,
    kind,
    act: null,
    addressees: [],
    slugs: [],
    key: (part?.key ?? '') + name,
    at: line.at,
    marks: [],
    outline: new Outline(),
    confidence: 1,
  }
}

/** Where a paragraph begins here: does its verb belong to the preamble or to the operative part? null when none begins. */
export function paragraphKind(
  lines: Line[],
  index: number,
  language: LanguageCode,
  section: SectionSketch | null,
): SectionSketch['kind'] | null {
  const line = lines[index]
  if (!line) return null
  const tail = section?.outline.tail ?? ''
  if (tail !== '' && (!endsClause(tail) || line.starts === 'no')) return null
  const label = labelAt(line)
  const numbered = label?.readings.some(({ kind }) => kind === 'number' || kind === 'han') ?? false
  if (label && !numbered) return null
  const whole = paragraphText(lines, index)
  const text = label && line.label === null ? whole.slice(label.length) : whole
  const act = paragraphAct(
    text,
    language,
    numbered || section?.kind === 'operative' ? 'operative' : 'preamble',
  )
  if (!act) return null
  if (!hasCapital(text, language)) return null
  if (label && section && section.kind === 'operative' && act.kind === 'preamble') return null
  if (section?.kind === 'operative' && act.kind === 'preamble') return numbered ? null : 'operative'
  if (
    !numbered &&
    act.kind === 'operative' &&
    section?.kind !== 'operative' &&
    line.starts === 'maybe' &&
    tail !== ''
  )
    return null
  return act.kind
}

/** The paragraph's first lines as one text, as far as it is known to go on. */
export function paragraphText(lines: Line[], index: number): string {
  const parts = [lines[index]?.text ?? '']
  for (const line of lines.slice(index + 1, index + 4)) {
    if (line.starts === 'yes' || line.whole) break
    parts.push(line.text)
  }
  return parts.join(' ')
}

function hasCapital(text: string, language: LanguageCode): boolean {
  if (language === 'zh' || language === 'ar') return true
  return /^["“«]?\p{L}/u.test(text)
}

function readParagraphLine(
  section: SectionSketch,
  lines: Line[],
  index: number,
  language: LanguageCode,
): void {
  const line = lines[index]
  if (!line) return
  const { outline } = section
  if (section.kind === 'operative' || labelAt(line)) {
    if (section.kind === 'preamble' && !takesLabel(section, lines, index, language))
      return readPreambleLine(outline, line, language)
    return readUnitLine(outline, lines, index, language)
  }
  readPreambleLine(outline, line, language)
}

function takesLabel(section: SectionSketch, lines: Line[], index: number, language: LanguageCode): boolean {
  const line = lines[index]
  const label = line ? labelAt(line) : null
  return label !== null && takeLabel(section.outline, lines, index, label, language) !== null
}

function readPreambleLine(outline: Outline, line: Line, language: LanguageCode): void {
  const complete = endsClause(outline.tail)
  const begins =
    line.starts === 'yes' ||
    (line.starts === 'maybe' &&
      /^\p{Lu}|^[\p{Script=Han}\p{Script=Arabic}]/u.test(line.text) &&
      findAct(line.text, language)?.kind === 'preamble')
  if (!outline.current || (complete && begins)) outline.openUnlabelled(line, line.text)
  else outline.continue(line, line.text)
}
