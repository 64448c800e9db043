import type { Db } from '#platform/database/tables.ts'
import { isUuid } from '../evidence/evidence-queries.ts'

/** A report that counts. */
export async function reportById(
  db: Db,
  id: string,
): Promise<{ id: string; duty: string; occurrence: string } | null> {
  if (!isUuid(id)) return null
  const found = await db
    .selectFrom('duty_reports')
    .select(['id', 'duty', 'occurrence'])
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** How often it was noted of each due date of a duty that it was considered. */
export async function considerationRevisions(db: Db, duty: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('considerations')
    .select((is) => ['occurrence', is.fn.max('revision').as('revision')])
    .where('duty', '=', duty)
    .groupBy('occurrence')
    .execute()
  return new Map(rows.map(({ occurrence, revision }) => [occurrence, revision]))
}
