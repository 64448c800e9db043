import type { Parts } from '#platform/content-digests.ts'
import type { Db } from '#platform/database/tables.ts'
import { sha256 } from '#platform/sha256.ts'
import '../sign-in/tables.ts'

/** What people say of themselves and what was decided about their access, as the history knows it. */
export async function personParts(db: Db, id: string): Promise<Parts> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'name', 'own_name', 'language', 'name_is_public', 'disabled_at', 'erased_at', 'seal'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { [`people ${id}`]: sha256(row) } : {}
}
