import type { Plan } from '../asking/plan.ts'
import type { SearchAnswer, SearchRequest } from '../search-document.ts'
import { cardAt } from '../segment/cards.ts'
import { titlesOf } from '../segment/segment.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { facetNames } from './answer-facets.ts'
import { bestLanguage } from './best-language.ts'
import { countAllValues, partFilter, sift, type Counts } from './counting.ts'
import type { FacetRegister } from './facet-register.ts'
import { countedIn, filteredSet, type Filter, type FilteredSet } from './filtered-sets.ts'
import { clear, match, type PartClause, type Room } from './matching.ts'
import { compareFound, firstOf, keyOf, placeAt, type Found } from './ordering.ts'
import { aliveCount, type Part } from './part.ts'
import { phraseTest } from './phrase-test.ts'
import { readQuery } from './reading.ts'
import { termsInParts, weighed } from './weighing.ts'

/** What is searched: the segments in use and what they share. */
export type Searched = {
  parts: readonly Part[]
  register: FacetRegister
  thesaurus: Thesaurus
  room: Room
  /** The counts of all values over all documents. */
  overall: () => Counts
}

/** An answer as it was counted, before anybody looks at its facets: what threads send each other. */
export type BareAnswer = Omit<SearchAnswer, 'facets' | 'counts'> & { counts: Counts }

/** Words, filters, counts and the first hits in one go. */
export function answer(searched: Searched, request: SearchRequest): BareAnswer {
  const { parts } = searched
  const { plan, terms, corrections } = readQuery(searched, request)
  const total = parts.reduce((sum, part) => sum + aliveCount(part), 0)
  const clauses = weighed(terms, plan.clauses.length, total)
  const excluded = weighed(termsInParts(parts, plan.excluded), plan.excluded.length, total)
  const isEverything = isEmpty(plan) && Object.keys(request.filters).length === 0
  const counts = isEverything ? searched.overall() : emptyCounts(searched.register, request)
  const filters = wantedValues(searched.register, request)
  const hits: (Found & { clauses: readonly PartClause[] })[] = []
  let count = 0
  for (const [place, part] of parts.entries()) {
    const { room } = searched
    const partPlan = {
      clauses: clauses[place]!,
      excluded: excluded[place]!.map(({ direct }) => direct),
      phrases: plan.phrases.map((phrase) => phraseTest(part, phrase)),
      excludedPhrases: plan.excludedPhrases.map((phrase) => phraseTest(part, phrase)),
    }
    const kept = isEmpty(plan)
      ? passingFilters(part, filters, counts, isEverything)
      : siftMatched(part, match(part, partPlan, room), { filters, counts, room })
    // One more than asked for tells whether there is more.
    const order = { ...request, limit: request.limit + 1 }
    for (const found of firstOf(part, kept, plan.clauses.length > 0, order, room)) {
      hits.push({ ...found, clauses: partPlan.clauses })
    }
    if (!isEmpty(plan)) clear(room, part)
    count += kept.length
  }
  // Those of one segment are in order.
  const areOfOne = hits.every(({ part }) => part === hits[0]!.part)
  const sorted = areOfOne ? hits : hits.toSorted(compareFound(request))
  const first = sorted.slice(0, request.limit)
  const last = sorted.length > first.length ? first.at(-1) : undefined
  return {
    total: count,
    hits: first.map((found) => ({
      key: keyOf(found),
      card: cardAt(found.part.segment.cards, found.document),
      titles: titlesOf(found.part.segment.titles, found.document),
      score: found.score,
      language: bestLanguage(found, found.clauses, request.language),
      via: found.isWidened ? 'thesaurus' : corrections.length > 0 ? 'correction' : null,
    })),
    next: last ? placeAt(last, request) : null,
    widenedBy: plan.widenings,
    corrected: corrections,
    counts,
  }
}

const isEmpty = ({ clauses, excluded, phrases, excludedPhrases }: Plan) =>
  clauses.length + excluded.length + phrases.length + excludedPhrases.length === 0

function wantedValues(register: FacetRegister, { filters }: SearchRequest): Filter[] {
  return Object.entries(filters)
    .map(([facet, values]) => {
      const wanted = new Set(values.flatMap((value) => register.numberOf(facet, value) ?? []))
      return { facet, wanted, key: `${facet}=${[...wanted].sort((a, b) => a - b).join(',')}` }
    })
    .sort((a, b) => (a.facet < b.facet ? -1 : 1))
}

/** Without words: what passes the filters, from what is remembered of them. The counts of a filter are those without it. */
function passingFilters(part: Part, filters: readonly Filter[], counts: Counts, areCounted: boolean) {
  if (filters.length === 0 && areCounted) return part.everyone
  const names = [...counts.keys()].filter((facet) => part.facets.has(facet))
  const [own, others] = [true, false].map((is) =>
    names.filter((name) => filters.some(({ facet }) => facet === name) === is),
  ) as [string[], string[]]
  const set = filteredSet(part, filters)
  add(part, set, others, counts)
  for (const name of own) {
    const without = filters.filter(({ facet }) => facet !== name)
    add(part, filteredSet(part, without), [name], counts)
  }
  return set.documents
}

function add(part: Part, set: FilteredSet, names: readonly string[], counts: Counts): void {
  const columns = names.map((name) => part.facets.get(name)!)
  for (const [place, counted] of countedIn(part, set, columns).entries()) {
    const sum = counts.get(names[place]!)!
    for (let value = 0; value < counted.length; value++) sum[value]! += counted[value]!
  }
}

type Sifting = { filters: readonly Filter[]; counts: Counts; room: Room }

/** Of what the words have found, what passes the filters. */
function siftMatched(part: Part, matched: Uint32Array, { filters, counts, room }: Sifting): Uint32Array {
  const partFilters = filters.map(({ facet, wanted }) => partFilter(part, facet, wanted))
  const kept = sift(part, matched, partFilters, counts, room)
  countOthers(part, kept, counts, filters)
  return kept
}

const emptyCounts = (register: FacetRegister, request: SearchRequest): Counts =>
  new Map(facetNames(register, request).map((name) => [name, new Uint32Array(register.values(name).length)]))

/** The facets without a filter: those with one were counted while the others were sifted out. */
function countOthers(part: Part, documents: Uint32Array, counts: Counts, filters: readonly Filter[]): void {
  const facets = [...counts].flatMap(([facet, counted]) => {
    const isFilter = filters.some((filter) => filter.facet === facet)
    const column = isFilter ? undefined : part.facets.get(facet)
    return column ? [{ column, counted }] : []
  })
  countAllValues(part, documents, facets)
}
