import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { planThing, runningPlanStates, type Plan, type PlanState } from '../plan.ts'
import type { EvidenceLink } from './evidence-link.ts'

export const reportStates = ['draft', 'submitted', 'returned', 'accepted'] as const

export type ReportState = (typeof reportStates)[number]

/** What somebody thinks of the progress of an item: its author, and apart from that its reviewer. */
export const ratings = ['not-started', 'on-track', 'at-risk', 'off-track', 'done'] as const

export type Rating = (typeof ratings)[number]

/** What is written of a report in six languages. */
export const reportFields = ['achieved', 'obstacles'] as const

export type ReportField = (typeof reportFields)[number]

export const reportFieldLetters = { achieved: 10_000, obstacles: 5000 } as const

/** All of a report that is typed but its words. */
export type ReportContent = { rating: Rating; percentDone: number; evidence: EvidenceLink[] }

/** The report on an item for a period. */
export type Report = {
  id: string
  plan: string
  item: string
  period: string
  state: ReportState
  language: LanguageCode
  author: string
  authorRating: Rating
  reviewerRating: Rating | null
  percentDone: number
  evidence: EvidenceLink[]
  submittedAt: Date | null
  reviewedAt: Date | null
  returnedBecause: string | null
  revision: number
}

/** Plans on which reports are written: those that are carried out, and those that have ended, whose last reports come later. */
export const reportedPlanStates = [...runningPlanStates, 'superseded'] as const satisfies readonly PlanState[]

export const isReportedPlan = ({ state }: Pick<Plan, 'state'>): boolean =>
  (reportedPlanStates as readonly PlanState[]).includes(state)

/** What the rights table asks: a report is kept by its author, and is within what its plan is within. */
export const reportThing = (
  plan: Pick<Plan, 'state' | 'actionLine' | 'lead' | 'facilitators'>,
  { state, author }: { state: ReportState; author?: string },
): Thing<ReportState> & { within: Scope[] } => ({
  state,
  owners: author === undefined ? [] : [author],
  within: [...(planThing(plan).within ?? [])],
})
