import type { LanguageCode, Translated } from '#platform/languages.ts'

/** What is given to the index: one record as people find it. */
export type SearchDocument = {
  /** Its name in the register: 'activity:7kq2m', 'provision:pp-140/resolves/6/i'. */
  key: string
  /** What it is; also counted and filtered as the facet 'kind'. */
  kind: string
  /** The language in which it was written; null where all are equal. */
  original: LanguageCode | null
  texts: readonly DocumentText[]
  /** What it is called itself; matched whole, whatever the case: 'C7', '9.c', 'A/RES/70/125', 'SDG 4'. */
  codes: readonly string[]
  /** The codes of others that it speaks of: they find it too, behind those that are called so. */
  tags?: readonly string[]
  facets: Readonly<Record<string, readonly string[]>>
  /** In milliseconds, as `Date` has them. */
  date: number
  /**
   * What is handed back as it was given, with the titles: never read here. What follows the first line may stand on many cards, and is
   * kept once.
   */
  card: string
}

/** What weighs most stands first. */
export type DocumentText = {
  language: LanguageCode
  title: string
  summary?: string
  body: string
  names?: string
}

export type SearchOrder = 'relevance' | 'newest' | 'oldest' | 'title'

export type SearchRequest = {
  words: string
  /** The reader's language. */
  language: LanguageCode
  /** While somebody types, the last word is the beginning of one. */
  lastWord: 'whole' | 'begun'
  /** Any of the values within a filter, all filters together. */
  filters: Readonly<Record<string, readonly string[]>>
  /** What to count; the counts of a filter ignore that filter itself. */
  facets: readonly string[] | 'all'
  /** Of these facets so many values at most, those that count most. */
  mostValues?: Readonly<Record<string, number>>
  order: SearchOrder
  limit: number
  after: Place | null
}

/** The hit after which to go on: it need not be there any more. */
export type Place = { key: string; date: number; score: number; title: string }

export type SearchHit = {
  key: string
  card: string
  titles: Translated
  score: number
  /** The language of the text that fits best. */
  language: LanguageCode
  /** How it was found if not by the words that were typed. */
  via: 'thesaurus' | 'correction' | null
}

export type ValueCount = { value: string; count: number }

/**
 * Of one facet: as many documents as `counts` says have the value of the same number. Values keep their numbers for as long as the
 * index is there; those met later come behind them.
 */
export type FacetCounts = { values: readonly string[]; counts: Uint32Array }

export type SearchAnswer = {
  total: number
  hits: SearchHit[]
  /** By code of the value; a value that is asked for is there even with nothing. Made when it is first looked at. */
  readonly facets: Record<string, ValueCount[]>
  /** The same of one facet, as it was counted. */
  counts: (facet: string) => FacetCounts
  next: Place | null
  widenedBy: Widening[]
  corrected: Correction[]
}

/** Words of the query that were also looked up as a concept of the thesaurus, with its terms in all languages. */
export type Widening = { asked: string; concept: string; terms: Record<LanguageCode, readonly string[]> }

/** 'beginning': the word stands nowhere, but words that begin so do. */
export type Correction = { asked: string; used: string; by: 'spelling' | 'beginning' }
