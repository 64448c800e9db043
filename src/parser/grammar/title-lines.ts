import type { LanguageCode } from '../language-code.ts'
import { wordsOf } from '../languages/acts.ts'
import { forgiving } from '../languages/pattern.ts'
import { narrow } from './characters.ts'
import type { Line } from './line.ts'

export const symbol =
  /^\*?[A-ZА-Я]{1,6}(?:\d{1,3})?(?:\/[A-ZА-Я0-9.()\-]+){1,}(?: [A-Z](?:(?:[-–]| [\p{L}]{1,3} )[A-Z])?)?\*?$/u

/** Without a number the title is the last few lines before the formula, below the masthead and the sponsors. */
export function titleStart(lines: Line[], top: number, language: LanguageCode): number {
  let start = top
  while (start > 0 && isDescription(lines[start - 1]?.text ?? '', language)) start--
  const end = start
  while (start > 0 && end - start < 6) {
    const line = lines[start - 1]
    if (!line || line.text.length > 260 || /[.;]$/.test(line.text) || isOpener(lines, start - 1, language))
      break
    start--
    if (line.role === 'title' || (line.role === 'heading' && lines[start - 1]?.role !== 'heading')) break
  }
  return start < end ? start : top
}

/** 'Date:', '- Author: UN General Assembly', '30 November 1987': said about the text by those who keep it. */
export function isDescription(text: string, language: LanguageCode): boolean {
  return /^[-–•]?\s*(?:\p{Lu}[\p{L} ]{2,24}:(?:\s|$)|[-–•]$)/u.test(text) || isDate(text, language)
}

function isDate(text: string, language: LanguageCode): boolean {
  if (language === 'zh') return /^\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$/u.test(narrow(text))
  return new RegExp(
    `^\\d{1,2}(?:er|º)? (?:de )?(?:${forgiving(wordsOf[language].months)})\\S*(?: \\S+)? (?:del? )?\\d{4}(?: года)?$`,
    'iu',
  ).test(narrow(text))
}

export const drafts: Record<LanguageCode, RegExp> = {
  en: /\bdraft (?:resolution|decision)\b/iu,
  fr: /projet de (?:résolution|décision)/iu,
  es: /proyecto de (?:resolución|decisión)/iu,
  ru: /проект (?:резолюции|решения)/iu,
  zh: /(?:决议|决定)草案/u,
  ar: /مشروع (?:ال)?(?:قرار|مقرر)/u,
}

/** The title stands below this line: the session, the agenda item, the sponsors with 'draft resolution'. */
function isOpener(lines: Line[], index: number, language: LanguageCode): boolean {
  const text = lines[index]?.text ?? ''
  if (isAside(text, language) || /^(?:Distr|Original|Оригинал|原文|原件)\b/iu.test(text)) return true
  if (isDate(text, language)) return true
  const before = lines[index - 1]?.text ?? ''
  if (drafts[language].test(text)) return true
  return text.length < 20 && !drafts[language].test(before) && drafts[language].test(`${before} ${text}`)
}

export function isAside(text: string, language: LanguageCode): boolean {
  const words = wordsOf[language]
  if (symbol.test(text) || /^[[［]/.test(text)) return true
  return (
    new RegExp(
      `^[(（]?(?:.{0,30}(?:${forgiving(words.session)})|(?:${forgiving(words.adopted)}))`,
      'iu',
    ).test(narrow(text)) && text.length < 120
  )
}
