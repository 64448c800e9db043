import type { LanguageCode } from '#platform/languages.ts'
import { codeForm } from './codes.ts'
import { folded } from './folding.ts'
import { stemOf } from './stems.ts'
import { stopWords } from './stop-words.ts'

/** A word in the forms under which it is known, whatever text it stands in. */
export type Form = {
  /** As it is looked up: small letters, folded. */
  surface: string
  /** What its forms have in common; the surface where the language has no endings. */
  stem: string
  isStop: boolean
  /** In capitals but for an s of the plural: an acronym, so that WHO is not who. */
  isUpper: boolean
  isHan: boolean
}

/** A word of a text, or one character of Chinese. */
export type TextWord = {
  form: Form
  /** Its place in the text. */
  from: number
  to: number
  /** The first character of a Chinese word, or any other word. */
  isStart: boolean
  /** The number of the stretch without white space in which it stands. */
  chunk: number
}

/** A stretch without white space; with hyphens alone it is also one word: 'e-health' is 'ehealth'. */
export type Chunk = { text: string; first: number; count: number; joined: Form | null }

export type TextWords = { words: TextWord[]; chunks: Chunk[] }

const longestText = 100_000
const longestWord = 64

// Soft hyphens and joiners stand inside words and are folded away with them.
const chunkPattern =
  /\p{Script=Han}+|[[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]--\p{Script=Han}]+(?:[\-\u2010\u2011.\/:][[\p{L}\p{M}\p{N}]--\p{Script=Han}]+)*/gv
const wordPattern = /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d]+/gu
const han = /^\p{Script=Han}/u

/** Takes a text apart into the words under which it is found, in the order in which they stand. */
export function textWords(text: string, language: LanguageCode): TextWords {
  if (text === '') return noWords
  const words: TextWord[] = []
  const chunks: Chunk[] = []
  for (const match of text.slice(0, longestText).matchAll(chunkPattern)) {
    const written = match[0]
    const first = words.length
    if (han.test(written)) addHan(words, written, match.index, chunks.length)
    else addWords(words, written, match.index, language, chunks.length)
    const count = words.length - first
    if (count === 0) continue
    const joined =
      count > 1 && isHyphenated.test(written) ? formOf(written.replaceAll(hyphen, ''), language) : null
    chunks.push({ text: written, first, count, joined })
  }
  return { words, chunks }
}

const noWords: TextWords = { words: [], chunks: [] }

const hyphen = /[-\u2010\u2011]/g
const isHyphenated = /^[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)+$/u

function addWords(
  words: TextWord[],
  written: string,
  at: number,
  language: LanguageCode,
  chunk: number,
): void {
  if (isOneWord.test(written)) {
    addWord(words, formOf(written, language), at, written.length, true, chunk)
    return
  }
  for (const match of written.matchAll(wordPattern)) {
    addWord(words, formOf(match[0], language), at + match.index, match[0].length, true, chunk)
  }
}

const isOneWord = /^[^-\u2010\u2011./:]+$/

function addWord(
  words: TextWord[],
  form: Form,
  from: number,
  length: number,
  isStart: boolean,
  chunk: number,
): void {
  if (form.surface !== '') words.push({ form, from, to: from + length, isStart, chunk })
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function addHan(words: TextWord[], written: string, at: number, chunk: number): void {
  for (const { segment, index } of segmenter.segment(written)) {
    let from = at + index
    for (const character of segment) {
      addWord(words, hanForm(character), from, character.length, from === at + index, chunk)
      from += character.length
    }
  }
}

const hanForms = new Map<string, Form>()

function hanForm(character: string): Form {
  let form = hanForms.get(character)
  if (!form) {
    form = {
      surface: character,
      stem: character,
      isStop: stopWords.zh.has(character),
      isUpper: false,
      isHan: true,
    }
    hanForms.set(character, form)
  }
  return form
}

/** The forms of words that have been met lately: most words of a text have. */
const known = new Map<LanguageCode, Map<string, Form>>()
const mostKnown = 100_000

function formOf(written: string, language: LanguageCode): Form {
  let forms = known.get(language)
  if (!forms) known.set(language, (forms = new Map()))
  const met = forms.get(written)
  if (met) return met
  if (forms.size >= mostKnown) forms.clear()
  const form = newForm(written.slice(0, longestWord), language)
  forms.set(written, form)
  return form
}

function newForm(written: string, language: LanguageCode): Form {
  const plain = written.replaceAll(/[\u00ad\u200c\u200d]/g, '')
  const small = plain.normalize('NFKC').toLowerCase()
  const isUpper = /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(plain)
  const surface = /\d/.test(small) ? codeForm(plain) : folded(plain)
  const isStop = !isUpper && stopWords[language].has(surface)
  return { surface, stem: stemOf(small, language), isStop, isUpper, isHan: false }
}
