import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { openReportStates, type Report, type ReportState } from '../report.ts'
import type { InSix } from '../templates/template.ts'
import type { Limit } from './limit.ts'

/** The life of a section: its owner writes it and hands it in, and the unit clears it or sends it back. */
export const sectionStates = ['asked', 'handed-in', 'returned', 'cleared'] as const

export type SectionState = (typeof sectionStates)[number]

export type Section = {
  id: string
  report: string
  code: string
  place: number
  state: SectionState
  name: InSix
  purpose: InSix
  /** Id of the body whose people write it. */
  owner: string | null
  limit: Limit | null
  language: LanguageCode
  returnedBecause: string | null
  handedInBy: string | null
  revision: number
}

export const sectionLetters = 200_000

/** A section is within the body that writes it, or within the one that answers for the whole report. */
export const sectionThing = (
  { state, owner, handedInBy }: Pick<Section, 'state' | 'owner' | 'handedInBy'>,
  { lead }: Pick<Report, 'lead'>,
): Thing<SectionState> => ({
  state,
  within: [`body:${owner ?? lead}` satisfies Scope],
  ...(handedInBy === null ? {} : { owners: [handedInBy] }),
})

/** Sections are worked on only while their report is collected or drafted. */
export const isOpenFor = (state: ReportState): boolean =>
  (openReportStates as readonly ReportState[]).includes(state)
