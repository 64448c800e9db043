import type { LanguageCode } from '../language-code.ts'
import type { Label, LabelKind } from './labels.ts'
import { neutralLabel, readLabel } from './labels.ts'
import type { Line } from './line.ts'
import type { Fit, Outline } from './outline.ts'
import { endsClause, opensList } from './terminators.ts'

/** The label of a line: the automatic number of Word or HTML, or what the text begins with. */
export function labelAt(line: Line): Label | null {
  if (line.label === null) return readLabel(line.text)
  const read = readLabel(`${line.label} `)
  if (read && read.length >= line.label.length) return { ...read, printed: line.label }
  return null
}

/** Where a label belongs, or null when what looks like a label is part of a sentence. */
export function takeLabel(
  outline: Outline,
  lines: Line[],
  index: number,
  label: Label,
  language: LanguageCode,
): Fit | null {
  const line = lines[index]
  if (!line) return null
  const next = label.readings.length > 1 ? nextLabel(lines, index) : null
  const fit = outline.fit(label, next)
  if (!fit) return null
  if (line.label !== null) return fit
  const rest = line.text.slice(label.length)
  if (looksLikeSentence(rest, label)) return null
  if (line.starts !== 'yes' && continuesInline(outline, label)) return null
  const tail = outline.tail
  const complete = tail === '' || endsClause(tail)
  const first = outline.current === null
  if (first) return takeFirst(fit, label, rest, lines, index)
  if (fit.score >= 90)
    return continuesList(line, label, complete, /[;；؛]$/.test(tail))
      ? notInline(fit, label, lines, index)
      : null
  if (fit.score >= 45) return beginsList(line, label, complete) ? notInline(fit, label, lines, index) : null
  if (fit.score >= 15) return jumps(line, label, tail, rest, language) ? fit : null
  return isStrong(label) && complete && line.starts === 'yes' && label.style !== 'dotted' ? fit : null
}

const isStrong = (label: Label): boolean => label.style !== 'bare' && label.style !== 'dash'

function takeFirst(fit: Fit, label: Label, rest: string, lines: Line[], index: number): Fit | null {
  if (fit.score >= 60) return fit
  if (label.style === 'dash') return fit
  if (isStrong(label)) return fit
  const next = nextLabel(lines, index)
  const goesOn = next?.readings.some(({ value }) => value === fit.reading.value + 1) ?? false
  return fit.reading.value < 20 && (goesOn || /^\p{Ll}/u.test(rest)) ? fit : null
}

/** The expected number after a semicolon counts even where nothing sets it apart: a page may have begun there. */
function continuesList(line: Line, label: Label, complete: boolean, afterSemicolon: boolean): boolean {
  if (isStrong(label) || label.style === 'dash') return complete || line.starts === 'yes'
  return complete && (line.starts !== 'no' || afterSemicolon)
}

function beginsList(line: Line, label: Label, complete: boolean): boolean {
  if (label.style === 'dash') return line.starts === 'yes' || (complete && line.starts !== 'no')
  if (isStrong(label)) return complete && line.starts !== 'no'
  return complete && line.starts === 'yes'
}

function jumps(line: Line, label: Label, tail: string, rest: string, language: LanguageCode): boolean {
  if (!(tail === '' || endsClause(tail)) || line.starts === 'no') return false
  if (isStrong(label)) return true
  // After a semicolon a bare number opens the next provision also where blank lines tell nothing.
  const begins = line.starts === 'yes' || /[;；؛]$/.test(tail)
  return begins && (/^\p{L}/u.test(rest) || language === 'zh')
}

/** '2, 3 and 4 above', '1 420 MHz', '§': the number is part of what was said before. */
function looksLikeSentence(rest: string, label: Label): boolean {
  if (rest === '') return false
  if (/^[,.;:)\]/%°،؛，；、-]/u.test(rest)) return label.style !== 'dash'
  if (label.style === 'closed' || label.style === 'enclosed')
    return /^(?:and|or|et|ou|y|o|и|или|и|به|و|和|至|to) [(\d]/iu.test(rest)
  if (label.style === 'dash') return false
  if (/^\d{3}(?!\d)/.test(rest)) return true
  return /^(?:and|or|et|ou|y|и|или|和|至|%|per cent|km|MHz|GHz|kHz|million|billion|years?|ans|años|лет|年|月|日|个)(?![\p{Ll}])/iu.test(
    rest,
  )
}

/** The unit itself has '(i) …' inside its sentence, so a line that begins with '(ii)' goes on with that. */
function continuesInline(outline: Outline, label: Label): boolean {
  if (label.style !== 'enclosed') return false
  const recent = outline.current?.parts.slice(-6).join(' ') ?? ''
  return label.readings.some((reading) => {
    if (reading.value < 2 || reading.kind === 'number') return false
    const before = neutralLabel({ ...reading, value: reading.value - 1 }, '')
    // After 'and (iii) …' the enumeration is over.
    const open = new RegExp(`(?<! (?:and|or|et|ou|y|o|и|или)) \\(${before}\\) `, 'u')
    return open.test(recent) && !recent.includes(` (${neutralLabel(reading, '')}) `)
  })
}

/** '(i) by …; (ii) by …' in the middle of a line is an enumeration inside the sentence, also where '(i)' happens to begin a line. */
function notInline(fit: Fit, label: Label, lines: Line[], index: number): Fit | null {
  const line = lines[index]
  if (
    !line ||
    line.starts === 'yes' ||
    fit.reading.value !== 1 ||
    !isStrong(label) ||
    label.style === 'dotted'
  )
    return fit
  const [first, second] = pairs[fit.reading.kind] ?? []
  if (!first || !second) return fit
  const open = label.style === 'enclosed' ? '\\(' : '(?<!\\()'
  const inline = new RegExp(`[;,:] (?:and |or |et |y |и )?${open}${second}\\) `, 'u')
  const again = new RegExp(` ${open}${first}\\) `, 'u')
  let text = line.text.slice(label.length)
  for (const near of lines.slice(index, index + 12)) {
    if (near !== line) {
      const next = readLabel(near.text)
      if (next?.readings.some(({ kind, value }) => kind === fit.reading.kind && value === 2)) return fit
      text += ` ${near.text}`
    }
    const at = text.search(inline)
    // An '(i)' between the two means that '(ii)' belongs to an enumeration further on.
    if (at >= 0) return again.test(text.slice(0, at)) ? fit : null
  }
  return fit
}

const pairs: Partial<Record<LabelKind, [string, string]>> = {
  roman: ['i', 'ii'],
  letter: ['a', 'b'],
  number: ['1', '2'],
}

/** The next line that begins with a label, for telling letters from romans. */
export function nextLabel(lines: Line[], index: number): Label | null {
  for (const line of lines.slice(index + 1, index + 40)) {
    const label = labelAt(line)
    if (label && (label.style !== 'bare' || line.starts === 'yes') && label.style !== 'dash') return label
    if (opensList(line.text) && line.starts === 'yes' && line.text.length < 3) return null
  }
  return null
}
