import { sql } from 'kysely'
import { z } from 'zod'
import type { Visit } from '#platform/web/visit.ts'
import { planRef, planRefShape } from './plan-names.ts'
import { plansSeenBy, plansWhere, withPlanWords } from './plan-queries.ts'
import { runningPlanStates, type Plan } from './plan.ts'
import { rollUpShape } from './progress/progress-shape.ts'
import { itemsOf } from './item-queries.ts'
import { planRollUp } from './progress/summary-queries.ts'

/** A road map of a line; the one that is carried out with what its items add up to. */
export const linePlanShape = planRefShape.extend({
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  rollUp: rollUpShape.nullable(),
})

export type LinePlan = z.infer<typeof linePlanShape>

/** Road maps of an action line that the reader sees: the one that is carried out, then the last to end first. */
export async function plansOfLine(visit: Visit, line: string): Promise<LinePlan[]> {
  const { db, actor, language } = visit
  const plans = await plansWhere(db, sql`p.action_line = ${line} and ${plansSeenBy(actor)}`)
  const running = plans.find(isRunning)
  const rollUp =
    running === undefined ? null : await planRollUp(visit, running, await itemsOf(db, running.id))
  const read = await withPlanWords(db, plans, language)
  return read
    .map((one) => ({
      ...planRef(visit, one),
      startsOn: one.plan.startsOn,
      endsOn: one.plan.endsOn,
      rollUp: one.plan.id === running?.id ? rollUp : null,
    }))
    .toSorted((one, other) => Number(one.rollUp === null) - Number(other.rollUp === null))
}

const isRunning = ({ state }: Plan): boolean => (runningPlanStates as readonly string[]).includes(state)
