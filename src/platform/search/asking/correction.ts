import type { LanguageCode } from '#platform/languages.ts'
import { wordSpace } from '../segment/spaces.ts'
import type { Correction } from '../search-document.ts'
import { languagesOfLetters, type AskedWords } from './asked-words.ts'
import type { Lexicon } from './lexicon.ts'
import { nearWords } from './near-words.ts'

/** So that a query takes a few milliseconds at most, however many words there are. */
const mostRows = 100_000

/** How many letters may be wrong: none in short words, one in usual ones, two in long ones. */
const mostWrong = (length: number) => (length < 4 ? 0 : length <= 7 ? 1 : 2)

/** The word that was probably meant: the nearest, in the reader's language rather than another, and the most used. */
export function correctionOf(word: string, language: LanguageCode, lexicon: Lexicon): string | null {
  const most = mostWrong(word.length)
  if (most === 0 || /\d/.test(word) || languagesOfLetters(word).length === 0) return null
  const own = wordSpace(language)
  const spaces = [...new Set([own, ...languagesOfLetters(word).map(wordSpace)])]
  const budget = { rows: mostRows }
  const found = new Map<string, { distance: number; isOwn: boolean; frequency: number }>()
  for (const { dictionary, postings } of lexicon.segments) {
    for (const space of spaces) {
      for (const { term, text, distance } of nearWords(dictionary, space, word, most, budget)) {
        const known = found.get(text) ?? { distance, isOwn: false, frequency: 0 }
        known.isOwn ||= space === own
        known.frequency += postings.counts[term]!
        found.set(text, known)
      }
    }
  }
  const best = [...found].toSorted(
    ([textA, a], [textB, b]) =>
      a.distance - b.distance ||
      Number(b.isOwn) - Number(a.isOwn) ||
      b.frequency - a.frequency ||
      (textA < textB ? -1 : 1),
  )
  return best.find(([text]) => lexicon.isHeld(text))?.[0] ?? null
}

/** The text of a part with some of its words replaced. */
export function corrected(
  words: AskedWords,
  replaced: ReadonlyMap<number, string>,
): { text: string; corrections: Correction[] } {
  let text = ''
  let at = 0
  const corrections: Correction[] = []
  for (const [place, { from, to }] of words.places.entries()) {
    const used = replaced.get(place)
    if (used === undefined) continue
    corrections.push({ asked: words.text.slice(from, to), used, by: 'spelling' })
    text += words.text.slice(at, from) + used
    at = to
  }
  return { text: text + words.text.slice(at), corrections }
}
