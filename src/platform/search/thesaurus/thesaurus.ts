import type { LanguageCode } from '#platform/languages.ts'
import { languageCodes } from '#platform/languages.ts'
import { sha256 } from '#platform/sha256.ts'
import { stemOf } from '../analysis/stems.ts'
import { textWords, type TextWord } from '../analysis/words.ts'

/** The file `reference/thesaurus.json`. */
export type ThesaurusFile = {
  concepts: readonly {
    id: string
    group: string
    action_lines: readonly string[]
    sdgs: readonly number[]
    terms: Record<LanguageCode, { preferred: string; alternatives: readonly string[] }>
  }[]
}

export type Concept = {
  id: string
  group: string
  actionLines: readonly string[]
  sdgs: readonly number[]
  /** The preferred term first. */
  terms: Record<LanguageCode, readonly string[]>
}

/** Concepts with the ways that lead to them, word by word, in each language. */
export type Thesaurus = {
  concepts: ReadonlyMap<string, Concept>
  ways: Record<LanguageCode, Way>
  /** Tells whether an index was built with the same concepts. */
  fingerprint: string
}

/** Where one has come to in a term: what may follow, and which terms end here. */
export type Way = { next: Map<string, Way>; ends: End[] }

/** A term of one word keeps that word: a stem alone joins words too far apart, such as 'programa' and 'programación'. */
export type End = {
  concept: string
  isAcronym: boolean
  word: string | null
  /** The term as it stands, folded. */
  written: string
}

export function thesaurusOf(file: ThesaurusFile): Thesaurus {
  const concepts = file.concepts.map(conceptOf)
  return {
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    ways: laidWhenAsked((language) => waysOf(concepts, language)),
    fingerprint: sha256(file.concepts),
  }
}

/** To lay the ways of all languages takes a quarter of a second, for which a program that starts has no use. */
function laidWhenAsked(lay: (language: LanguageCode) => Way): Record<LanguageCode, Way> {
  const laid = new Map<LanguageCode, Way>()
  const wayOf = (language: LanguageCode): Way => {
    const way = laid.get(language) ?? lay(language)
    laid.set(language, way)
    return way
  }
  const ways = {} as Record<LanguageCode, Way>
  for (const language of languageCodes)
    Object.defineProperty(ways, language, { enumerable: true, get: () => wayOf(language) })
  return ways
}

export const noThesaurus: Thesaurus = thesaurusOf({ concepts: [] })

function conceptOf({ id, group, action_lines, sdgs, terms }: ThesaurusFile['concepts'][number]): Concept {
  const all = Object.entries(terms).map(([language, { preferred, alternatives }]) => {
    return [language, [preferred, ...alternatives]]
  })
  return {
    id,
    group,
    actionLines: action_lines,
    sdgs,
    terms: Object.fromEntries(all) as Concept['terms'],
  }
}

function waysOf(concepts: readonly Concept[], language: LanguageCode): Way {
  const root: Way = { next: new Map(), ends: [] }
  for (const { id, terms } of concepts) {
    for (const term of terms[language]) {
      for (const { steps, ...end } of stepsOf(term, language)) lay(root, steps, { concept: id, ...end })
    }
  }
  return root
}

/** A term with a hyphen is met with it, without it, and in two words. */
function stepsOf(term: string, language: LanguageCode): ({ steps: string[] } & Omit<End, 'concept'>)[] {
  const { words, chunks } = textWords(term, language)
  const counts = countsIn(words)
  const apart = words.filter(counts).map(({ form }) => form.stem)
  const joined = chunks.flatMap(({ joined, first, count }) =>
    joined
      ? [joined.stem]
      : words
          .slice(first, first + count)
          .filter(counts)
          .map(({ form }) => form.stem),
  )
  const written = writtenTerm(words)
  const [only] = words.length === 1 ? words : []
  const isAcronym = only?.form.isUpper ?? false
  // Without their accents words may have other endings.
  const plain = words.filter(counts).map(({ form }) => stemOf(form.surface, language))
  const ways = [apart, joined, plain].filter((steps) => steps.length > 0)
  return [...new Map(ways.map((steps) => [steps.join(' '), steps])).values()].map((steps) => ({
    steps,
    isAcronym,
    word: only?.form.surface ?? null,
    written,
  }))
}

/** The words as they stand; an article in Arabic makes no difference. */
export const writtenTerm = (words: readonly TextWord[]): string =>
  words.map(({ form }) => form.surface.replace(/^ال/, '')).join(' ')

/** Words that tell nothing apart do not count, unless without them only one word of several would be left. */
function countsIn(words: readonly TextWord[]): (word: TextWord) => boolean {
  const tells = ({ form }: TextWord) => form.isHan || !form.isStop
  return words.filter(tells).length > 1 ? tells : () => true
}

function lay(root: Way, steps: readonly string[], end: End): void {
  let way = root
  for (const step of steps) {
    let next = way.next.get(step)
    if (!next) way.next.set(step, (next = { next: new Map(), ends: [] }))
    way = next
  }
  if (
    !way.ends.some(
      ({ concept, word, written }) => concept === end.concept && word === end.word && written === end.written,
    )
  )
    way.ends.push(end)
}
