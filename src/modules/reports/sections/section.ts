import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { openReportStates, plannedReportStates, type Report, type ReportState } from '../report.ts'
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
  /** Whose people write it: the id of a body, or 'action-line:C5' for the facilitators of a line. */
  owner: string | null
  limit: Limit | null
  language: LanguageCode
  returnedBecause: string | null
  handedInBy: string | null
  /** By when the secretariat wants it; null where that follows from the report: see asking/due.ts. */
  dueOn: string | null
  revision: number
}

export const sectionLetters = 200_000

/** Whose section it is, as roles name it: facilitators stand for lines, all others for bodies. */
export const ownerScope = (owner: string): Scope => (isLineOwner(owner) ? (owner as Scope) : `body:${owner}`)

export const isLineOwner = (owner: string): boolean => owner.startsWith('action-line:')

/** A section is within the body or line that writes it, or within the body that answers for the whole report. */
export const sectionThing = (
  { state, owner, handedInBy }: Pick<Section, 'state' | 'owner' | 'handedInBy'>,
  { lead }: Pick<Report, 'lead'>,
): Thing<SectionState> => ({
  state,
  within: [ownerScope(owner ?? lead)],
  ...(handedInBy === null ? {} : { owners: [handedInBy] }),
})

/** Sections are worked on only while their report is collected or drafted. */
export const isOpenFor = (state: ReportState): boolean =>
  (openReportStates as readonly ReportState[]).includes(state)

/** Who writes a section, and by when, may be said from the beginning. */
export const isPlannedFor = (state: ReportState): boolean =>
  (plannedReportStates as readonly ReportState[]).includes(state)
