import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'

/** Days are counted from the moment of sending; null where nothing waits or nothing was decided. */
export type WaitingFigure = {
  by: 'all' | 'state' | 'language' | 'region'
  value: string
  waiting: number
  oldestDays: number | null
  medianDays: number | null
}

/** What waits now: all of it, and by state, language and region of the organization. */
export async function waitingFigures(db: Db, now: Date): Promise<WaitingFigure[]> {
  const found = await sql<WaitingFigure>`
    with waiting as (
      select a.state, a.language, coalesce(o.region, '') as region,
        extract(epoch from ${now}::timestamptz - a.submitted_at) / 86400 as days
      from activities a left join organizations o on o.id = a.organization
      where a.state in ('submitted', 'update-pending')),
    grouped as (
      select 'all' as by, '' as value, days from waiting
      union all select 'state', state, days from waiting
      union all select 'language', language, days from waiting
      union all select 'region', region, days from waiting)
    select by, value, count(*) as waiting, max(days)::float as "oldestDays", ${median(sql`days`)} as "medianDays"
    from grouped group by by, value order by by, count(*) desc, value`.execute(db)
  return found.rows
}

/** What happened in one week, from its Monday on. */
export type WeekFigure = {
  week: string
  received: number
  published: number
  returned: number
  medianDays: number | null
}

export async function weekFigures(db: Db, since: Date): Promise<WeekFigure[]> {
  const found = await sql<WeekFigure>`
    with lines as (${decisionLines(since)})
    select to_char(date_trunc('week', at at time zone 'UTC'), 'YYYY-MM-DD') as week,
      count(*) filter (where act in (${acts(sendingActs)})) as received,
      count(*) filter (where act in (${acts(publishingActs)})) as published,
      count(*) filter (where act in (${acts(returningActs)})) as returned,
      ${median(sql`days`)} as "medianDays"
    from lines where at >= ${since} group by 1 order by 1`.execute(db)
  return found.rows
}

/** What one person of the secretariat has decided; `name` is empty when they have been erased. */
export type ModeratorFigure = {
  id: string
  name: string | null
  published: number
  returned: number
  approved: number
  medianDays: number | null
}

export async function moderatorFigures(db: Db, since: Date): Promise<ModeratorFigure[]> {
  const found = await sql<ModeratorFigure>`
    with lines as (${decisionLines(since)})
    select l.actor as id, p.name,
      count(*) filter (where l.act in (${acts(publishingActs)})) as published,
      count(*) filter (where l.act in (${acts(returningActs)})) as returned,
      count(*) filter (where l.act = 'activities.approve') as approved,
      ${median(sql`l.days`)} as "medianDays"
    from lines l left join people p on p.id = l.actor
    where l.at >= ${since} and l.act not in (${acts(sendingActs)})
    group by l.actor, p.name order by count(*) desc, l.actor limit 200`.execute(db)
  return found.rows
}

const sendingActs = ['activities.submit', 'activities.update']
const publishingActs = ['activities.publish', 'activities.publish-update']
const returningActs = ['activities.return', 'activities.return-update']
const decidingActs = [...publishingActs, ...returningActs]

const acts = (names: readonly string[]) => sql.join(names.map((name) => sql.lit(name)))

/** Lines of the entries that were sent or decided on since then; each decision with the days since it was last sent. */
const decisionLines = (since: Date) => sql`
  select s.*, case when s.act in (${acts(decidingActs)}) then extract(epoch from s.at - s.sent) / 86400 end as days
  from (
    select h.at, h.act, h.actor, max(h.at) filter (where h.act in (${acts(sendingActs)}))
      over (partition by h.subject_id order by h.seq) as sent
    from history h
    where h.subject_kind = 'activity' and h.act in (${acts(countedActs)}) and h.subject_id in (
      select subject_id from history
      where subject_kind = 'activity' and act in (${acts(countedActs)}) and at >= ${since})) as s`

const countedActs = [...sendingActs, ...decidingActs, 'activities.approve']

const median = (days: ReturnType<typeof sql>) =>
  sql`percentile_cont(0.5) within group (order by (${days})::float)`
