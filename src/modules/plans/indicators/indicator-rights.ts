import { defineRights } from '#platform/access/rights.ts'
import { planThing, type Plan } from '../plan.ts'
import { indicatorStateOf, indicatorStates } from './indicator.ts'

const keepers = {
  facilitator: 'own',
  'focal-point': 'own',
  secretariat: 'any',
  administrator: 'any',
} as const

/** Whoever leads a plan says by what it is measured, and what was measured; what is said before stays. */
export const indicatorRights = defineRights({
  noun: 'plan-indicator',
  states: indicatorStates,
  actions: {
    /** What it is, with baseline and target: before the plan is presented. */
    edit: { by: keepers, in: ['drafted'] },
    /** What was measured, and its corrections; the last figures come when the plan has ended. */
    measure: { by: keepers, in: ['measured', 'ended'] },
  },
})

/** An indicator is within what its plan is within. */
export const indicatorThing = (plan: Pick<Plan, 'state' | 'actionLine' | 'lead' | 'facilitators'>) => ({
  ...planThing(plan),
  state: indicatorStateOf(plan.state),
})
