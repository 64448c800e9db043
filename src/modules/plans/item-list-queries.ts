import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { plansSeenBy } from './plan-queries.ts'

/** The ids of all items that somebody sees. */
export async function publicItems(db: Db, actor: Actor): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select i.id from plan_items i join plans p on p.id = i.plan where ${plansSeenBy(actor)} order by i.id`.execute(
    db,
  )
  return found.rows.map(({ id }) => id)
}
