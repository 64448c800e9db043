import type { LanguageCode, Translated } from '#platform/languages.ts'
import type { DutyState, OccurrenceRow } from './duty.ts'
import type { RevisionRef } from '../instruments/instrument.ts'

/** What the home page tells at a glance. */
export type Overview = {
  duties: number
  states: Record<DutyState, number>
  revisions: (RevisionRef & { duties: number; provisions: number; texts: LanguageCode[] })[]
  instruments: number
  bodies: number
  /** Due now or next, soonest first. */
  next: OccurrenceRow[]
}

export type BodyRow = {
  id: string
  acronym: string | null
  name: Translated
  kind: string
  parent: string | null
  /** Numbers of duties in which it must act, is given something, or serves as the way. */
  asAddressee: number
  asRecipient: number
  asVia: number
}
