import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'

export async function organizationNamed(
  db: Db,
  id: string,
): Promise<{ id: string; name: Translated } | null> {
  const found = await db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

export async function personOfRole(db: Db, role: string): Promise<string | null> {
  const found = await db.selectFrom('roles').select('person').where('id', '=', role).executeTakeFirst()
  return found?.person ?? null
}
