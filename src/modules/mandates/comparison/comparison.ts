import type { LanguageCode } from '#platform/languages.ts'
import type { Segment } from '#platform/word-difference.ts'
import type { RevisionRef } from '../instruments/instrument.ts'

/** A provision as the comparison needs it. */
export type Comparable = {
  address: string
  section: string
  parent: string | null
  label: string | null
  /** What is compared: the official wording, or the platform's own paraphrase. */
  text: string
}

export type PairKind = 'kept' | 'renumbered' | 'changed' | 'new' | 'dropped'

export type ProvisionPair = {
  kind: PairKind
  before: Comparable | null
  after: Comparable | null
  /** 0 to 1: how alike the two are; null for new and dropped. */
  score: number | null
  /** The address changed too. */
  renumbered: boolean
  /** The words that changed; empty unless `kind` is 'changed'. */
  segments: Segment[]
  /** Another provision of the other side that shares much of the text: a split or a merger. */
  alsoLike: string[]
}

export type Comparison = { pairs: ProvisionPair[]; counts: Record<PairKind, number>; score: number }

export type RevisionComparison = Comparison & {
  before: RevisionRef
  after: RevisionRef
  /** What was compared: the imported texts of this language, or the register's paraphrases. */
  basis: { kind: 'official-text'; language: LanguageCode } | { kind: 'paraphrase'; language: LanguageCode }
}
