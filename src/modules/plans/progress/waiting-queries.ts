import { sql, type RawBuilder } from 'kysely'
import { has, scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { translationsFor, type Translations } from '#platform/texts/texts.ts'
import { ledBy } from '../plan-rights.ts'
import { plansSeenBy, plansWhere } from '../plan-queries.ts'
import { planThing, planZone } from '../plan.ts'
import { dayIn } from './period.ts'
import { openReports, standingsOf, type OpenReport, type WaitingRow } from './open-report-queries.ts'
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

type Asked = { waits: Waiting; standing?: Standing | undefined; limit: number; skip: number }

/** Reports that wait for somebody, the longest due first. What is missing of a locked period stays so: nobody can send it any more. */
export async function waitingReports(
  db: Db,
  actor: Actor,
  now: Date,
  { waits, standing, limit, skip }: Asked,
): Promise<{ rows: WaitingRow[]; total: number }> {
  const found = (await waitingFor(db, actor, now, waits)).filter(
    (row) => standing === undefined || row.standing === standing,
  )
  return { rows: found.slice(skip, skip + limit), total: found.length }
}

/** How many wait, by standing. */
export async function waitingCounts(db: Db, actor: Actor, now: Date): Promise<Record<Waiting, number>> {
  const writes = await waitingFor(db, actor, now, 'write')
  const reviews = await waitingFor(db, actor, now, 'review')
  return { write: writes.length, review: reviews.length }
}

/** In order; found once for those who answer for the same, until something changes or a day begins. */
const waitingFor = (db: Db, actor: Actor, now: Date, waits: Waiting): Promise<OpenReport[]> => {
  const key = JSON.stringify(['plan-reports', waits, dayIn(planZone, now), actor.person, actor.standings])
  return whileUnchanged(db, key, async () => {
    const plans = await plansWhere(
      db,
      sql`${plansSeenBy(actor)} and ${waits === 'write' ? ledOnes(actor) : reviewedOnes(actor)}`,
    )
    const open = await openReports(db, now)
    const wanted: ReadonlySet<Standing> = new Set(waitingStandings[waits])
    return plans
      .flatMap(({ id }) => open.get(id) ?? [])
      .filter(
        ({ standing, author }) => wanted.has(standing) && (waits === 'write' || author !== actor.person),
      )
      .toSorted(longestDueFirst)
  })
}

const longestDueFirst = (one: WaitingRow, other: WaitingRow): number =>
  compare(one.dueOn, other.dueOn) ||
  compare(one.plan, other.plan) ||
  compare(one.code, other.code) ||
  compare(one.item, other.item)

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

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
