import { languages, type LanguageCode } from '../languages.ts'
import { alwaysGoesOn, goesOnBeforeNumber } from './abbreviations.ts'

/** A sentence or a line of a text, and the white space up to the next. */
export type Segment = { text: string; gap: string }

/** Cuts a text into sentences, paragraph by paragraph. Texts and gaps joined are the trimmed text again. */
export function segmentsOf(whole: string, language: LanguageCode): Segment[] {
  const pieces = tidied(whole)
    .split(/(?<=\n\s*)(?=\S)/u)
    .flatMap((paragraph) => sentencesOf(paragraph, language))
  return pieces.filter(Boolean).map(withGap)
}

export const joined = (segments: readonly Segment[]): string =>
  segments.map(({ text, gap }) => text + gap).join('')

/** As it is kept: one kind of line end, composed letters, no white space around it. */
export const tidied = (text: string): string => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()

const withGap = (piece: string): Segment => {
  const text = piece.trimEnd()
  return { text, gap: piece.slice(text.length) }
}

const segmenters = new Map<LanguageCode, Intl.Segmenter>()

function segmenterOf(language: LanguageCode): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(languages[language].locale, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

function sentencesOf(paragraph: string, language: LanguageCode): string[] {
  const sentences: string[] = []
  for (const { segment } of segmenterOf(language).segment(paragraph)) {
    const last = sentences.at(-1)
    if (last !== undefined && (segment.trim() === '' || goesOn(last, segment)))
      sentences[sentences.length - 1] = last + segment
    else if (last !== undefined) sentences.splice(-1, 1, ...withOpening(last, segment))
    else sentences.push(segment)
  }
  return sentences
}

/** A sign that opens belongs to what it opens: the rules of the language leave “ of Chinese with the sentence before. */
function withOpening(before: string, next: string): [string, string] {
  const opening = /[\p{Ps}\p{Pi}]+$/u.exec(before)?.[0] ?? ''
  return opening === before
    ? ['', before + next]
    : [before.slice(0, before.length - opening.length), opening + next]
}

/** Whether what follows still belongs to the sentence: a point is not always its end. */
function goesOn(before: string, next: string): boolean {
  if (before.trim() === '') return true
  const said = before.trimEnd()
  if (/^\s*[\p{Ll}\p{Pe}\p{Pf},;:،؛，；：]/u.test(next)) return true
  if (hasOpenBracket(said) && /[)\]）】]/u.test(next)) return true
  if (/^[[(（]?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})(?:[.)）])+$/iu.test(said)) return true
  if (!said.endsWith('.')) return false
  const word = lastWords(said)
  if (word.some((one) => alwaysGoesOn.has(one))) return true
  if (/^\s*[\d§]/u.test(next) && word.some((one) => goesOnBeforeNumber.has(one))) return true
  // An initial: 'J. Smith', 'د. أمينة'.
  return /(?:^|[\s(«"“.])\p{Lu}\.$/u.test(said) || /(?:^|\s)\p{Script=Arabic}\.$/u.test(said)
}

/** The last word without its point, and the last two: 'p. ex'. */
function lastWords(said: string): string[] {
  const words = said.slice(0, -1).toLowerCase().split(/\s+/u)
  const bare = (word: string) => word.replace(/^[(«"“'[（]+/u, '')
  return [bare(words.at(-1) ?? ''), bare(words.slice(-2).join(' '))]
}

const hasOpenBracket = (text: string): boolean =>
  text.length < 400 && (text.match(/[([（【]/gu)?.length ?? 0) > (text.match(/[)\]）】]/gu)?.length ?? 0)
