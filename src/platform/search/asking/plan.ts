import type { LanguageCode } from '#platform/languages.ts'
import { longest } from '../thesaurus/concept-finder.ts'
import type { Concept, Thesaurus } from '../thesaurus/thesaurus.ts'
import type { SearchRequest, Widening } from '../search-document.ts'
import { analysedWords, conceptsOf, type AskedWords } from './asked-words.ts'
import { quality, wordClauses } from './word-clauses.ts'
import type { Lexicon } from './lexicon.ts'
import { phraseOf, type Phrase } from './phrase.ts'
import type { AskedPart } from './query-syntax.ts'

/** How a clause may be met: by a term as it is, by all words of a stem, or by all terms that begin so. */
export type Way = {
  by: 'term' | 'stem' | 'beginning'
  space: number
  text: string
  quality: number
  /** Of the words of a stem those count little that are much longer or shorter than this one. */
  like?: string
}

/** Something that must be there: one of its ways, or a text that speaks of one of its concepts. */
export type Clause = {
  ways: Way[]
  concepts: AskedConcept[]
  /** The words that it stands for: from `first` to before `end` of a part; and where a word may be corrected. */
  part: number
  first: number
  end: number
  isWord: boolean
}

/** A concept, and how near its term is to what was typed. */
export type AskedConcept = { id: string; quality: number }

export type Plan = {
  parts: readonly AskedPart[]
  clauses: Clause[]
  excluded: Clause[]
  phrases: Phrase[]
  excludedPhrases: Phrase[]
  widenings: Widening[]
}

const mostClauses = 16
const mostExcluded = 8

/** What must be looked up for a query. Clauses are joined by and. */
export function planOf(
  parts: readonly AskedPart[],
  request: Pick<SearchRequest, 'language' | 'lastWord'> & { begun?: ReadonlySet<string> },
  thesaurus: Thesaurus,
  lexicon: Lexicon,
): Plan {
  const plan: Plan = { parts, clauses: [], excluded: [], phrases: [], excludedPhrases: [], widenings: [] }
  const analysed = parts.map(({ text }) => analysedWords(text))
  for (const [place, part] of parts.entries()) {
    const words = analysed[place]!
    const begun = request.begun ?? noWords
    const asked = { words, part: place, language: request.language, lexicon, begun }
    if (part.kind === 'phrase' || part.isExcluded) addStrict(plan, part, asked)
    else {
      const isBegun = request.lastWord === 'begun' && place === parts.length - 1 && !part.text.endsWith(' ')
      const clauses = wordClauses(asked, isBegun ? 'begun' : 'whole')
      widen(plan, clauses, words, request.language, thesaurus)
      plan.clauses.push(...clauses)
    }
  }
  plan.clauses = distinct(plan.clauses).slice(0, mostClauses)
  plan.excluded = plan.excluded.slice(0, mostExcluded)
  plan.excludedPhrases = plan.excludedPhrases.slice(0, mostExcluded)
  return plan
}

const noWords: ReadonlySet<string> = new Set()

export type Asked = {
  words: AskedWords
  part: number
  language: LanguageCode
  lexicon: Lexicon
  /** Words that are the beginning of one. */
  begun: ReadonlySet<string>
}

/** A phrase, or what must not be there: the words as they stand; a single word that is excluded in all its forms. */
function addStrict(plan: Plan, part: AskedPart, asked: Asked): void {
  const phrase = phraseOf(asked.words)
  if (!part.isExcluded) {
    plan.clauses.push(...phrase.clauses.map((clause) => ({ ...clause, part: asked.part })))
    if (phrase.patterns.some(({ terms }) => terms.length > 1)) plan.phrases.push(phrase)
    return
  }
  const clauses = wordClauses(asked, 'whole')
  const [only] = clauses
  if (only && clauses.length === 1 && part.kind === 'words') plan.excluded.push(only)
  else if (phrase.patterns.length > 0) plan.excludedPhrases.push(phrase)
}

/** Clauses that lie within a term of the thesaurus may be met by its concept instead. */
function widen(
  plan: Plan,
  clauses: readonly Clause[],
  words: AskedWords,
  language: LanguageCode,
  thesaurus: Thesaurus,
): void {
  for (const match of longest(conceptsOf(words, language, thesaurus))) {
    const within = clauses.filter(({ first, end }) => first >= match.first && end <= match.end)
    if (within.length === 0) continue
    const near = match.isWhole ? quality.widened : quality.widenedByStem
    for (const clause of within) clause.concepts.push({ id: match.concept, quality: near })
    const concept = thesaurus.concepts.get(match.concept)!
    plan.widenings.push(wideningOf(concept, words, match.first, match.end))
  }
}

function wideningOf({ id, terms }: Concept, words: AskedWords, first: number, end: number): Widening {
  const { from } = words.places[first]!
  const { to } = words.places[end - 1]!
  return { asked: words.text.slice(from, to), concept: id, terms }
}

/** The same word twice asks for nothing more. */
function distinct(clauses: Clause[]): Clause[] {
  if (clauses.length < 2) return clauses
  const seen = new Set<string>()
  return clauses.filter(({ ways, concepts }) => {
    const name = JSON.stringify([ways.map(({ by, space, text }) => [by, space, text]), concepts])
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}
