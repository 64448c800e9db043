import { sql, type RawBuilder } from 'kysely'
import { has, scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { translationsFor, type Translations } from '#platform/texts/texts.ts'
import { ledBy } from '../plan-rights.ts'
import { plansSeenBy, plansWhere } from '../plan-queries.ts'
import { planThing } from '../plan.ts'
import { reportedPlanStates } from './report.ts'
import type { Standing } from './standing.ts'
import './tables.ts'

/** What somebody is waited for: to write reports, or to review them. */
export const waitings = ['write', 'review'] as const

export type Waiting = (typeof waitings)[number]

/** Standings in which the author, or the reviewer, has to act. */
export const waitingStandings = {
  write: ['due', 'missing', 'returned'],
  review: ['submitted', 'late'],
} as const satisfies Record<Waiting, readonly Standing[]>

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

type Asked = { waits: Waiting; standing?: Standing | undefined; limit: number; skip: number }

/** Reports that wait for somebody, the longest due first. What is missing of a locked period stays so: nobody can send it any more. */
export async function waitingReports(
  db: Db,
  actor: Actor,
  now: Date,
  { waits, standing, limit, skip }: Asked,
): Promise<{ rows: WaitingRow[]; total: number }> {
  const wanted = waitingStandings[waits].filter((one) => standing === undefined || one === standing)
  const plans = await plansWhere(
    db,
    sql`${plansSeenBy(actor)} and ${waits === 'write' ? ledOnes(actor) : reviewedOnes(actor)}`,
  )
  const ids = sql`any(${plans.map(({ id }) => id)}::text[])`
  // Named in each table, so that none of them is read whole for the sake of one plan.
  const where = sql`p.id = ${ids} and i.plan = ${ids} and d.plan = ${ids} and ${openReports[waits]}`
  const found = await sql<WaitingRow & { total: number }>`
    with ${standingsOf(where, now, sql`r.plan = ${ids}`)}
    select plan, item, code, period, starts_on::text as "startsOn", ends_on::text as "endsOn", due_on::text as "dueOn",
      standing, report, count(*) over ()::int as total
    from stood where standing = any(${wanted}::text[]) and not is_locked
      and (${waits}::text = 'write' or author is distinct from ${actor.person}::text)
    order by due_on, plan, code, item limit ${limit} offset ${skip}`.execute(db)
  return { rows: found.rows, total: found.rows[0]?.total ?? 0 }
}

/** Reports `r` that can wait at all: of 20,000 there are some hundreds, which an index finds. */
const openReports = {
  write: sql`d.locked_at is null and (r.state is null or r.state in ('draft', 'returned'))`,
  review: sql`d.locked_at is null and r.state = 'submitted'`,
} as const satisfies Record<Waiting, RawBuilder<unknown>>

/** How many wait, by standing. */
export async function waitingCounts(db: Db, actor: Actor, now: Date): Promise<Record<Waiting, number>> {
  const writes = await waitingReports(db, actor, now, { waits: 'write', limit: 1, skip: 0 })
  const reviews = await waitingReports(db, actor, now, { waits: 'review', limit: 1, skip: 0 })
  return { write: writes.total, review: reviews.total }
}

/** Reports of a plan that are to be sent by one day and were not. */
export type OutstandingReports = {
  plan: string
  title: Translated
  period: string
  dueOn: string
  count: number
  /** Whose plan it is: roles for one of these answer for it. */
  within: Scope[]
}

/** What is still to be sent for the periods that have begun and are due around a day. */
export async function outstandingReports(
  db: Db,
  now: Date,
  { daysBack, daysAhead }: { daysBack: number; daysAhead: number },
): Promise<OutstandingReports[]> {
  // On a day after all periods whatever is asked for and was not sent is missing.
  const found = await sql<Pick<OutstandingReports, 'plan' | 'period' | 'dueOn' | 'count'>>`
    with ${standingsOf(sql`not p.is_example`, afterAll)}
    select plan, period, due_on::text as "dueOn", count(*)::int as count from stood
    where standing = 'missing' and not is_locked and starts_on <= ${now}::timestamptz::date
      and due_on between ${now}::timestamptz::date - ${daysBack}::int and ${now}::timestamptz::date + ${daysAhead}::int
    group by plan, period, due_on order by plan, due_on`.execute(db)
  const ids = [...new Set(found.rows.map(({ plan }) => plan))]
  const plans = await plansWhere(db, sql`p.id = any(${ids}::text[])`)
  const translations = await translationsFor(
    db,
    ids.map((id) => ({ kind: 'plan-header', id })),
  )
  return found.rows.map((row) => {
    const plan = plans.find(({ id }) => id === row.plan)
    const within = [...((plan && planThing(plan).within) ?? [])]
    return { ...row, title: titleIn(translations('plan-header', row.plan)), within }
  })
}

const afterAll = new Date('2500-01-01T00:00:00Z')

const titleIn = (translations: Translations): Translated =>
  Object.fromEntries(
    Object.entries(translations ?? {}).flatMap(([language, fields]) => {
      const text = fields['title']?.text
      return text ? [[language, text]] : []
    }),
  )

/** Whether anybody is ever waited for: those who lead plans, and those who review. */
export const isWaitedFor = (actor: Actor, waits: Waiting): boolean => {
  const { lines, bodies } = ledBy(actor)
  return waits === 'write'
    ? lines.length + bodies.length > 0
    : has(actor, 'secretariat') || has(actor, 'verifier')
}

/** Plans `p` that somebody leads. */
function ledOnes(actor: Actor): RawBuilder<boolean> {
  const { lines, bodies } = ledBy(actor)
  return sql<boolean>`(p.action_line = any(${lines}::text[]) or ${hasBody(bodies)})`
}

/** Plans `p` whose reports somebody may review: all for the secretariat, those of their bodies for verifiers; never what they lead. */
function reviewedOnes(actor: Actor): RawBuilder<boolean> {
  const isForAll =
    has(actor, 'secretariat') ||
    actor.standings.some(({ role, scope }) => role === 'verifier' && scope === null)
  const bodies = scopesOf(actor, 'verifier').map((scope) => scope.replace(/^body:/, ''))
  return sql<boolean>`((${isForAll} or ${hasBody(bodies)}) and not ${ledOnes(actor)})`
}

const hasBody = (bodies: readonly string[]) => sql<boolean>`(p.lead = any(${[...bodies]}::text[])
  or exists (select from plan_parties f where f.plan = p.id and f.item = '' and f.role = 'facilitator'
    and f.party = any(${[...bodies]}::text[])))`

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
