import type { LanguageCode } from '#platform/languages.ts'
import { textWords, type Form, type TextWords } from '../analysis/words.ts'
import { writtenTerm, type Thesaurus, type Way } from './thesaurus.ts'

export type ConceptFound = {
  concept: string
  actionLines: readonly string[]
  sdgs: readonly number[]
  /** The words of the text that led to it, each time. */
  places: { words: string; from: number; to: number }[]
}

/** The concepts that a text speaks of, the most often met first; where terms overlap the longest counts. */
export function conceptsIn(thesaurus: Thesaurus, text: string, language: LanguageCode): ConceptFound[] {
  const words = textWords(text, language)
  const found = new Map<string, ConceptFound>()
  for (const { concept, first, end } of longest(conceptMatches(thesaurus, words, language, 'as-written'))) {
    const from = words.words[first]!.from
    const to = words.words[end - 1]!.to
    const { actionLines, sdgs } = thesaurus.concepts.get(concept)!
    const known = found.get(concept) ?? { concept, actionLines, sdgs, places: [] }
    known.places.push({ words: text.slice(from, to), from, to })
    found.set(concept, known)
  }
  return [...found.values()].toSorted((a, b) => b.places.length - a.places.length)
}

/** A term of a concept: the words from `first` to before `end`. */
export type ConceptMatch = {
  concept: string
  first: number
  end: number
  /** The words are those of the term, not only forms of them. */
  isWhole: boolean
}

/** Every term in a text, also those inside longer ones. An acronym is met only in capitals, unless any case will do. */
export function conceptMatches(
  thesaurus: Thesaurus,
  text: TextWords,
  language: LanguageCode,
  letters: 'as-written' | 'any-case',
): ConceptMatch[] {
  const matches: ConceptMatch[] = []
  const root = thesaurus.ways[language]
  if (root.next.size === 0) return matches
  for (let first = 0; first < text.words.length; first++) {
    if (!beginsTerm(text, root, first)) continue
    for (const [end, way] of walk(text, root, first)) {
      for (const { concept, isAcronym, word, written } of way.ends) {
        const { form } = text.words[first]!
        if (isAcronym && letters === 'as-written' && !form.isUpper) continue
        if (word !== null && !isFormOf(form, word, language)) continue
        const isWhole = written === writtenIn(text, first, end)
        const known = matches.find((one) => one.concept === concept && one.first === first && one.end === end)
        if (known) known.isWhole ||= isWhole
        else matches.push({ concept, first, end, isWhole })
      }
    }
  }
  return matches
}

const writtenIn = ({ words }: TextWords, first: number, end: number): string =>
  writtenTerm(words.slice(first, end))

/** In Arabic words differ at the beginning as well; but مكتب is no مكتبة. */
function isFormOf({ surface, stem }: Form, word: string, language: LanguageCode): boolean {
  return language === 'ar' ? !(/(?:ه|ات)$/.test(word) && surface.endsWith(stem)) : isNear(surface, word)
}

/** Whether two words with the same stem differ by a short ending only. */
export function isNear(a: string, b: string): boolean {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared++
  return a.length - shared <= 3 && b.length - shared <= 3
}

function beginsTerm({ words, chunks }: TextWords, root: Way, first: number): boolean {
  const word = words[first]!
  if (root.next.has(word.form.stem)) return true
  const { joined, first: begin } = chunks[word.chunk]!
  return joined !== null && begin === first && root.next.has(joined.stem)
}

/** All the places on the ways that the words from here lead along, with the word after each. */
function walk(text: TextWords, root: Way, first: number): [number, Way][] {
  const reached: [number, Way][] = []
  const open: [number, Way][] = [[first, root]]
  for (let step = open.pop(); step; step = open.pop()) {
    const [at, way] = step
    const word = text.words[at]
    if (!word) continue
    if (word.form.isStop && !word.form.isHan && at > first) open.push([at + 1, way])
    const next = way.next.get(word.form.stem)
    if (next) reach([at + 1, next])
    const chunk = text.chunks[word.chunk]!
    const whole = chunk.joined && chunk.first === at ? way.next.get(chunk.joined.stem) : undefined
    if (whole) reach([at + chunk.count, whole])
  }
  return reached

  function reach(place: [number, Way]): void {
    if (place[1].ends.length > 0) reached.push(place)
    open.push(place)
  }
}

/** Of terms that overlap the one that begins first, and of those the longest; of equals all. */
export function longest(matches: readonly ConceptMatch[]): ConceptMatch[] {
  const inOrder = matches.toSorted((a, b) => a.first - b.first || b.end - a.end)
  const kept: ConceptMatch[] = []
  for (const match of inOrder) {
    const last = kept.at(-1)
    const isSame = last?.first === match.first && last.end === match.end
    if (!last || match.first >= last.end || isSame) kept.push(match)
  }
  return kept
}
