import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { ActivityState } from '../activity.ts'

/** States in which an entry stands in the work list; what is simply published has lists of its own. */
export const workStates = [
  'submitted',
  'update-pending',
  'returned',
  'draft',
  'confirm-due',
  'archived',
] as const satisfies readonly ActivityState[]

export type WorkState = (typeof workStates)[number]

/** Those that wait for a decision: what the list shows unless another state is asked for. */
export const waitingStates = ['submitted', 'update-pending'] as const satisfies readonly WorkState[]

export const isWaiting = (state: ActivityState): boolean =>
  (waitingStates as readonly string[]).includes(state)

/** Who looks after an entry, as seen by whoever asks. */
export const cares = ['mine', 'nobody', 'others'] as const

export type Care = (typeof cares)[number]

export type WorkFilters = {
  state?: WorkState | undefined
  language?: LanguageCode | undefined
  /** ITU region and country of the organization, and its kind. */
  region?: string | undefined
  country?: string | undefined
  stakeholder?: string | undefined
  organization?: string | undefined
  line?: string | undefined
  care?: Care | undefined
  call?: string | undefined
  /** Words of the title. */
  q?: string | undefined
}

export const workFacets = [
  'state',
  'care',
  'language',
  'region',
  'country',
  'line',
  'stakeholder',
  'organization',
  'call',
] as const

export type WorkFacet = (typeof workFacets)[number]

/** An entry in the work list. */
export type WorkRow = {
  id: string
  state: WorkState
  title: string
  language: LanguageCode
  organization: string | null
  organizationName: Translated | null
  region: string | null
  country: string | null
  lines: string[]
  /** Since when it waits, or has been in its state. */
  since: Date
  submitted: Date | null
  moderator: string | null
  /** Empty when the person has been erased. */
  moderatorName: string | null
  isApproved: boolean
  call: string | null
  revision: number
  isExample: boolean
}
