import type { LanguageCode } from '../language-code.ts'
import type { Warning } from '../source.ts'
import type { Heading } from './headings.ts'
import { beginsClause } from './addressees.ts'
import { beginsWithConjunction, isDangling, parseHeading, remarkGoesOn } from './headings.ts'
import type { Label } from './labels.ts'
import { readLabel } from './labels.ts'
import { labelAt, takeLabel } from './label-context.ts'
import type { Line } from './line.ts'
import { joinLines } from './join.ts'
import type { Vocabulary } from './join.ts'
import { Outline } from './outline.ts'
import { endsClause } from './terminators.ts'

export type SectionSketch = {
  heading: string
  kind: 'preamble' | 'operative'
  act: string | null
  addressees: string[]
  slugs: (string | null)[]
  /** Fixed key, where the shape of the text gives it ('preamble', 'part-i-operative'). */
  key: string | null
  at: string
  marks: string[]
  outline: Outline
  confidence: number
}

export type Reading = {
  sections: SectionSketch[]
  warnings: Warning[]
  end: number
  /** Lines between two parts that belong to neither. */
  asides: Line[]
}

export type Context = {
  lines: Line[]
  language: LanguageCode
  vocabulary: Vocabulary
  isEnd: (index: number, tail: string) => boolean
}

/** Texts of ITU: headings that are a verb with its addressee, units below them, labels that restart in each section. */
export function readItuShape(context: Context, start: number): Reading {
  const { lines, language } = context
  const sections: SectionSketch[] = []
  const warnings: Warning[] = []
  let index = start
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    const section = sections.at(-1)
    const tail = section?.outline.tail ?? ''
    if (section?.kind === 'operative' && context.isEnd(index, tail)) break
    const found = headingAt(context, index, section ?? null)
    if (found) {
      sections.push(sectionOf(found.heading, lines.slice(index, index + found.count)))
      if (!found.heading.certain && found.heading.clause === '')
        warnings.push({ code: 'heading-doubtful', values: { heading: found.heading.text }, at: line.at })
      const opened = sections.at(-1)
      if (found.heading.clause !== '' && opened)
        opened.outline.openUnlabelled({ ...line, marks: [] }, found.heading.clause)
      index += found.count
      continue
    }
    if (!section) break
    readUnitLine(section.outline, lines, index, language)
    index++
  }
  return { sections, warnings, end: index, asides: [] }
}

export function readUnitLine(outline: Outline, lines: Line[], index: number, language: LanguageCode): void {
  const line = lines[index]
  if (!line) return
  const label = labelAt(line)
  const fit = label ? takeLabel(outline, lines, index, label, language) : null
  if (label && fit) {
    const text = line.label === null ? line.text.slice(label.length) : line.text
    outline.open(line, label, fit, text.trim())
    return
  }
  const text = line.label !== null ? `${line.label} ${line.text}` : line.text
  const complete = outline.tail === '' || endsClause(outline.tail)
  if (!outline.current) outline.openUnlabelled(line, text)
  else if (line.starts === 'yes' && complete && outline.depth >= 2) outline.close(line, text)
  else if (line.starts === 'yes' && complete && outline.depth === 0 && outline.tail !== '')
    outline.openUnlabelled(line, text)
  else outline.continue(line, text)
}

function sectionOf(heading: Heading, lines: Line[]): SectionSketch {
  return {
    heading: heading.text,
    kind: heading.kind,
    act: heading.act,
    addressees: heading.addressees.map(({ printed }) => printed),
    slugs: heading.addressees.map(({ slug }) => slug),
    key: null,
    at: lines[0]?.at ?? '',
    marks: lines.flatMap(({ marks }) => marks),
    outline: new Outline(),
    confidence: heading.certain ? 1 : 0.7,
  }
}

/** Does a section heading begin at this line, and over how many lines does it go? */
export function headingAt(
  context: Context,
  index: number,
  before: SectionSketch | null,
): { heading: Heading; count: number } | null {
  const { lines, language, vocabulary } = context
  const line = lines[index]
  if (!line || line.text === '' || line.role === 'table') return null
  const tail = before?.outline.tail ?? ''
  if (tail !== '' && !endsClause(tail)) return null
  const isFirstOfSection = before !== null && before.outline.current === null
  const prefer = before?.kind === 'operative' ? 'operative' : 'preamble'
  const parse = (count: number): Heading | null =>
    parseHeading(
      joinLines(
        lines.slice(index, index + count).map(({ text }) => text),
        vocabulary,
      ).text,
      language,
      prefer,
    )
  if (line.label !== null && !parse(1)?.certain) return null
  let heading = parse(1)
  if (!heading) return null
  let count = 1
  while (count < 7) {
    const next = lines[index + count]
    if (
      !next ||
      next.whole ||
      startsUnit(next) ||
      beginsClause(next.text, language) ||
      (heading?.clause ?? '') !== ''
    )
      break
    const joined: Heading | null = parse(count + 1)
    const last = lines[index + count - 1]?.text ?? ''
    const goesOn =
      isDangling(last, language) ||
      beginsWithConjunction(next.text, language) ||
      remarkGoesOn(last, next.text, language)
    const grows =
      next.starts !== 'yes' &&
      joined?.certain === true &&
      joined.addressees.length > 0 &&
      joined.clause === ''
    const repairs =
      heading?.certain === false &&
      joined?.certain === true &&
      next.blankBefore <= (lines[index + count - 1]?.blankBefore ?? 0)
    const isStep = joined !== null && joined.clause === '' && (goesOn || grows || repairs)
    const step = isStep ? 1 : linesToComplete(lines, index + count, (more) => parse(count + more))
    if (step === 0 && joined && line.starts === 'yes' && isRunInBy(joined, next.text)) {
      heading = joined
      count++
      break
    }
    if (step === 0) break
    heading = parse(count + step)
    count += step
  }
  if (!heading || (isFirstOfSection && !heading.certain)) return null
  return isPlausible(heading, lines, index, count, context) ? { heading, count } : null
}

/** The heading ends within the next line, and the provision begins there: '… of the Bureaux, to keep a list'. */
function isRunInBy(joined: Heading, next: string): boolean {
  const start = joined.clause.slice(0, 12)
  return (
    joined.addressees.length > 0 &&
    joined.addressees.every(({ slug }) => slug !== null) &&
    start !== '' &&
    /[,،]\s*$/u.test(next.slice(0, Math.max(0, next.indexOf(start))))
  )
}

/** A name broken over several lines is whole only with the last of them: how many lines that takes, 0 when it never is. */
function linesToComplete(lines: Line[], from: number, parse: (more: number) => Heading | null): number {
  for (let more = 1; more <= 3; more++) {
    const line = lines[from + more - 1]
    if (!line || line.whole || line.starts !== 'no' || startsUnit(line)) return 0
    const joined = parse(more)
    if (joined?.certain && joined.addressees.length > 0 && joined.clause === '') return more
  }
  return 0
}

const startsUnit = (line: Line): boolean => {
  if (line.label !== null) return true
  const label = readLabel(line.text)
  return label?.readings.some(({ value, kind }) => value === 1 || kind === 'dash') ?? false
}

function isPlausible(
  heading: Heading,
  lines: Line[],
  index: number,
  count: number,
  context: Context,
): boolean {
  const line = lines[index]
  const next = lines[index + count]
  if (!line) return false
  if (heading.clause !== '') return isRunIn(heading, line, context.language)
  if (!next || context.isEnd(index + count, '.')) return false
  if (line.starts === 'no' && !startsUnit(next)) return false
  const opensClause = line.starts === 'yes' && beginsClause(next.text, context.language)
  if (next.starts === 'no' && !startsUnit(next) && !(heading.certain && opensClause)) return false
  if (heading.certain) return true
  if (heading.text.length > 240 || /[.;。；"“”«»§\d]/.test(heading.text)) return false
  if (!heading.addressees.every(({ printed }) => looksLikeName(printed, context.language))) return false
  if (opensClause) return true
  return startsUnit(next) || (line.starts === 'yes' && next.starts === 'yes')
}

/** A body that the lexicon does not know has a capital or an article, in languages that have them. */
const looksLikeName = (printed: string, language: LanguageCode): boolean =>
  language === 'zh' ||
  language === 'ar' ||
  /\p{Lu}/u.test(printed) ||
  /^(?:the|all|other|relevant|le|la|les|l['’]|aux?|à|tous|toutes|el|los|las|al?|todos|todas|всем?|другим|соответств\p{L}+)(?:\s|(?<=['’]))/iu.test(
    printed,
  )

/** A verb and its provision in one paragraph; in a language with capitals the ITU form begins with a small letter or is all capitals. */
function isRunIn(heading: Heading, line: Line, language: LanguageCode): boolean {
  if (line.starts !== 'yes') return false
  const italics = line.italicLead > 0 && line.italicLead <= heading.text.length + 3
  if (italics) return true
  if (language === 'zh' || language === 'ar')
    return heading.addressees.length > 0 || heading.kind === 'preamble'
  const verb = heading.text.split(' ')[0] ?? ''
  return /^\p{Ll}/u.test(verb) || (verb.length > 3 && verb === verb.toUpperCase())
}

export type { Label }
