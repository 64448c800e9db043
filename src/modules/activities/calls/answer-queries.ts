import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { publicStates } from '../activity.ts'
import type { Call, Timing } from './call.ts'
import './tables.ts'

/**
 * The entries that answer calls, one row `answers` for each call and entry, with the moment at which it came. An entry
 * answers the call that it names; otherwise those in whose time it was sent. After the cut-off it is late, and taken all the
 * same; what names no call counts until the call is closed.
 */
export const answersOf = (calls: readonly string[], now: Date): RawBuilder<unknown> => sql`
  asked as (
    select c.*, c.opens_on::timestamp at time zone c.zone as opens_at,
      (c.cut_off + 1)::timestamp at time zone c.zone as ends_at
    from calls c where c.id = any(${calls}::text[])),
  sent as (
    select h.subject_id as entry, h.at from history h
    where h.act in ('activities.submit', 'activities.update')
      and h.at >= (select min(least(opens_at, opened_at)) from asked) and h.at <= ${now}
    union all
    select a.id, coalesce(a.submitted_at, a.changed_at) from activities a
    where a.import is not null and coalesce(a.submitted_at, a.changed_at) <= ${now}),
  answers as (
    select c.id as call, a.id as entry, a.published is not null and a.state in (${states(publicStates)}) as is_public,
      coalesce(a.organization, a.published_organization) as organization,
      o.country, coalesce(o.region, '') as region, min(s.at) as at, min(s.at) < c.ends_at as is_in_time
    from asked c
    join sent s on s.at >= least(c.opens_at, c.opened_at)
    join activities a on a.id = s.entry
    left join organizations o on o.id = coalesce(a.organization, a.published_organization)
    left join calls n on n.id = a.call
    where a.state not in ('draft', 'discarded', 'merged') and (c.is_example or not a.is_example)
      and (a.call = c.id or (
        s.at >= c.opens_at and s.at <= coalesce(c.closed_at, 'infinity')
        and (n.id is null or n.closed_at < s.at)))
    group by c.id, c.ends_at, a.id, o.id)`

const states = (all: readonly string[]) => sql.join(all.map((state) => sql.lit(state)))

/** What came from one region; an empty code where the organization has none. */
export type RegionFigure = {
  call: string
  region: string
  expected: number
  inTime: number
  late: number
  /** Those of both that the public reads. */
  published: number
}

/**
 * Progress of calls by region of the organizations. A region's target is its own line of the list; without one, what the
 * organizations and countries in it are asked for.
 */
export async function regionFigures(db: Db, calls: readonly string[], now: Date): Promise<RegionFigure[]> {
  if (calls.length === 0) return []
  const found = await sql<RegionFigure>`
    with ${answersOf(calls, now)},
    listed as (
      select t.call, t.kind, t.expected, coalesce(case t.kind when 'region' then t.code
        when 'organization' then (select o.region from organizations o where o.id = t.code)
        else (select m.group_code from framework_memberships m
          where m.group_framework = 'itu-regions' and m.country = t.code and m.role = 'member'
            and coalesce(m.from_date, '-infinity') <= ${now} and coalesce(m.to_date, 'infinity') > ${now}
          limit 1) end, '') as region
      from call_targets t where t.call = any(${calls}::text[])),
    targets as (
      select call, region, coalesce(sum(expected) filter (where kind = 'region'), sum(expected)) as expected
      from listed group by call, region),
    came as (
      select call, region, count(*) filter (where is_in_time) as in_time,
        count(*) filter (where not is_in_time) as late, count(*) filter (where is_public) as published
      from answers group by call, region)
    select call, region, coalesce(t.expected, 0)::int as expected, coalesce(w.in_time, 0)::int as "inTime",
      coalesce(w.late, 0)::int as late, coalesce(w.published, 0)::int as published
    from targets t full join came w using (call, region)
    order by call, region`.execute(db)
  return found.rows
}

/** A published entry that answers a call. */
export type AnswerRow = {
  id: string
  title: string
  language: string
  /** Only where everybody may see it. */
  organization: string | null
  organizationName: Translated | null
  region: string
  at: Date
  timing: Timing
}

export type AnswerFilters = { region?: string | undefined; timing?: Timing | undefined }

/** The published entries of a call in the order in which they came. */
export async function answerList(
  db: Db,
  { id }: Pick<Call, 'id'>,
  now: Date,
  { region, timing, limit, skip }: AnswerFilters & { limit: number; skip: number },
): Promise<{ rows: AnswerRow[]; total: number }> {
  const found = await sql<AnswerRow & { total: number }>`
    with ${answersOf([id], now)}
    select w.entry as id, a.published->>'title' as title, a.published_language as language,
      case when o.visibility = 'public' then o.id end as organization,
      o.name as "organizationName", w.region, w.at,
      case when w.is_in_time then 'in-time' else 'late' end as timing, count(*) over ()::int as total
    from answers w join activities a on a.id = w.entry
    left join organizations o on o.id = a.published_organization
    where w.is_public and (${region ?? null}::text is null or w.region = ${region ?? null})
      and (${timing ?? null}::text is null or w.is_in_time = (${timing ?? null}::text = 'in-time'))
    order by w.at, w.entry limit ${limit} offset ${skip}`.execute(db)
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}
