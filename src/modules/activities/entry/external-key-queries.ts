import { sql } from 'kysely'
import type { Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'

/** That no other entry of an organization has a key; those who ask for the same organization at once take turns. */
export async function issuesOfKey(
  tx: Tx,
  { organization, key, of = '' }: { organization: string | null; key: string | null; of?: string },
): Promise<Issue[]> {
  if (organization === null || key === null) return []
  await sql`select from organizations where id = ${organization} for no key update`.execute(tx)
  const found = await tx
    .selectFrom('activities')
    .select('id')
    .where('organization', '=', organization)
    .where('external_key', '=', key)
    .where('id', '<>', of)
    .where('state', 'not in', ['merged', 'discarded'])
    .executeTakeFirst()
  return found ? [{ field: 'externalKey', key: 'activities.external-key.taken', values: { key } }] : []
}
