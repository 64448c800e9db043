import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

/** Marks a code as used; false when somebody has used it before. It is of no use anyway after two minutes. */
export async function spendCode(db: Db, person: string, codeDigest: string, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('spent_codes')
    .values({ person, code_digest: codeDigest, until: new Date(now.getTime() + 120_000) })
    .onConflict((conflict) => conflict.columns(['person', 'code_digest']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** A second factor that was begun: its secret, as it is stored. */
export async function storedFactor(
  db: Db,
  person: string,
): Promise<{ secret: string; isVerified: boolean; codesMade: Date } | null> {
  const row = await db
    .selectFrom('second_factors')
    .select(['secret', 'verified', 'codes_made_at'])
    .where('person', '=', person)
    .executeTakeFirst()
  return row ? { secret: row.secret, isVerified: row.verified, codesMade: row.codes_made_at } : null
}

/** Notes that the backup codes are new. */
export async function markCodesMade(db: Db, person: string, now: Date): Promise<void> {
  await db.updateTable('second_factors').set({ codes_made_at: now }).where('person', '=', person).execute()
}
