import type { Scope } from '#platform/access/actor.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { Unchecked } from '#platform/texts/texts.ts'

export const ownerKinds = ['body', 'organization', 'person'] as const

export type OwnerKind = (typeof ownerKinds)[number]

/** Whoever answers for a duty, as whoever looks may know them. */
export type OwnerColumns = {
  id: string
  duty: string
  kind: OwnerKind
  /** Null for a person who did not agree to be named. */
  owner: string | null
  /** Of the body or organization; null when it is gone, or hidden from whoever looks. */
  name: Translated | null
  acronym: string | null
  /** Of a person who agreed to be named. */
  personName: string | null
  /** For whom a person answers. */
  onBehalfOf: Scope | null
  behalfName: Translated | null
  /** Instants as ISO text. */
  takenAt: string
  givenBackAt: string | null
  reason: string | null
}

/** A text in some languages, with the one in which it was written. */
export type Written = { text: Translated; original: LanguageCode; unchecked?: Unchecked }

export type Milestone = { day: string; text: Translated; unchecked?: Unchecked }

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

/** A plan with more milestones than this is a project of its own. */
export const mostMilestones = 12
