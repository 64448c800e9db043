import type { LanguageCode } from '#platform/languages.ts'
import { textWords, type Chunk, type TextWord, type TextWords } from '../analysis/words.ts'
import { conceptMatches, type ConceptMatch } from '../thesaurus/concept-finder.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { wordSpace } from '../segment/spaces.ts'
import type { Lexicon } from './lexicon.ts'

/** Words of a query as each language takes them: the same words, with other stems and other stop words. */
export type AskedWords = {
  text: string
  places: readonly TextWord[]
  chunks: readonly Chunk[]
  in: (language: LanguageCode) => TextWords
}

export function analysedWords(text: string): AskedWords {
  const taken = new Map<LanguageCode, TextWords>()
  const wordsIn = (language: LanguageCode): TextWords => {
    const known = taken.get(language) ?? textWords(text, language)
    taken.set(language, known)
    return known
  }
  const { words, chunks } = wordsIn('en')
  return { text, places: words, chunks, in: wordsIn }
}

/** The languages whose endings a word can have, by its letters. */
export function languagesOfLetters(surface: string): readonly LanguageCode[] {
  if (/\p{Script=Arabic}/u.test(surface)) return ['ar']
  if (/\p{Script=Cyrillic}/u.test(surface)) return ['ru']
  return /\p{Script=Latin}/u.test(surface) ? ['en', 'fr', 'es'] : []
}

/**
 * The words that tell nothing apart: those of the language in which the query seems to be, so that 'car' is asked for in
 * 'electric car' though French has it in every text. When nothing else is asked for they are asked for.
 */
export function emptyWords(asked: AskedWords, language: LanguageCode, lexicon: Lexicon): ReadonlySet<number> {
  const plain = asked.places.map(({ form }, place) => (form.isHan ? -1 : place)).filter((place) => place >= 0)
  const isStop = (place: number, in_: LanguageCode) => asked.in(in_).words[place]!.form.isStop
  if (isShouted(asked)) return emptyWords(analysedWords(asked.text.toLowerCase()), language, lexicon)
  // A word is empty in a language of its letters only.
  const isSomewhere = (place: number) =>
    languagesOfLetters(asked.places[place]!.form.surface).some((one) => isStop(place, one))
  if (!plain.some(isSomewhere)) return new Set()
  const meant = languageMeant(asked, language, lexicon)
  const empty = plain.filter((place) => isStop(place, meant) || isStop(place, language))
  return new Set(empty.length < asked.places.length ? empty : [])
}

/** All in capitals, and more than acronyms. */
const isShouted = ({ places }: AskedWords) =>
  places.every(({ form }) => form.isUpper) && places.some(({ from, to }) => to - from > 6)

/** In doubt the reader's own. A stop word tells more of the language than another word that it knows. */
function languageMeant(asked: AskedWords, reader: LanguageCode, lexicon: Lexicon): LanguageCode {
  const weight = (language: LanguageCode) =>
    asked.in(language).words.reduce((sum, { form }) => {
      if (form.isStop && !form.isHan) return sum + 1.5
      return sum + (lexicon.frequency(wordSpace(language), form.surface) > 0 ? 1 : 0)
    }, 0)
  const letters = new Set(asked.places.flatMap(({ form }) => languagesOfLetters(form.surface)))
  let best = { language: reader, weight: weight(reader) }
  for (const language of letters) {
    const own = weight(language)
    if (own > best.weight) best = { language, weight: own }
  }
  return best.language
}

/** Terms of the thesaurus in any language; acronyms in small letters are taken for the reader's own alone. */
export function conceptsOf(asked: AskedWords, reader: LanguageCode, thesaurus: Thesaurus): ConceptMatch[] {
  const letters = new Set(
    asked.places.flatMap(({ form }) => (form.isHan ? ['zh' as const] : languagesOfLetters(form.surface))),
  )
  const all = [...letters.add(reader)].flatMap((language) =>
    conceptMatches(thesaurus, asked.in(language), language, language === reader ? 'any-case' : 'as-written'),
  )
  const best = new Map<string, ConceptMatch>()
  for (const match of all) {
    const name = `${match.concept} ${match.first} ${match.end}`
    if (!best.get(name)?.isWhole) best.set(name, match)
  }
  return [...best.values()]
}
