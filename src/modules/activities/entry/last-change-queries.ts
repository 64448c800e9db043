import type { Db } from '#platform/database/tables.ts'

export type LastChange = { at: Date; actor: string }

/** When something was last done with an entry, and by whom. */
export async function lastChangeOf(db: Db, id: string): Promise<LastChange | null> {
  const line = await db
    .selectFrom('history')
    .select(['at', 'actor'])
    .where('subject_kind', '=', 'activity')
    .where('subject_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return line ?? null
}
