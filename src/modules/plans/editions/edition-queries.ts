import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { PlanState } from '../plan.ts'
import type { PlanContent } from './plan-content.ts'

export type EditionRow = {
  plan: string
  number: number
  state: PlanState
  publishedAt: Date
  digest: string
  items: number
}

export type Edition = EditionRow & { content: PlanContent }

/** The editions of a plan, the latest first. */
export async function editionsOf(db: Db, plan: string): Promise<EditionRow[]> {
  const found = await sql<EditionRow>`
    select e.plan, e.number, e.state, e.published_at as "publishedAt", e.digest,
      jsonb_array_length(e.content -> 'items') as items
    from plan_editions e where e.plan = ${plan} order by e.number desc`.execute(db)
  return found.rows
}

export async function editionOf(db: Db, plan: string, number: number): Promise<Edition | null> {
  const found = await sql<Edition>`
    select e.plan, e.number, e.state, e.published_at as "publishedAt", e.digest, e.content,
      jsonb_array_length(e.content -> 'items') as items
    from plan_editions e where e.plan = ${plan} and e.number = ${number}`.execute(db)
  return found.rows[0] ?? null
}

/** The last edition of a plan; null before the first. */
export async function latestEdition(db: Db, plan: string): Promise<Edition | null> {
  const [latest] = await editionsOf(db, plan)
  return latest === undefined ? null : editionOf(db, plan, latest.number)
}

export async function editionCount(db: Db, plan: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from plan_editions e where e.plan = ${plan}`.execute(db)
  return found.rows[0]?.count ?? 0
}
