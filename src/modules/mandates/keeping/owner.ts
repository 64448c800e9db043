import type { Scope } from '#platform/access/actor.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'

export const ownerKinds = ['body', 'organization', 'person'] as const

export type OwnerKind = (typeof ownerKinds)[number]

/** Whoever answers for a duty, from when to when. */
export type Owner = {
  id: string
  duty: string
  kind: OwnerKind
  /** Of the body or the organization. Null for a person who did not agree to be named, unless one looks at oneself. */
  owner: string | null
  name: Translated | null
  acronym: string | null
  /** For whom a person answers. */
  onBehalfOf: Scope | null
  behalfName: Translated | null
  takenAt: Date
  givenBackAt: Date | null
  reason: string | null
}

/** A text in some languages, with the one in which it was written. */
export type Written = { text: Translated; original: LanguageCode }

export type Milestone = { day: string; text: Translated }

/** What the owners will do. The highest revision is the present plan; 0 when there is none. */
export type Plan = Written & {
  revision: number
  milestones: Milestone[]
  writtenAt: Date
  writtenFor: Scope | null
}

/** What an owner said of one due date. */
export type Report = Written & {
  id: string
  occurrence: string
  reportedAt: Date
  reportedFor: Scope | null
  isWithdrawn: boolean
}

/** That a recipient has considered what was delivered for one due date. */
export type Consideration = {
  occurrence: string
  revision: number
  body: string
  consideredOn: string
  source: string
  sourceUrl: string | null
}
