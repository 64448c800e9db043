import { findAct } from '../languages/acts.ts'
import type { LanguageCode } from '../language-code.ts'
import type { Part } from './between.ts'
import { headingBetween, nextPart, partAt } from './between.ts'
import type { Context, Reading, SectionSketch } from './itu-shape.ts'
import { readUnitLine } from './itu-shape.ts'
import { labelAt, takeLabel } from './label-context.ts'
import type { Line } from './line.ts'
import { Outline } from './outline.ts'
import { paragraphAct } from './paragraph-act.ts'
import { endsClause, opensList } from './terminators.ts'

type Kind = SectionSketch['kind']

/** Texts of the United Nations: a preamble of unnumbered paragraphs, then paragraphs that each begin with their verb. */
export function readUnShape(context: Context, start: number, first: Part | null = null): Reading {
  const { lines, language } = context
  const reading: Reading = { sections: [], warnings: [], end: start, asides: [] }
  const { sections } = reading
  let part = first
  let index = start
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    const section = sections.at(-1) ?? null
    const tail = section?.outline.tail ?? ''
    const opened = partAt(lines, index, tail, language) ?? partAfterMeeting(context, index, sections)
    if (opened) {
      part = { ...opened, key: keyWithin(opened.key, part) }
      reading.asides.push(...opened.asides)
      index = opened.end
      const kind = paragraphKind(lines, index, language, null) ?? 'operative'
      const outline = numbersGoOn(lines, index, section) ? section?.outline.successor() : undefined
      sections.push({ ...sectionFor(kind, part, line, part.heading), ...(outline && { outline }) })
      continue
    }
    if (isEnd(context, index, sections)) break
    const between = section ? headingBetween(context, index, tail, isOutcome(sections, language)) : null
    if (between && section) {
      index += between.count
      const kind = paragraphKind(lines, index, language, section) ?? section.kind
      const outline = kind === section.kind ? section.outline.successor() : new Outline()
      sections.push({ ...sectionFor(kind, part, line, between.heading), outline })
      continue
    }
    readParagraphLine(openSection(sections, part, context, index), lines, index, language)
    index++
  }
  return { ...reading, end: index }
}

/** Part I of resolution B is 'b-i', so that it is not taken for part I of resolution A. */
function keyWithin(key: string, above: Part | null): string {
  const letter = /^[a-h](?=$|-[ivx]+$)/.exec(above?.key ?? '')?.[0]
  return letter !== undefined && /^[ivx]+$/.test(key) ? `${letter}-${key}` : key
}

/** Parts may count on: the first number in the new part is the next of the old one. */
function numbersGoOn(lines: Line[], index: number, section: SectionSketch | null): boolean {
  const last =
    section?.outline.roots.findLast(({ reading }) => reading?.kind === 'number')?.reading?.value ?? 0
  for (const line of lines.slice(index, index + 30)) {
    const label = labelAt(line)
    const number = label?.readings.find(({ kind }) => kind === 'number')?.value
    if (number !== undefined && label?.style !== 'enclosed') return last > 0 && number === last + 1
  }
  return false
}

function isEnd(context: Context, index: number, sections: SectionSketch[]): boolean {
  const tail = sections.at(-1)?.outline.tail ?? ''
  return sections.some(({ kind }) => kind === 'operative') && context.isEnd(index, tail)
}

function partAfterMeeting(context: Context, index: number, sections: SectionSketch[]): Part | null {
  return isEnd(context, index, sections) ? nextPart(context.lines, index, context.language) : null
}

/** The section that the line belongs to: a new one where the preamble ends. */
function openSection(
  sections: SectionSketch[],
  part: Part | null,
  { lines, language }: Context,
  index: number,
): SectionSketch {
  const section = sections.at(-1)
  const kind = paragraphKind(lines, index, language, section ?? null)
  if (section && (!kind || kind === section.kind)) return section
  const line = lines[index] as Line
  const next = sectionFor(kind ?? 'preamble', part, line, part && !section ? part.heading : '')
  // UNESCO numbers its preamble too, and the operative paragraphs count on.
  if (section?.outline.isNumbered) next.outline = section.outline.successor()
  sections.push(next)
  return next
}

function sectionFor(kind: Kind, part: Part | null, line: Line, heading: string): SectionSketch {
  const key = (part ? `part-${part.key}-` : '') + kind
  return {
    heading,
    kind,
    act: null,
    addressees: [],
    slugs: [],
    key,
    at: line.at,
    marks: [],
    outline: new Outline(),
    confidence: 1,
  }
}

/** 'Adopts the following outcome document:' what follows is no list of verbs, and all of it was adopted. */
export function isOutcome(sections: SectionSketch[], language: LanguageCode): boolean {
  const first = sections.find(({ kind }) => kind === 'operative')?.outline.roots[0]
  if (!first || first.label !== null) return false
  const text = first.parts.join(' ')
  return opensList(text) && findAct(text, language, 'operative')?.key === 'endorses'
}

/** Where a paragraph begins here: does its verb belong to the preamble or to the operative part? null when none begins. */
function paragraphKind(
  lines: Line[],
  index: number,
  language: LanguageCode,
  section: SectionSketch | null,
): Kind | null {
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
  if (section?.kind === 'operative' && act.kind === 'preamble') return numbered ? null : 'operative'
  const isDoubtful = line.starts === 'maybe' && !/^\p{Lu}/u.test(line.text)
  if (!numbered && act.kind === 'operative' && section?.kind === 'preamble' && isDoubtful) return null
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

function readParagraphLine(
  section: SectionSketch,
  lines: Line[],
  index: number,
  language: LanguageCode,
): void {
  const line = lines[index]
  if (!line) return
  const label = labelAt(line)
  const isItem = label !== null && takeLabel(section.outline, lines, index, label, language) !== null
  if (!label && section.kind === 'operative' && goesOn(section.outline, line, language))
    section.outline.continue(line, line.text)
  else if (!label && section.kind === 'operative' && opensParagraph(section.outline, line, language))
    section.outline.openUnlabelled(line, line.text)
  else if (section.kind === 'operative' || isItem) readUnitLine(section.outline, lines, index, language)
  else readPreambleLine(section.outline, line, language)
}

/** Without numbers a paragraph is told by its verb, also behind a list of the paragraph before. */
function opensParagraph(outline: Outline, line: Line, language: LanguageCode): boolean {
  if (line.starts !== 'yes' || outline.isNumbered || !/[.;；。؛]$/u.test(outline.tail)) return false
  return findAct(line.text, language, 'operative')?.kind === 'operative'
}

/** Names after a colon and what follows a comma belong to the paragraph, where paragraphs are told by their verbs. */
function goesOn(outline: Outline, line: Line, language: LanguageCode): boolean {
  const only = outline.roots.length > 0 && outline.roots.every(({ label }) => label === null)
  if (!only || outline.depth > 0 || !/[:,：，،]$/u.test(outline.tail)) return false
  return findAct(line.text, language, 'operative') === null
}

function readPreambleLine(outline: Outline, line: Line, language: LanguageCode): void {
  const begins =
    line.starts === 'yes' ? mayBegin(line, language) : line.starts === 'maybe' && hasVerb(line, language)
  if (!outline.current || (endsClause(outline.tail) && begins)) outline.openUnlabelled(line, line.text)
  else outline.continue(line, line.text)
}

/** No paragraph begins with a small letter, but in Russian, where the verb must tell. */
const mayBegin = (line: Line, language: LanguageCode): boolean =>
  line.whole || !/^[^\p{L}]*\p{Ll}/u.test(line.text) || (language === 'ru' && hasVerb(line, language))

function hasVerb({ text }: Line, language: LanguageCode): boolean {
  if (findAct(text, language)?.kind === 'preamble')
    return language === 'ru' || /^(?:\p{Lu}|\p{Script=Han}|\p{Script=Arabic})/u.test(text)
  return participles[language]?.test(text) ?? false
}

/** Verbs that the lexicon does not know, by their endings. */
const participles: Partial<Record<LanguageCode, RegExp>> = {
  en: /^(?:(?:Also|Further|Deeply|Gravely) )?\p{Lu}\p{Ll}{3,}ing(?: |$)/u,
  fr: /^(?:S['’e] ?)?\p{L}{3,}ant(?: |$)/u,
  es: /^\p{Lu}\p{Ll}{2,}(?:ando|endo|ándose|éndose)(?: |$)/u,
  ru: /^(?:вновь |также |особо |далее )?\p{Ll}{4,}(?:ая|яя|уя|ив|ав|ев|ясь)(?: |$)/u,
}
