import type { ReportState } from './report.ts'

/** Where the report on an item for a period stands on a day. */
export const standings = ['not-due', 'due', 'missing', 'submitted', 'late', 'returned', 'accepted'] as const

export type Standing = (typeof standings)[number]

/** What the rules look at: the period, the report if somebody has begun one, and what asks for none. */
export type Asked = {
  period: { endsOn: string; dueOn: string }
  /** `sentOn`: the day on which it was sent first, in the zone of the plan. */
  report: { state: ReportState; sentOn: string | null } | null
  /** Whether a report is asked for at all; what is not lets only a report that is there count. */
  isAsked: boolean
}

type Rule = { standing: Standing; when: string; holds: (asked: Asked, today: string) => boolean }

/** The first rule that holds decides. A draft is no report: nobody but its author has seen it. */
export const standingRules: readonly Rule[] = [
  {
    standing: 'accepted',
    when: 'the report was accepted',
    holds: ({ report }) => report?.state === 'accepted',
  },
  {
    standing: 'returned',
    when: 'the report was sent back and waits for its author',
    holds: ({ report }) => report?.state === 'returned',
  },
  {
    standing: 'late',
    when: 'the report waits for its review and was sent first after the day on which it was due',
    holds: ({ report, period }) =>
      report?.state === 'submitted' && report.sentOn !== null && report.sentOn > period.dueOn,
  },
  {
    standing: 'submitted',
    when: 'the report waits for its review and was sent in time',
    holds: ({ report }) => report?.state === 'submitted',
  },
  {
    standing: 'not-due',
    when: 'no report is asked for: see below',
    holds: ({ isAsked }) => !isAsked,
  },
  {
    standing: 'missing',
    when: 'the day on which it was due has passed and no report was sent',
    holds: ({ period }, today) => today > period.dueOn,
  },
  {
    standing: 'due',
    when: 'the last day of the period is reached',
    holds: ({ period }, today) => today >= period.endsOn,
  },
  { standing: 'not-due', when: 'the period still runs, or lies ahead', holds: () => true },
]

export const standingOf = (asked: Asked, today: string): Standing =>
  standingRules.find(({ holds }) => holds(asked, today))?.standing ?? 'not-due'

/** When no report is asked for, one reason each. */
export const reasonsNotAsked = [
  'the plan is not carried out yet',
  'the item was split or dropped',
  'the item has others below it, which are reported on',
  'the item starts after the period has ended',
  'an earlier report was accepted that says the item is done',
] as const

/** Whether a report is asked for on an item for a period. `doneBefore`: the item was accepted as done in an earlier period. */
export const isAsked = (of: {
  isReported: boolean
  isActive: boolean
  isLeaf: boolean
  startsOn: string | null
  periodEndsOn: string
  doneBefore: boolean
}): boolean =>
  of.isReported &&
  of.isActive &&
  of.isLeaf &&
  (of.startsOn === null || of.startsOn <= of.periodEndsOn) &&
  !of.doneBefore
