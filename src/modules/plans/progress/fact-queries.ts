import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { leadOfItem } from '../lead-queries.ts'
import { runningPlanStates, type Purpose } from '../plan.ts'
import { standingsOf } from './open-report-queries.ts'
import type { Standing } from './standing.ts'
import './tables.ts'

/** What reports count of an item of a plan that is carried out: the rating that was last accepted, or that there is none. */
export type PlanFact = {
  id: string
  revision: number
  plan: string
  /** The day on which its plan came into force. */
  day: string | null
  /** The reviewer's, and what the author had said; both of the report that was last accepted. */
  rating: string
  authorRating: string
  /** Where the report of the period that counts stands: see `latestPlace`. */
  standing: Standing
  actionLine: string | null
  purpose: Purpose
  lead: string
}

/** Items that nothing stands below, of all plans that are carried out, by id. */
export async function planFacts(db: Db, now: Date): Promise<PlanFact[]> {
  const found = await sql<PlanFact>`
    with ${standingsOf(sql`true`, now)},
    counting as (
      select distinct on (item) item, standing from stood
      order by item, standing not in ('not-due', 'due') desc, standing = 'due' desc, starts_on desc)
    select i.id, i.revision, i.plan, (p.in_force_at at time zone p.zone)::date::text as day,
      coalesce(last.rating, 'no-report') as rating, coalesce(last.author, 'no-report') as "authorRating",
      coalesce(c.standing, 'not-due') as standing, p.action_line as "actionLine", pt.purpose,
      ${leadOfItem} as lead
    from plan_items i join plans p on p.id = i.plan join plan_types pt on pt.id = p.type
    left join counting c on c.item = i.id
    left join lateral (select rep.reviewer_rating as rating, rep.author_rating as author
      from plan_reports rep join plan_periods per on per.id = rep.period
      where rep.item = i.id and rep.state = 'accepted' order by per.ends_on desc limit 1) last on true
    where p.state = any(${[...runningPlanStates]}::text[]) and i.state = 'active'
      and not exists (select from plan_items below where below.parent = i.id and below.state = 'active')
    order by i.id`.execute(db)
  return found.rows
}

/** What reports count of an indicator of such a plan, with the value that was measured last. */
export type IndicatorFact = {
  id: string
  revision: number
  plan: string
  item: string
  actionLine: string | null
  lead: string
  baseline: IndicatorFigure | null
  target: IndicatorFigure
  /** Null while nothing was measured. */
  last: IndicatorFigure | null
}

/** Exact, as people write numbers down in English; `on` is a day or a year. */
export type IndicatorFigure = { on: string; value: string }

/** All indicators of plans that are carried out, by id. */
export async function indicatorFacts(db: Db): Promise<IndicatorFact[]> {
  const found = await sql<IndicatorFact>`
    select n.id, n.revision + coalesce(a.revision, 0) as revision, n.plan, n.item, p.action_line as "actionLine",
      ${leadOfItem} as lead,
      case when n.baseline = 'none' then null else jsonb_build_object('on', n.baseline_year::text, 'value',
        ${figure('n.baseline_value', 'n.baseline_numerator', 'n.baseline_denominator')}) end as baseline,
      jsonb_build_object('on', n.target_year::text, 'value', trim_scale(n.target_value)::text) as target,
      case when a.id is null then null else jsonb_build_object('on', a.measured_on::text, 'value',
        ${figure('a.value', 'a.numerator', 'a.denominator')}) end as last
    from plan_indicators n join plan_items i on i.id = n.item join plans p on p.id = n.plan
    left join lateral (select a.* from plan_actuals a where a.indicator = n.id order by a.measured_on desc limit 1) a on true
    where n.state = 'active' and i.state = 'active' and p.state = any(${[...runningPlanStates]}::text[])
    order by n.id`.execute(db)
  return found.rows
}

/** One number, or what is divided by what. */
const figure = (value: string, numerator: string, denominator: string) =>
  sql`coalesce(trim_scale(${sql.ref(value)})::text, trim_scale(${sql.ref(numerator)})::text || ' / ' || trim_scale(${sql.ref(denominator)})::text)`
