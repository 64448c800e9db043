import type { Db } from '#platform/database/tables.ts'
import { newToken } from './tokens.ts'
import './tables.ts'

/** The secret of sign-in: made at the first start, the same for every process on the database. */
export async function signInSecret(db: Db): Promise<string> {
  const name = 'sign-in'
  await db
    .insertInto('secrets')
    .values({ name, value: newToken(), created_at: new Date() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const { value } = await db
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return value
}
