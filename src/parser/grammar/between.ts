import { findAct } from '../languages/acts.ts'
import type { LanguageCode } from '../language-code.ts'
import { findFormula } from './formula.ts'
import type { Context } from './itu-shape.ts'
import { joinLines } from './join.ts'
import { readLabel } from './labels.ts'
import type { Line } from './line.ts'
import { isRomanNumber, partSign } from './part-sign.ts'
import { endsClause, endsSentence } from './terminators.ts'

export type Part = { key: string; heading: string; end: number; asides: Line[] }

/** 'I', 'II', 'Part A', with or without a title below: numbers start again after it. */
export function partAt(lines: Line[], index: number, tail: string, language: LanguageCode): Part | null {
  const line = lines[index]
  if (!line || line.starts === 'no' || line.label !== null) return null
  if (tail !== '' && !endsClause(tail)) return null
  const sign = partSign(line.text, language)
  if (sign === null) return null
  const headings = [line.text]
  let end = index + 1
  while (end < index + 4) {
    const next = lines[end]
    if (!next || !(isTitle(next, language) || goesOnTitle(headings, next))) break
    headings.push(next.text)
    end++
  }
  return { key: sign.toLowerCase(), heading: headings.join(' '), end, asides: [] }
}

/** The second line of a part's title may begin with a small letter. */
const goesOnTitle = (headings: string[], next: Line): boolean =>
  headings.length > 1 &&
  next.starts !== 'yes' &&
  next.text.length < 100 &&
  /^\p{Ll}.*[^.;:,]$/u.test(next.text)

/** The first of several resolutions under one number: its letter stands between the title and the formula. */
export function firstPart(lines: Line[], formulaStart: number): { part: Part; start: number } | null {
  for (let start = formulaStart - 1; start >= Math.max(0, formulaStart - 5); start--) {
    const sign = /^([A-Z])\.?$/.exec(lines[start]?.text ?? '')?.[1]
    if (!sign) continue
    const heading = lines.slice(start, formulaStart).map(({ text }) => text)
    return {
      part: { key: sign.toLowerCase(), heading: heading.join(' '), end: formulaStart, asides: [] },
      start,
    }
  }
  return null
}

/** Resolutions A and B under one number: after the meeting of the first, a letter, a title and the formula again. */
export function nextPart(lines: Line[], index: number, language: LanguageCode): Part | null {
  for (let at = index; at < Math.min(index + 6, lines.length); at++) {
    const found = /^([A-Z])\.?(?:\s+(?=\p{Lu}|\p{Script=Han})|(?=\p{Script=Han})|$)/u.exec(
      lines[at]?.text ?? '',
    )
    if (!found?.[1]) continue
    const formula = findFormula(lines.slice(0, at + 8), language, at + 1)
    if (!formula) continue
    const heading = lines
      .slice(at, formula.start)
      .map(({ text }) => text)
      .join(' ')
    const asides = [...lines.slice(index, at), ...lines.slice(formula.start, formula.end)]
    return { key: found[1].toLowerCase(), heading, end: formula.end, asides }
  }
  return null
}

/** A line of words that is no paragraph: short, without a full stop, without a verb of the family at its head. */
function isTitle(line: Line, language: LanguageCode): boolean {
  if (line.text.length > 160 || line.label !== null || /[.;:,；，。：،؛]$/u.test(line.text)) return false
  if (readLabel(line.text) && !isRomanNumber(line.text)) return false
  return findAct(line.text, language) === null && !/^[\p{Ll}]/u.test(line.text)
}

/** A title between two paragraphs. What follows it must be a paragraph of the family again. */
export function headingBetween(
  context: Context,
  index: number,
  tail: string,
  inOutcome: boolean,
): { heading: string; count: number } | null {
  const { lines, language, vocabulary } = context
  const line = lines[index]
  if (
    !line ||
    line.starts === 'no' ||
    !(endsClause(tail) || endsSentence(tail)) ||
    !isHeadingLike(line, language)
  )
    return null
  let count = 1
  while (count < 4) {
    const next = lines[index + count]
    if (!next || next.whole || next.starts === 'yes' || !isTitle(next, language)) break
    count++
  }
  const next = lines[index + count]
  if (!next || next.starts === 'no') return null
  const label = next.label === null ? readLabel(next.text) : readLabel(`${next.label} `)
  const text = label && next.label === null ? next.text.slice(label.length) : next.text
  if (!inOutcome && !findAct(text, language) && !(label && label.style === 'dotted')) return null
  return {
    heading: joinLines(
      lines.slice(index, index + count).map((one) => one.text),
      vocabulary,
    ).text,
    count,
  }
}

const isHeadingLike = (line: Line, language: LanguageCode): boolean =>
  (line.role === 'heading' || isTitle(line, language)) && line.role !== 'table' && line.text.length < 160
