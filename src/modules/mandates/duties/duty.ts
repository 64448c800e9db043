import type { BodyRef } from '#modules/accounts/index.ts'
import type { Translated } from '#platform/languages.ts'
import type { Unchecked } from '#platform/texts/texts.ts'
import type { Strength } from '../evidence/evidence.ts'
import type { Occasion, Origin, RevisionRef } from '../instruments/instrument.ts'
import type { OwnerColumns } from '../keeping/owner.ts'

export const cadences = [
  'once',
  'annual',
  'biennial',
  'four-yearly',
  'regular',
  'ongoing',
  'on request',
  'each session',
  'other',
] as const

export type Cadence = (typeof cadences)[number]

/** What can be said of one due date. Nothing is delivered without evidence, and what nobody speaks of is never called missed. */
export const occurrenceStates = [
  'overdue',
  'due',
  'under-way',
  'delivered',
  'considered',
  'no-information',
  'upcoming',
  'date-unknown',
] as const

export type OccurrenceState = (typeof occurrenceStates)[number]

/** Of a duty as a whole; 'continuing' has no clock. */
export const dutyStates = [...occurrenceStates, 'continuing'] as const

export type DutyState = (typeof dutyStates)[number]

export type Precision = 'year' | 'occasion' | 'day' | 'unknown'

/** 'presumed': the revision was replaced by a text that is not imported, so that nobody has confirmed that the duty goes on. */
export type Certainty = 'stated' | 'presumed'

export type Party = BodyRef | { id: null; acronym: null; name: Translated }

export type DutyRow = {
  /** '<revision>/<address>#1'. */
  id: string
  revision: RevisionRef
  address: string
  label: string | null
  /** False for what is expressed without telling anybody to do something (thanks, regrets). */
  obligation: boolean
  addressees: Party[]
  recipients: Party[]
  via: Party[]
  modality: string | null
  verb: Translated
  deliverable: Translated
  /** What must be labelled of its words: a machine's, or older than the original. */
  unchecked: Record<'verb' | 'deliverable', Unchecked>
  cadence: { value: Cadence | null; basis: 'explicit' | 'implied' }
  deadline: Deadline | null
  actionLines: string[]
  sdg: boolean
  sdgOnlyInName: boolean
  goals: number[]
  /** Of its provision, in the platform's own words. */
  paraphrase: Translated
  state: DutyState
  occurrences: Record<OccurrenceState, number>
  /** The due date that runs now or comes next, as long as nothing is delivered for it. */
  next: DueDate | null
  /** Who answers for it now. */
  owners: OwnerColumns[]
  /** The latest evidence that whoever looks may see. */
  lastEvidence: { happenedOn: string; strength: Strength } | null
  origin: Origin
  /** 0 to 1: how sure the parser was; null when a person wrote it into the register. */
  confidence: number | null
  confirmed: boolean
}

export type Deadline = {
  text: Translated
  unchecked: Unchecked
  date: string | null
  year: number | null
  occasion: Occasion | null
}

export type DueDate = {
  year: number | null
  starts: string | null
  ends: string | null
  precision: Precision
  occasion: Occasion | null
  certainty: Certainty
  state: OccurrenceState
  /** Id of the occasion, the year, or 'unknown': names the due date among those of its duty. */
  key: string
}

export type OccurrenceRow = DueDate & {
  /** '<duty>@<year or number>': permanent, for calendars. */
  id: string
  duty: DutySummary
}

/** What a calendar says about a duty. */
export type DutySummary = Pick<
  DutyRow,
  | 'id'
  | 'revision'
  | 'address'
  | 'label'
  | 'addressees'
  | 'recipients'
  | 'via'
  | 'verb'
  | 'deliverable'
  | 'unchecked'
  | 'cadence'
  | 'paraphrase'
  | 'actionLines'
  | 'sdg'
>

export type DutyFilters = {
  addressee?: string
  recipient?: string
  via?: string
  cadence?: Cadence | 'unknown'
  /** A year in which something is due. */
  year?: number
  actionLine?: string
  /** A goal's number ('9'), or 'any' for whatever names the goals or the 2030 Agenda. */
  sdg?: string
  state?: DutyState
  revision?: string
  instrument?: string
  /** A body or organization that answers for it now: 'body:itu-tsb'. */
  owner?: string
  /** gap: nobody answers for it. overlap: several do. unanswered: nobody does, nobody has reported, nothing shows that it is met. */
  keeping?: 'gap' | 'overlap' | 'unanswered'
  /** Those that words have found: duties, or their provisions. */
  found?: { duty: readonly string[]; provision: readonly string[] }
}

export type OccurrenceFilters = {
  year?: number
  addressee?: string
  recipient?: string
  state?: OccurrenceState
  revision?: string
  duty?: string
  duties?: readonly string[]
  /** With `revision`: of the duties of one provision. */
  address?: string
  /** Only from this day on: what is due next. */
  from?: string
}
