import type { BodyRef } from '#modules/accounts/index.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'

/** Who says so: the register shipped with the platform, the parser alone, or the invented example world. */
export type Origin = 'register' | 'parser' | 'demo'

export type RevisionStatus = 'in-force' | 'superseded' | 'unknown'

/** An organ that adopted something: one of our bodies, or a name as printed. */
export type Adopter = BodyRef | { id: null; acronym: null; name: Translated }

export type InstrumentRow = {
  id: string
  kind: string
  body: Adopter
  number: string | null
  /** Name and title of its latest revision. */
  name: Translated
  title: Translated
  confidence: 'high' | 'medium' | 'low'
  note: string | null
  origin: Origin
  revisions: RevisionLink[]
  /** Duties in all its revisions that are in the register. */
  duties: number
  /** Provisions elsewhere that cite any of its revisions. */
  citedBy: number
}

export type RevisionLink = {
  id: string
  name: Translated
  mark: string | null
  place: string | null
  year: number | null
  status: RevisionStatus
  supersededBy: string | null
  supersededIn: number | null
  /** False when the year, or that it is the one in force, was not checked against a paper of the conference. */
  verified: boolean
  supersessionVerified: boolean | null
  hasProvisions: boolean
  /** Whether it is known, or proposed, what it made of the revision before. */
  hasChanges: boolean
  texts: LanguageCode[]
}

/** Enough of a revision to name it and link to it. */
export type RevisionRef = {
  id: string
  instrument: string
  name: Translated
  title: Translated
  status: RevisionStatus
  year: number | null
}

/** A conference or session with its dates. */
export type Occasion = {
  id: string
  body: string
  place: string | null
  starts: string
  ends: string
  verified: boolean
  name: Translated
}
