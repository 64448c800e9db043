import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'

/** The life of a call. Only 'open' and 'closed' ones are public. */
export const callStates = ['draft', 'open', 'closed', 'discarded'] as const

export type CallState = (typeof callStates)[number]

export const publicCallStates = ['open', 'closed'] as const satisfies readonly CallState[]

/** What is written of a call in six languages. */
export const callFields = ['title', 'letter'] as const

export type CallField = (typeof callFields)[number]

/** A call as it is stored. Days as year-month-day, in the zone. */
export type Call = {
  id: string
  state: CallState
  language: LanguageCode
  opensOn: string
  cutOff: string
  zone: string
  remindDays: number | null
  remindedAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  revision: number
  isExample: boolean
}

/** Where the secretariat is: days of calls begin and end there. */
export const callZone = 'Europe/Zurich'

export const usualRemindDays = 14
export const mostRemindDays = 180

export const isPublicCall = ({ state }: Pick<Call, 'state'>): boolean =>
  state === 'open' || state === 'closed'

/** What the rights table asks about a call: it belongs to the secretariat as a whole. */
export const callThing = ({ state }: Pick<Call, 'state'>): Thing<CallState> => ({ state })

/** Of whom entries are expected. */
export const targetKinds = ['organization', 'country', 'region'] as const

export type TargetKind = (typeof targetKinds)[number]

export type Target = { kind: TargetKind; code: string; expected: number }

export const mostTargets = 2000
export const mostExpected = 100_000

/** Whether an entry came by the cut-off. */
export const timings = ['in-time', 'late'] as const

export type Timing = (typeof timings)[number]
