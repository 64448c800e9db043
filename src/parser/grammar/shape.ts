import type { LanguageCode } from '../language-code.ts'
import type { Formula } from './formula.ts'
import type { Context, Reading } from './itu-shape.ts'
import { firstPart } from './between.ts'
import { headingAt, readItuShape } from './itu-shape.ts'
import { labelAt } from './label-context.ts'
import type { Line } from './line.ts'
import { numberLine } from './number-line.ts'
import type { Sketch } from './outline.ts'
import { endsClause } from './terminators.ts'
import { paragraphAct } from './paragraph-act.ts'
import { isOutcome, paragraphText, readUnShape } from './un-shape.ts'

export type Body = Reading & { start: number }

/** Finds the first section, decides which of the two shapes the text has, and reads it; null when nothing operative is there. */
export function readBody(context: Context, formula: Formula | null): Body | null {
  const ituStart = firstHeading(context, formula?.end ?? 0)
  const unStart = formula?.end ?? firstParagraph(context)
  const itu = ituStart === null ? null : readItuShape(context, ituStart)
  const isTold = formula === null && unStart !== null && ituStart !== null && unStart < ituStart
  const isItu =
    itu !== null &&
    countHeadings(itu) > (isTold ? 1 : 0) &&
    (formula === null || ituStart === formula.end || unStart === null || countHeadings(itu) >= 2)
  if (isItu && ituStart !== null && isSound(itu, formula !== null, context))
    return { ...itu, start: ituStart }
  if (unStart === null) return null
  const first = formula ? firstPart(context.lines, formula.start) : null
  const un = readUnShape(context, unStart, first?.part)
  return isUnSound(un, formula !== null, context) ? { ...un, start: unStart } : null
}

const countHeadings = ({ sections }: Reading): number =>
  sections.filter(({ confidence }) => confidence === 1).length

function firstHeading(context: Context, from: number): number | null {
  const last = Math.min(context.lines.length, from + 400)
  for (let index = from; index < last; index++) {
    const before = context.lines[index - 1]
    const inSentence =
      index > from && context.lines[index]?.starts === 'no' && !endsClause(before?.text ?? '')
    if (!inSentence && headingAt(context, index, null)) return index
  }
  return null
}

/** A text without a formula begins with its first numbered paragraph that has a verb of the family. */
function firstParagraph({ lines, language }: Context): number | null {
  const numbered = lines.slice(0, 200).findIndex((line) => numberLine(line.text, language) !== null)
  for (let index = numbered + 1; index < Math.min(lines.length, 400); index++) {
    const line = lines[index]
    if (line && line.starts !== 'no' && actAt(lines, index, language)) return index
  }
  return null
}

function actAt(lines: Line[], index: number, language: LanguageCode): 'preamble' | 'operative' | null {
  const line = lines[index]
  if (!line) return null
  const label = labelAt(line)
  const whole = paragraphText(lines, index)
  const text = label && line.label === null ? whole.slice(label.length) : whole
  return paragraphAct(text, language, label ? 'operative' : 'preamble')?.kind ?? null
}

function isSound({ sections }: Reading, hasFormula: boolean, { lines, language }: Context): boolean {
  const operative = sections.filter(({ kind, outline }) => kind === 'operative' && outline.roots.length > 0)
  if (operative.length === 0) return false
  if (hasFormula || operative.length >= 2 || sections.length > operative.length) return true
  return lines.slice(0, 60).some((line) => numberLine(line.text, language) !== null)
}

/** Most operative paragraphs begin with a verb of the family; minutes, statutes and reports do not. */
function isUnSound({ sections }: Reading, hasFormula: boolean, { lines, language }: Context): boolean {
  const roots = sections.filter(({ kind }) => kind === 'operative').flatMap(({ outline }) => outline.roots)
  if (roots.length === 0) return false
  const withAct = roots.filter((sketch) => hasAct(sketch, language)).length
  if (hasFormula && isOutcome(sections, language)) return true
  if (withAct === 0 || withAct * 2 < roots.length) return false
  if (hasFormula) return true
  return (
    withAct * 10 >= roots.length * 8 &&
    lines.slice(0, 60).some((line) => numberLine(line.text, language) !== null)
  )
}

const hasAct = (sketch: Sketch, language: LanguageCode): boolean =>
  paragraphAct(sketch.parts.slice(0, 4).join(' '), language, 'operative')?.kind === 'operative'
