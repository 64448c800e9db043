import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { following } from '#platform/following.ts'
import type { TouchingLine } from '#platform/search/feeding/search-source.ts'
import { planTouched } from '../kept-plan-queries.ts'
import { planZone } from '../plan.ts'
import { dayIn } from './period.ts'
import { reportedPlanStates } from './report.ts'
import type { Standing } from './standing.ts'
import './tables.ts'

export type WaitingRow = {
  plan: string
  item: string
  code: string
  period: string
  startsOn: string
  endsOn: string
  dueOn: string
  standing: Standing
  report: string | null
}

/** A report that somebody has to write or to review, and who has begun it. */
export type OpenReport = WaitingRow & { author: string | null }

type ByPlan = Map<string, OpenReport[]>

let ofToday: { day: string; read: (db: Db) => Promise<ByPlan> } | null = null

/**
 * Reports that wait for anybody, by plan. After a change only the plans that it concerns are read anew: of 20,000 places for reports
 * some hundreds are open. A new day is begun anew, since what was due is missing then.
 */
export function openReports(db: Db, now: Date): Promise<ByPlan> {
  const day = dayIn(planZone, now)
  if (ofToday?.day !== day) ofToday = { day, read: openOnDay(now) }
  return ofToday.read(db)
}

const openOnDay = (now: Date) =>
  following<ByPlan>({
    begin: (db) => readOpen(db, sql`true`, now),
    follow: async (db, open, lines) => {
      const touched = lines.filter(isOfStanding).map((line) => planTouched(line, new Map()))
      if (touched.includes('any')) return null
      const known = touched.flatMap((plan) => (plan === null || plan === 'unplaced' ? [] : plan))
      const plans = [...new Set(known)]
      if (plans.length === 0) return open
      const ids = sql`any(${plans}::text[])`
      // Named in each table, so that none of them is read whole for the sake of one plan.
      const where = sql`p.id = ${ids} and i.plan = ${ids} and d.plan = ${ids}`
      const read = await readOpen(db, where, now, sql`r.plan = ${ids}`)
      for (const plan of plans) open.delete(plan)
      for (const [plan, rows] of read) open.set(plan, rows)
      return open
    },
  })

/** Which reports wait follows from none of these. */
const elsewhere: ReadonlySet<string> = new Set(['plan-comment', 'plan-indicator'])
const besides: ReadonlySet<string> = new Set(['plans.link-item', 'plans.word-item', 'plans.publish-edition'])

const isOfStanding = ({ act, subject }: TouchingLine): boolean =>
  !elsewhere.has(subject.kind) && !besides.has(act)

const waitingForSomebody = ['due', 'missing', 'returned', 'submitted', 'late'] as const satisfies Standing[]

async function readOpen(
  db: Db,
  where: RawBuilder<unknown>,
  now: Date,
  ofReport?: RawBuilder<unknown>,
): Promise<ByPlan> {
  const open = sql`${where} and d.locked_at is null and (r.state is null or r.state <> 'accepted')`
  const found = await sql<OpenReport>`
    with ${standingsOf(open, now, ofReport)}
    select plan, item, code, period, starts_on::text as "startsOn", ends_on::text as "endsOn", due_on::text as "dueOn",
      standing, report, author
    from stood where standing = any(${[...waitingForSomebody]}::text[])`.execute(db)
  return Map.groupBy(found.rows, ({ plan }) => plan)
}

/**
 * The standing of every leaf for every period, as `standing.ts` rules it, for the plans `p` that fit: for lists over all plans. A test
 * holds both to each other. `ofReport`: what is true of all reports `r` of these plans.
 */
export const standingsOf = (
  where: RawBuilder<unknown>,
  now: Date,
  ofReport: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> => sql`
  stood as (
    select p.id as plan, i.id as item, i.code, d.id as period, d.starts_on, d.ends_on, d.due_on,
      d.locked_at is not null as is_locked, r.id as report, r.author,
      case
        when r.state = 'accepted' then 'accepted'
        when r.state = 'returned' then 'returned'
        when r.state = 'submitted' then
          case when (r.submitted_at at time zone p.zone)::date > d.due_on then 'late' else 'submitted' end
        when i.starts_on > d.ends_on or exists (
          select from plan_reports b join plan_periods e on e.id = b.period
          where b.item = i.id and b.state = 'accepted' and b.reviewer_rating = 'done' and e.starts_on < d.starts_on)
          then 'not-due'
        when (${now}::timestamptz at time zone p.zone)::date > d.due_on then 'missing'
        when (${now}::timestamptz at time zone p.zone)::date >= d.ends_on then 'due'
        else 'not-due' end as standing
    from plans p
    join plan_items i on i.plan = p.id and i.state = 'active'
      and not exists (select from plan_items c where c.parent = i.id and c.state = 'active')
    join plan_periods d on d.plan = p.id
    left join plan_reports r on r.item = i.id and r.period = d.id and ${ofReport}
    where p.state = any(${[...reportedPlanStates]}::text[]) and ${where})`
