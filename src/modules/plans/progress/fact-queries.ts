import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { runningPlanStates, type Purpose } from '../plan.ts'
import './tables.ts'

/** What reports count of an item of a plan that is carried out: the rating that was last accepted, or that there is none. */
export type PlanFact = {
  id: string
  revision: number
  /** The day on which its plan came into force. */
  day: string | null
  rating: string
  actionLine: string | null
  purpose: Purpose
  lead: string
}

/** Items that nothing stands below, of all plans that are carried out, by id. */
export async function planFacts(db: Db): Promise<PlanFact[]> {
  const found = await sql<PlanFact>`
    select i.id, i.revision, (p.in_force_at at time zone p.zone)::date::text as day,
      coalesce(last.rating, 'no-report') as rating, p.action_line as "actionLine", pt.purpose,
      coalesce(i.lead, p.lead) as lead
    from plan_items i join plans p on p.id = i.plan join plan_types pt on pt.id = p.type
    left join lateral (select rep.reviewer_rating as rating from plan_reports rep join plan_periods per on per.id = rep.period
      where rep.item = i.id and rep.state = 'accepted' order by per.ends_on desc limit 1) last on true
    where p.state = any(${[...runningPlanStates]}::text[]) and i.state = 'active'
      and not exists (select from plan_items below where below.parent = i.id and below.state = 'active')
    order by i.id`.execute(db)
  return found.rows
}
