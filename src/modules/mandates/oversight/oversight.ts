import type { DutyRow, DutyState } from '../duties/duty.ts'
import type { RevisionRef } from '../instruments/instrument.ts'

/** One operative provision as a cell of the grid. */
export type OversightCell = {
  revision: RevisionRef
  address: string
  label: string | null
  /** Null for a provision that tells nobody to do anything, or nothing in the year that is asked for. */
  state: DutyState | null
  duties: DutyRow[]
}

/** What a council must look at first comes first. */
const bySeverity = [
  'overdue',
  'due',
  'no-information',
  'under-way',
  'date-unknown',
  'upcoming',
  'continuing',
  'delivered',
  'considered',
] as const satisfies readonly DutyState[]

/** The one word for a provision with several duties, or for a duty with several dates in a year: the gravest. */
export const gravest = (states: readonly DutyState[]): DutyState | null =>
  bySeverity.find((state) => states.includes(state)) ?? null

export type OversightFilters = { body?: string; year?: number; revision?: string }
