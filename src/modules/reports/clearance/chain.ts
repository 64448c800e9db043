import { secretaryGeneral, taskForce, type Report, type ReportState } from '../report.ts'
import type { Section } from '../sections/section.ts'

/** The bodies that clear a report, in this order: the unit of each section, the Sector, the task force, the Secretary-General. */
export const chainKinds = ['unit', 'sector', 'task-force', 'secretary-general'] as const

export type ChainKind = (typeof chainKinds)[number]

/** Cleared; being worked on by the body that writes; waiting for the body that clears; sent back by it; not reached yet. */
export const chainStates = ['done', 'written', 'waiting', 'returned', 'later'] as const

export type ChainState = (typeof chainStates)[number]

/** A line of the history of a report or one of its sections. */
export type ChainLine = {
  kind: string
  id: string
  act: string
  from: string | null
  actor: string
  at: Date
  reason: string | null
}

export type ChainStep = {
  kind: ChainKind
  /** Of units. */
  section: Section | null
  /** Whose step it is: a body, or 'action-line:C5'. */
  body: string
  state: ChainState
  /** Who took it last, and why. */
  line: ChainLine | null
}

const stepsOfReport = [
  { kind: 'sector', state: 'sector-clearance', act: 'reports.clear-sector-report' },
  { kind: 'task-force', state: 'task-force-clearance', act: 'reports.clear-task-force-report' },
  { kind: 'secretary-general', state: 'final-clearance', act: 'reports.clear-report' },
] as const satisfies readonly { kind: ChainKind; state: ReportState; act: string }[]

/** The chain of a report, from its state and the lines of its history in their order. */
export function chainOf(
  report: Pick<Report, 'id' | 'state' | 'lead'>,
  sections: readonly Section[],
  lines: readonly ChainLine[],
): ChainStep[] {
  return [
    ...sections.map((section) => unitStep(section, report, lines)),
    ...stepsOfReport.map((_, place) => bodyStep(place, report, lines)),
  ]
}

const stateOfUnit = {
  asked: 'written',
  returned: 'returned',
  'handed-in': 'waiting',
  cleared: 'done',
} as const satisfies Record<Section['state'], ChainState>

const actOfUnit = {
  asked: null,
  returned: 'reports.send-back-section',
  'handed-in': 'reports.hand-in-section',
  cleared: 'reports.clear-section',
} as const satisfies Record<Section['state'], string | null>

function unitStep(
  section: Section,
  { state, lead }: Pick<Report, 'state' | 'lead'>,
  lines: readonly ChainLine[],
): ChainStep {
  const act = actOfUnit[section.state]
  return {
    kind: 'unit',
    section,
    body: section.owner ?? lead,
    state: state === 'planned' ? 'later' : stateOfUnit[section.state],
    line: lines.findLast((line) => line.id === section.id && line.act === act) ?? null,
  }
}

/** What came before the last time that the report was sent to clearance is told by its history only. */
function bodyStep(
  place: number,
  { id, state, lead }: Pick<Report, 'id' | 'state' | 'lead'>,
  lines: readonly ChainLine[],
): ChainStep {
  const { kind, act } = stepsOfReport[place]!
  const own = lines.filter((line) => line.id === id)
  const since = own.slice(own.findLastIndex((line) => line.act === 'reports.submit-report'))
  const sentBack = since.findLast((line) => line.act === 'reports.send-back-report')
  const reached = reachedBy(state)
  const step = {
    kind,
    section: null,
    body: kind === 'sector' ? lead : kind === 'task-force' ? taskForce : secretaryGeneral,
  }
  if (reached > place)
    return { ...step, state: 'done', line: since.findLast((line) => line.act === act) ?? null }
  if (reached === place) return { ...step, state: 'waiting', line: null }
  const isSender = sentBack !== undefined && Math.min(reachedBy(sentBack.from), 2) === place
  return isSender ? { ...step, state: 'returned', line: sentBack } : { ...step, state: 'later', line: null }
}

const before: readonly string[] = ['planned', 'collecting', 'drafting', 'discarded']

/** How many of the three have cleared it; -1 before it was sent to them. */
function reachedBy(state: string | null): number {
  if (state === null || before.includes(state)) return -1
  const place = stepsOfReport.findIndex((step) => step.state === state)
  return place === -1 ? stepsOfReport.length : place
}
