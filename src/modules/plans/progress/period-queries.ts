import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { planRead, type PlanRead } from '../plan-queries.ts'
import type { Period } from './period.ts'
import './tables.ts'

/** All periods of a plan, the earliest first. */
export const periodsOf = (db: Db, plan: string): Promise<Period[]> => periodsWhere(db, sql`d.plan = ${plan}`)

export async function periodsWhere(db: Db, where: RawBuilder<unknown>): Promise<Period[]> {
  const found = await sql<Period>`
    select d.id, d.plan, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn", d.due_on::text as "dueOn",
      d.locked_at as "lockedAt", d.revision
    from plan_periods d where ${where} order by d.plan, d.starts_on`.execute(db)
  return found.rows
}

export type PeriodInPlan = PlanRead & { period: Period }

/** A period with its plan; null for what is not there and for what the actor may not see. */
export async function periodRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<PeriodInPlan | null> {
  const [period] = await periodsWhere(db, sql`d.id = ${id}`)
  const plan = period === undefined ? null : await planRead(db, actor, period.plan, language)
  return period === undefined || plan === null ? null : { ...plan, period }
}
