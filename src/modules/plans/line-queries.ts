import { sql } from 'kysely'
import type { Visit } from '#platform/web/visit.ts'
import { planRef, type PlanRef } from './plan-names.ts'
import { plansSeenBy, plansWhere, withPlanWords } from './plan-queries.ts'

/** Road maps of an action line that the reader sees, the last to end first. */
export async function plansOfLine(visit: Visit, line: string): Promise<PlanRef[]> {
  const { db, actor, language } = visit
  const plans = await plansWhere(db, sql`p.action_line = ${line} and ${plansSeenBy(actor)}`)
  return (await withPlanWords(db, plans, language)).map((one) => planRef(visit, one))
}
