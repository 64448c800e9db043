import { arabicForms, wordsOf } from '#modules/mandates/index.ts'
import { folded } from '#platform/search/analysis/folding.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Term, TermStatus } from './term.ts'

/** A term that occurs in a text, with what it is called in the other language. */
export type MatchedTerm = {
  id: string
  status: TermStatus
  /** As the term is written, and where the list says so, otherwise. */
  term: string
  /** The first is the one to use. */
  wanted: string[]
}

/** The terms of a text; a term inside a longer one ('digital divide' in 'gender digital divide') is left out. */
export function matchedTerms(
  terms: readonly Term[],
  text: string,
  from: LanguageCode,
  to: LanguageCode,
): MatchedTerm[] {
  const words = sought(text, from)
  const found = terms.flatMap(({ id, status, words: own }) => {
    const term = own[from]
      ?.filter((one) => occurs(words, one, from))
      .toSorted((a, b) => b.length - a.length)[0]
    return term === undefined ? [] : [{ id, status, term, wanted: own[to] ?? [] }]
  })
  return found.filter(
    (one) =>
      !found.some(
        (other) => other.term.length > one.term.length && occurs(sought(other.term, from), one.term, from),
      ),
  )
}

/** Whether a text uses one of the words of a term. */
export const usesTerm = (text: string, wanted: readonly string[], language: LanguageCode): boolean =>
  wanted.some((one) => occurs(sought(text, language), one, language))

type Sought = { whole: string; words: string[] }

const sought = (text: string, language: LanguageCode): Sought =>
  language === 'zh'
    ? { whole: folded(text), words: [] }
    : { whole: '', words: wordsOf(text).map(({ word }) => word) }

const leastLetters = 3

function occurs({ whole, words }: Sought, term: string, language: LanguageCode): boolean {
  if (language === 'zh') return term.length > 1 && whole.includes(folded(term))
  const wanted = wordsOf(term).map(({ word }) => word)
  const [first] = wanted
  if (first === undefined || wanted.join('').length < leastLetters) return false
  return words.some(
    (_, place) =>
      place + wanted.length <= words.length &&
      wanted.every((word, next) => isSameWord(words[place + next] ?? '', word, language)),
  )
}

/** Forms of one word: plurals, cases, the article and particles of Arabic. Close enough for a hint. */
function isSameWord(one: string, other: string, language: LanguageCode): boolean {
  if (one === other) return true
  if (language === 'ar') return arabicForms(one).some((form) => arabicForms(other).includes(form))
  if (language === 'ru') return sharesStem(one, other)
  return withoutPlural(one) === withoutPlural(other)
}

const withoutPlural = (word: string) =>
  word.length > 3
    ? word
        .replace(/(?:ies|y)$/, 'i')
        .replace(/(?:es|s|x)$/, '')
        .replace(/e$/, '')
    : word

/** Russian words of one stem differ in their last letters. */
function sharesStem(one: string, other: string): boolean {
  const short = Math.min(one.length, other.length)
  if (short < 4 || Math.abs(one.length - other.length) > 3) return false
  const stem = Math.max(3, short - (short > 6 ? 3 : 2))
  return one.slice(0, stem) === other.slice(0, stem)
}
