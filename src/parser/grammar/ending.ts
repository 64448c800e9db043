import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import { narrow } from './characters.ts'
import type { Line } from './line.ts'
import { numberLine } from './number-line.ts'
import { drafts } from './title-lines.ts'
import { endsSentence } from './terminators.ts'

export type Ending = 'annex' | 'after-the-end'

/** What a line after the last provision begins: an annex, the note of the meeting, another resolution. */
export function endingAt(lines: Line[], index: number, tail: string, language: LanguageCode): Ending | null {
  const line = lines[index]
  if (!line || line.starts === 'no' || line.label !== null) return null
  const text = narrow(line.text)
  const closed = tail === '' || endsSentence(tail) || /[,،，]$/.test(tail)
  const use = expressionsOf(language)
  if (text.length < 140 && use.annex.test(text) && (closed || line.newPage) && !/[;.]$/.test(text))
    return 'annex'
  if (use.meeting.test(text) && text.length < 160) return 'after-the-end'
  if (closed && text.length < 60 && use.date.test(text)) return 'after-the-end'
  if (endsSentence(tail) && use.adopted.test(text) && text.length < 300) return 'after-the-end'
  if (endsSentence(tail) && line.starts === 'yes' && numberLine(text, language)) return 'after-the-end'
  if (endsSentence(tail) && line.starts === 'yes' && isNextDraft(text, language)) return 'after-the-end'
  if (
    endsSentence(tail) &&
    /^(?:Reasons?|Motifs|Motivos|Основания|理由|الأسباب|R[eé]fs?\.?|Ссылки|参考|المراجع?)\s*[:：]/u.test(text)
  )
    return 'after-the-end'
  return null
}

/** 'Draft resolution II' in a report that proposes several. */
const isNextDraft = (text: string, language: LanguageCode): boolean =>
  text.length < 40 &&
  drafts[language].test(text) &&
  /(?:^|\s)(?:[IVX]+|\d+|[一二三四五六七八九十]+|[A-Z]|\p{Script=Arabic}+)$/u.test(
    text.replace(/(?<=草案)(?=[一二三四五六七八九十])/u, ' '),
  )

type Expressions = { annex: RegExp; meeting: RegExp; date: RegExp; adopted: RegExp }
const prepared = new Map<LanguageCode, Expressions>()

function expressionsOf(language: LanguageCode): Expressions {
  let use = prepared.get(language)
  if (!use) prepared.set(language, (use = prepare(language)))
  return use
}

function prepare(language: LanguageCode): Expressions {
  const words = wordsOf[language]
  const annex = forgiving(words.annex)
  const meeting = forgiving(words.meeting)
  const isChinese = language === 'zh'
  const ordinal =
    language === 'ar'
      ? `^[(\\[]?${meeting}.{0,14}\\d|^[(\\[]?الجلسة`
      : isChinese
        ? '^[(（]?(?:第)? ?[\\d一二三四五六七八九十百]+ ?(?:次|届).{0,14}(?:会议|全会)'
        : `^[(\\[]?(?:\\d{1,4}|\\p{Lu}[\\p{L}-]+)(?:st|nd|rd|th|e|ère|ème|re|a|ª|º)?\\.?\\s*(?:${meeting})(?:[\\s,.)]|$)`
  const months = forgiving(words.months)
  const date = isChinese
    ? '^\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日$'
    : `^\\d{1,2}(?:er|º)?(?: de)? (?:${months})(?:/[\\p{L}]+)?(?: \\p{L}+)?(?: de| del)?,? \\d{4}(?: г(?:ода|\\.))?\\.?$`
  const another = isChinese ? '^[(（\\[]?' : '^[(\\[]?'
  return {
    annex: new RegExp(
      isChinese
        ? `^(?:${annex})[\\s\\d一二三四五六七八九十A-Z:：]*(?:$|[^，。；]{0,40}$)`
        : `^\\(?(?:${annex})(?:\\s+(?:[\\dIVXA-ZА-Я]{1,4}|[\\p{L}]))?(?=$|[\\s:.–—*-])`,
      'iu',
    ),
    meeting: new RegExp(ordinal, 'iu'),
    date: new RegExp(date, 'iu'),
    adopted: new RegExp(`${another}(?:${forgiving(words.adopted)})`, 'iu'),
  }
}
