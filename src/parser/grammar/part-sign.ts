import { wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import type { LanguageCode } from '../language-code.ts'

const romanNumber = /^(?:I{1,3}|IV|V|VI{1,3}|IX|X{1,2}|XI{1,3}|XIV|XV|XVI{1,3}|[A-H])\.?$/
const hanNumber = /^[一二三四五六七八九十]{1,3}[、.]?$/

export const isRomanNumber = (text: string): boolean => romanNumber.test(text)

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
