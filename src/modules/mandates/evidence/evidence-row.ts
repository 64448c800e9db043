import type { Scope } from '#platform/access/actor.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Unchecked } from '#platform/texts/texts.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { DutySummary } from '../duties/duty.ts'
import type { Age } from './ages.ts'
import type { ContestState, EvidenceContent, EvidenceKind, Strength } from './evidence.ts'
import type { NamedRecord } from './record-kinds.ts'

/** In whose name something was done, and by whom if they agreed to be named. */
export type By = { scope: Scope | null; name: Translated | null; personName: string | null }

/** A piece of evidence as whoever looks may know it. */
export type EvidenceRow = {
  id: string
  duty: DutySummary
  kind: EvidenceKind
  strength: Strength
  age: Age
  visibility: Visibility
  revision: number
  /** Null for another kind, or for a record that whoever looks may not see. */
  record: NamedRecord | null
  url: string | null
  title: string | null
  seenOn: string | null
  file: { checksum: string; name: string; type: string; size: number } | null
  shows: Translated
  /** What must be labelled of it. */
  unchecked: Unchecked
  original: LanguageCode
  happenedOn: string
  /** Due dates by the names that last. */
  occurrences: string[]
  linked: By & { on: string }
  verified: (By & { on: string }) | null
  changedAt: string
  /** Of an invented duty. */
  isExample: boolean
}

/** With all that happened to it. */
export type EvidenceDetail = EvidenceRow & {
  revisions: EvidenceRevision[]
  contests: Contest[]
}

export type EvidenceRevision = EvidenceContent & {
  revision: number
  changedAt: string
  changed: By
  reason: string | null
}

export type Contest = {
  id: string
  state: ContestState
  reason: string
  reasonLanguage: LanguageCode
  raised: By & { on: string }
  answer: string | null
  answerLanguage: LanguageCode | null
  answered: (By & { on: string }) | null
  withdrawnOn: string | null
  withdrawnBecause: string | null
}

export type EvidenceFilters = {
  duty?: string
  revision?: string
  body?: string
  kind?: EvidenceKind
  strength?: Strength
  /** Year in which it happened. */
  year?: number
}
