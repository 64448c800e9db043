import type { LanguageCode } from '#platform/languages.ts'

export const searchKinds = [
  'instrument',
  'provision',
  'duty',
  'body',
  'action-line',
  'sdg',
  'sdg-target',
  'gdc-objective',
] as const

export type SearchKind = (typeof searchKinds)[number]

/** From the first character (UTF-16) to before the last. */
export type MatchRange = [from: number, to: number]

export type SearchHit = {
  kind: SearchKind
  /** Id of the record: '<revision>/<address>' of a provision, id of a duty, code of an action line … */
  id: string
  revision: string | null
  address: string | null
  /** The language in which it was found; the reader's own where that language has it. */
  language: LanguageCode
  title: string
  titleMatches: MatchRange[]
  snippet: string
  snippetMatches: MatchRange[]
  /** The query was the very code or number of this record. */
  exact: boolean
}

export type SearchFilters = { kind?: SearchKind; language?: LanguageCode }
