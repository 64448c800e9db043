import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { maySee } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextRead } from '#platform/texts/texts.ts'
import { ledBy } from './plan-rights.ts'
import { publicPlanStates, type Plan, type PlanField } from './plan.ts'
import './tables.ts'

/** The words of a plan as a reader of one language gets them. */
export type PlanWords = Partial<Record<PlanField, TextRead>>

export type PlanRead = { plan: Plan; words: PlanWords }

/**
 * Where every read of plans `p` begins: everybody sees what was opened; drafts are seen by those who lead them and by the staff of
 * the Union, so that the task force sees what others plan.
 */
export const plansSeenBy = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(p.state = any(${[...publicPlanStates]}::text[]) or (p.state = 'draft' and ${isInsider(actor)}))`

/** Whether the actor is one of those before whom a plan `p` has no secrets. */
export function isInsider(actor: Actor): RawBuilder<boolean> {
  if (maySee(actor, 'secretariat')) return sql<boolean>`true`
  const { lines, bodies } = ledBy(actor)
  if (lines.length + bodies.length === 0) return sql<boolean>`false`
  return sql<boolean>`(p.action_line = any(${lines}::text[]) or p.lead = any(${bodies}::text[])
    or exists (select from plan_parties f where f.plan = p.id and f.role = 'facilitator' and f.party = any(${bodies}::text[])))`
}

/** A plan with its words; null for what is not there and for what the actor may not see. */
export async function planRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<PlanRead | null> {
  const [plan] = await plansWhere(db, sql`p.id = ${id} and ${plansSeenBy(actor)}`)
  if (plan === undefined) return null
  const [read] = await withPlanWords(db, [plan], language)
  return read ?? null
}

/** Plans that fit, the last to end first. */
export async function plansWhere(
  db: Db,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`p.ends_on desc, p.id`,
): Promise<Plan[]> {
  const found = await sql<Plan>`
    select ${planColumns} from plans p join plan_types pt on pt.id = p.type where ${where} order by ${order}`.execute(
    db,
  )
  return found.rows
}

/** All plans that somebody sees. */
export const plansSeen = (db: Db, actor: Actor): Promise<Plan[]> => plansWhere(db, plansSeenBy(actor))

/** Plans that follow each other, as far as somebody sees them, the first of them first. */
export const plansOfSeries = (db: Db, actor: Actor, series: string): Promise<Plan[]> =>
  plansWhere(db, sql`p.series = ${series} and ${plansSeenBy(actor)}`, sql`p.version`)

/** A plan `p` of the type `pt`, as `Plan` has it. */
export const planColumns = sql`p.id, p.type, pt.purpose, p.series, p.version, p.previous, p.state,
  p.action_line as "actionLine", p.lead,
  coalesce((select array_agg(f.party order by f.party) from plan_parties f
    where f.plan = p.id and f.item = '' and f.role = 'facilitator'), '{}') as facilitators,
  p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.zone, p.language,
  p.comments_until::text as "commentsUntil", p.opened_at as "openedAt", p.presented_at as "presentedAt",
  p.in_force_at as "inForceAt", p.ended_at as "endedAt", p.matrix_version as "matrixVersion", p.revision,
  p.is_example as "isExample"`

export async function withPlanWords(
  db: Db,
  plans: readonly Plan[],
  language: LanguageCode,
): Promise<PlanRead[]> {
  const texts = await textsOf(
    db,
    plans.map(({ id }) => ({ kind: 'plan-header', id })),
    language,
  )
  return plans.map((plan) => ({ plan, words: texts.get('plan-header', plan.id) as PlanWords }))
}

/** What plans are called, for those who see them; others are missing. */
export async function planTitles(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  language: LanguageCode,
): Promise<Map<string, TextRead>> {
  if (ids.length === 0) return new Map()
  const plans = await plansWhere(db, sql`p.id = any(${[...ids]}::text[]) and ${plansSeenBy(actor)}`)
  const read = await withPlanWords(db, plans, language)
  return new Map(
    read.flatMap(({ plan, words }): [string, TextRead][] => (words.title ? [[plan.id, words.title]] : [])),
  )
}
