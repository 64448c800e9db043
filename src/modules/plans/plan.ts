import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'

/** What a plan is for: a road map serves an action line, an operational plan a unit of the Union. */
export const purposes = ['road-map', 'operational-plan'] as const

export type Purpose = (typeof purposes)[number]

/** The life of a plan, after annex B of the dossier; 'discarded' ends a draft. */
export const planStates = [
  'draft',
  'consultation',
  'coordinated',
  'presented',
  'noted',
  'in-force',
  'superseded',
  'discarded',
] as const

export type PlanState = (typeof planStates)[number]

/** Those in which everybody reads it. */
export const publicPlanStates = [
  'consultation',
  'coordinated',
  'presented',
  'noted',
  'in-force',
  'superseded',
] as const satisfies readonly PlanState[]

/** In these its words are worked on. */
export const openPlanStates = ['draft', 'consultation', 'coordinated'] as const satisfies readonly PlanState[]

/** In these it is carried out: dates move, items are split and dropped, progress is reported. */
export const runningPlanStates = ['noted', 'in-force'] as const satisfies readonly PlanState[]

/** What is written of a plan in six languages. */
export const planFields = ['title', 'vision', 'context', 'risks'] as const

export type PlanField = (typeof planFields)[number]

export const planFieldLetters = { title: 300, vision: 5000, context: 20_000, risks: 10_000 } as const

/** A plan as it is stored. Days as year-month-day, in its zone. */
export type Plan = {
  id: string
  type: string
  purpose: Purpose
  /** The same of plans that follow each other. */
  series: string
  version: number
  previous: string | null
  state: PlanState
  /** Of a road map. */
  actionLine: string | null
  /** Id of the body that leads, and of those that lead with it. */
  lead: string
  facilitators: string[]
  startsOn: string
  endsOn: string
  zone: string
  language: LanguageCode
  commentsUntil: string | null
  openedAt: Date | null
  presentedAt: Date | null
  inForceAt: Date | null
  endedAt: Date | null
  matrixVersion: number | null
  revision: number
  isExample: boolean
}

/** Where the secretariat is. */
export const planZone = 'Europe/Zurich'

export const isPublicPlan = ({ state }: Pick<Plan, 'state'>): boolean =>
  (publicPlanStates as readonly PlanState[]).includes(state)

/** What the rights table asks: a plan is within its action line and the bodies that lead it. */
export const planThing = ({
  state,
  actionLine,
  lead,
  facilitators,
}: Pick<Plan, 'state' | 'actionLine' | 'lead' | 'facilitators'>): Thing<PlanState> => ({
  state,
  within: [
    ...(actionLine === null ? [] : [`action-line:${actionLine}` as const]),
    ...[lead, ...facilitators].map((body): Scope => `body:${body}`),
  ],
})
