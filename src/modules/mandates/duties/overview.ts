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

export const parityStates = ['original', 'human', 'machine', 'missing'] as const

export type ParityState = (typeof parityStates)[number]

/** How many records of a kind have a text in a language, by the state of that text. */
export type ParityRow = {
  kind: string
  language: LanguageCode
  counts: Record<ParityState, number>
  total: number
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

export type ActionLineCount = { code: string; duties: number; provisions: number }
