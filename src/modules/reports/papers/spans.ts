import type { PaperSpan } from '#platform/documents/paper.ts'
import { languages, type LanguageCode } from '#platform/languages.ts'
import type { Said } from '#platform/web/shapes.ts'
import { inLanguageKeys } from '#platform/ui/text.ts'
import type { Span } from '../markup/markup.ts'
import type { PaperReader } from './paper-reader.ts'

/**
 * Numbers of footnotes stand right behind what they are about; two of them are kept apart, and stay on one line. Behind a number
 * between words that run from the right they would be read as more of its digits, and stand before it.
 */
export const closedUp = (spans: readonly Span[], language: LanguageCode): Span[] =>
  spans.map((span, place) => {
    if (!('text' in span) || spans[place + 1]?.span !== 'citation') return span
    const text = span.text.trimEnd()
    if (text === '' && spans[place - 1]?.span === 'citation') return { ...span, text: '\u00a0' }
    return languages[language].direction === 'rtl' && /\d$/.test(text)
      ? { ...span, text: `${text}${unbrokenSpace}` }
      : { ...span, text }
  })

/** As wide as a digit; unlike other spaces that do not break it does not make one number of two. */
const unbrokenSpace = '\u2007'

export const plain = (text: string): PaperSpan => ({ span: 'text', text, look: 'plain' })

export const link = (text: string, address: string): PaperSpan => ({ span: 'link', text, address })

/** A name, and in which language it is where that is another than the paper's. */
export const nameIn = (
  { t, language }: Pick<PaperReader, 't' | 'language'>,
  name: Pick<Said, 'text' | 'language'>,
): string =>
  name.language === language
    ? name.text
    : t('reports.noted.in', { name: name.text, language: t(inLanguageKeys[name.language]) })

/** The same as spans: a name that runs the other way is one by itself. */
export function nameSpans(reader: Pick<PaperReader, 't' | 'language'>, name: Said): PaperSpan[] {
  const words = nameIn(reader, name)
  const { direction } = languages[reader.language]
  if (languages[name.language].direction === direction) return inOrder(reader.language, words)
  const at = words.indexOf(name.text)
  return [words.slice(0, at), name.text, words.slice(at + name.text.length)].filter(Boolean).map(plain)
}

/**
 * Between words that run from the right, what stands in Latin letters is a span of its own: writers set each span apart, so that
 * neither '3 vi' nor the day behind it is turned around.
 */
export function inOrder(language: LanguageCode, text: string): PaperSpan[] {
  if (languages[language].direction === 'ltr') return [plain(text)]
  return text
    .split(latin)
    .filter((piece) => piece !== '')
    .map(plain)
}

// Digits before and behind the letters belong to them: '3 vi', 'EX-C26/18'.
const latin =
  /((?:\d+[ \u00a0-]?)?\p{Script=Latin}(?:[\p{Script=Latin}\d \u00a0.’/-]*[\p{Script=Latin}\d])?)/u
