import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'

/** The life of a report, after annex B of the dossier; 'discarded' ends one that was never frozen. */
export const reportStates = [
  'planned',
  'collecting',
  'drafting',
  'sector-clearance',
  'task-force-clearance',
  'final-clearance',
  'cleared',
  'frozen',
  'delivered',
  'considered',
  'archived',
  'discarded',
] as const

export type ReportState = (typeof reportStates)[number]

/** In these everybody reads it: nothing of it changes any more. */
export const publicReportStates = [
  'frozen',
  'delivered',
  'considered',
  'archived',
] as const satisfies readonly ReportState[]

/** In these those who see drafts read it. */
export const draftStates = [
  'planned',
  'collecting',
  'drafting',
  'sector-clearance',
  'task-force-clearance',
  'final-clearance',
  'cleared',
] as const satisfies readonly ReportState[]

/** In these its sections are written. */
export const openReportStates = ['collecting', 'drafting'] as const satisfies readonly ReportState[]

/** In these its period, its sections and whom it answers may still be changed. */
export const plannedReportStates = ['planned', ...openReportStates] as const satisfies readonly ReportState[]

/** What is written of a report as a whole. */
export const reportFields = ['title', 'action', 'summary', 'meeting'] as const

export type ReportField = (typeof reportFields)[number]

/** What is written of a report; what is not given is empty. */
export type GivenWords = { title: string } & Partial<Record<ReportField, string>>

export const reportFieldLetters = { title: 300, action: 1000, summary: 5000, meeting: 300 } as const

/** A report as it is stored. Days as year-month-day. */
export type Report = {
  id: string
  template: string
  state: ReportState
  /** Ids of bodies. */
  recipient: string
  lead: string
  startsOn: string
  endsOn: string
  dueOn: string
  language: LanguageCode
  /** Under which item of its agenda the recipient deals with it. */
  agendaItem: string | null
  symbol: string | null
  series: string
  version: number
  previous: string | null
  correction: string | null
  frozenAt: Date | null
  deliveredOn: string | null
  consideredOn: string | null
  decision: string | null
  revision: number
  isExample: boolean
}

/** A due date of a duty that a report answers. */
export type Answered = { duty: string; occurrence: string }

export const isPublicReport = ({ state }: Pick<Report, 'state'>): boolean =>
  (publicReportStates as readonly ReportState[]).includes(state)

/** Who clears what: the body within which somebody must stand for the step. */
export const taskForce = 'wsis-sdg-tf'
export const secretaryGeneral = 'itu-sg'

/** What the rights table asks of a report as a whole: it is within the body that answers for it. */
export const reportThing = ({ state, lead }: Pick<Report, 'state' | 'lead'>): Thing<ReportState> => ({
  state,
  within: [scopeOf(lead)],
})

/** The same for a step of its clearance, which belongs to the body that is named after it; whoever's turn it is may send it back. */
export const clearanceThing = (
  { state, lead }: Pick<Report, 'state' | 'lead'>,
  step: string,
): Thing<ReportState> => ({ state, within: [scopeOf(clearerOf(step === 'send-back' ? state : step, lead))] })

function clearerOf(turn: string, lead: string): string {
  if (turn === 'clear-task-force' || turn === 'task-force-clearance') return taskForce
  return turn === 'clear' || turn === 'final-clearance' || turn === 'cleared' ? secretaryGeneral : lead
}

const scopeOf = (body: string): Scope => `body:${body}`
