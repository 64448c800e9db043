import type { LanguageCode } from '#platform/languages.ts'
import { goalWords, keptCode } from './analysis/codes.ts'
import { textWords, type TextWords } from './analysis/words.ts'
import { corrected } from './asking/correction.ts'
import { analysedWords } from './asking/asked-words.ts'
import type { Lexicon } from './asking/lexicon.ts'
import { planOf, type Clause, type Plan } from './asking/plan.ts'
import { askedParts } from './asking/query-syntax.ts'
import type { Correction, SearchRequest } from './search-document.ts'
import { codeSpace, wordSpace } from './segment/spaces.ts'
import { conceptMatches } from './thesaurus/concept-finder.ts'
import type { Thesaurus } from './thesaurus/thesaurus.ts'

/** Where in a text something stands that was asked for: from, to. */
export type Mark = [from: number, to: number]

/** Finds what is to be marked in the texts of an answer: the words in all their forms, and the terms of its concepts. */
export function searchMarks(
  request: Pick<SearchRequest, 'words' | 'language' | 'lastWord'>,
  corrections: readonly Correction[],
  thesaurus: Thesaurus,
): (text: string, language: LanguageCode) => Mark[] {
  const parts = askedParts(request.words).filter(({ isExcluded }) => !isExcluded)
  const used = new Map(corrections.map(({ asked, used }) => [asked, used]))
  const begun = new Set(corrections.flatMap(({ used, by }) => (by === 'beginning' ? [used] : [])))
  const better = parts.map((part) => ({ ...part, text: replaced(part.text, used) }))
  const plan = planOf(better, { ...request, begun }, thesaurus, everyWord)
  return (text, language) => marksIn(text, language, plan, thesaurus)
}

function replaced(text: string, used: ReadonlyMap<string, string>): string {
  const words = analysedWords(text)
  const places = words.places.flatMap(({ from, to }, place) => {
    const better = used.get(text.slice(from, to))
    return better === undefined ? [] : [[place, better] as const]
  })
  return corrected(words, new Map(places)).text
}

/** Takes every word for known: what is not in a text is not marked in it. */
const everyWord: Lexicon = {
  frequency: (space, text) =>
    space !== codeSpace || !/[\s\p{Script=Han}]/u.test(text) || text.startsWith(`${goalWords[0]} `) ? 1 : 0,
  stemsOf: () => [],
  isHeld: () => true,
  segments: [],
}

function marksIn(text: string, language: LanguageCode, plan: Plan, thesaurus: Thesaurus): Mark[] {
  const analysed = textWords(text, language)
  const space = wordSpace(language)
  const marked = new Set<number>()
  for (const clause of plan.clauses) {
    for (const place of wordsThatMeet(analysed, clause, space)) marked.add(place)
  }
  const concepts = new Set(plan.clauses.flatMap(({ concepts }) => concepts.map(({ id }) => id)))
  if (concepts.size > 0) {
    for (const { concept, first, end } of conceptMatches(thesaurus, analysed, language, 'as-written')) {
      if (!concepts.has(concept)) continue
      for (let place = first; place < end; place++) marked.add(place)
    }
  }
  const ranges = [...marked]
    .sort((a, b) => a - b)
    .map((place): Mark => {
      const { from, to } = analysed.words[place]!
      return [from, to]
    })
  return joinedMarks(text, ranges)
}

function wordsThatMeet({ words, chunks }: TextWords, { ways }: Clause, space: number): number[] {
  const own = ways.filter((way) => way.space === space || way.space === codeSpace)
  const isMet = (surface: string, stem: string) =>
    own.some(({ by, text, space: of }) => {
      if (of === codeSpace) return by === 'term' && surface === text
      return by === 'term' ? surface === text : by === 'stem' ? stem === text : surface.startsWith(text)
    })
  const single = words.flatMap(({ form, chunk }, place) => {
    if (!form.isHan) return isMet(form.surface, form.stem) ? [place] : []
    const next = words[place + 1]
    const pair = next?.chunk === chunk ? form.surface + next.form.surface : null
    if (isMet(form.surface, form.surface)) return [place]
    if (pair === null || !own.some(({ text }) => text === pair || text === form.surface)) return []
    return own.some(({ text }) => text === pair) ? [place, place + 1] : [place]
  })
  const whole = chunks.flatMap(({ text, joined, first, count }, place) => {
    const next = chunks[place + 1]
    const isWhole = isMet(keptCode(text), '') || (joined !== null && isMet(joined.surface, joined.stem))
    const isPair = next !== undefined && isMet(keptCode(`${text} ${next.text}`), '')
    return isWhole || isPair ? range(first, isPair ? next.first + next.count : first + count) : []
  })
  return [...single, ...whole]
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place)

/** Marks with nothing but signs or white space between them are one. */
function joinedMarks(text: string, marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const [from, to] of marks) {
    const last = joined.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last[1], from))) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}
