import { findAct } from '../languages/acts.ts'
import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import type { Context } from './itu-shape.ts'
import { joinLines } from './join.ts'
import { readLabel } from './labels.ts'
import type { Line } from './line.ts'
import { endsClause, endsSentence } from './terminators.ts'

const romanNumber = /^(?:I{1,3}|IV|V|VI{1,3}|IX|X{1,2}|XI{1,3}|XIV|XV|XVI{1,3}|[A-H])\.?$/
const hanNumber = /^[一二三四五六七八九十]{1,3}[、.]?$/

/** 'I', 'II', 'Part A', with or without a title below: numbers start again after it. */
export function partAt(
  lines: Line[],
  index: number,
  tail: string,
  language: LanguageCode,
): { key: string; heading: string; count: number } | null {
  const line = lines[index]
  if (!line || line.starts === 'no' || line.label !== null) return null
  if (tail !== '' && !endsClause(tail)) return null
  const sign = partSign(line.text, language)
  if (sign === null) return null
  const headings = [line.text]
  let count = 1
  while (count < 4) {
    const next = lines[index + count]
    if (!next || !isTitle(next, language)) break
    headings.push(next.text)
    count++
  }
  return { key: sign.toLowerCase(), heading: headings.join(' '), count }
}

const arabicOrdinals = [
  'أولا',
  'ثانيا',
  'ثالثا',
  'رابعا',
  'خامسا',
  'سادسا',
  'سابعا',
  'ثامنا',
  'تاسعا',
  'عاشرا',
]
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** 'I', 'Part II', '第二部分', 'ثانيا': the part's number as a Roman numeral or letter. */
export function partSign(text: string, language: LanguageCode): string | null {
  if (romanNumber.test(text)) return text.replace('.', '')
  if (language === 'ar') {
    const ordinal = arabicOrdinals.indexOf(text.replace(/[\u064B-\u0652]|[-–—:]/g, '').trim())
    if (ordinal >= 0) return romans[ordinal] ?? null
  }
  if (hanNumber.test(text)) return hanPart(text[0] ?? '')
  const word = forgiving(wordsOf[language].part)
  const found =
    language === 'zh'
      ? /^第([一二三四五六七八九十])(?:部分|章)$/u.exec(text)
      : new RegExp(`^(?:${word})\\s+([IVX]{1,4}|[A-H]|\\d{1,2}|\\p{L}+)$`, 'iu').exec(text)
  const sign = found?.[1] ?? null
  return sign && language === 'zh' ? hanPart(sign) : sign
}

const hanPart = (sign: string): string => romans['一二三四五六七八九十'.indexOf(sign)] ?? sign

/** A line of words that is no paragraph: short, without a full stop, without a verb of the family at its head. */
function isTitle(line: Line, language: LanguageCode): boolean {
  if (line.text.length > 160 || line.label !== null || /[.;:,；，。：،؛]$/u.test(line.text)) return false
  if (readLabel(line.text) && !romanNumber.test(line.text)) return false
  return findAct(line.text, language) === null && !/^[\p{Ll}]/u.test(line.text)
}

/** A title between two paragraphs. What follows it must be a paragraph of the family again. */
export function headingBetween(
  context: Context,
  index: number,
  tail: string,
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
  if (!findAct(text, language) && !(label && label.style === 'dotted')) return null
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
