import type { Visit } from '#platform/web/visit.ts'
import { whilePlanUnchanged } from '../kept-plan-queries.ts'
import type { Item } from '../item.ts'
import type { Plan } from '../plan.ts'
import { dayIn, type Period } from './period.ts'
import { planStanding, type PlanProgress } from './progress-queries.ts'

/** Where the items of a plan stand today, for its pages: worked out once a day for as long as nothing of the plan changes. */
export const standingShown = (
  visit: Pick<Visit, 'db' | 'now' | 'asOf'>,
  plan: Pick<Plan, 'id' | 'state' | 'zone'>,
  known: { items?: Item[]; periods?: Period[]; shown?: readonly Period[] } = {},
): Promise<PlanProgress> => {
  const periods = (known.shown ?? []).map(({ id }) => id).join(' ')
  const key = `standing ${dayIn(plan.zone, visit.now)} ${periods}`
  return whilePlanUnchanged(visit, { plan: plan.id, key }, () =>
    planStanding(visit.db, plan, visit.now, known),
  )
}
