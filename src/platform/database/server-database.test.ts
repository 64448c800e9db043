import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/test-database.ts'
import type { Db } from './tables.ts'

describe('transactions that lock in opposite orders', () => {
  // The embedded database does one transaction after the other.
  const onServer = process.env['TEST_DATABASE_URL'] !== undefined
  let db: Db
  before(async () => {
    db = await testDatabase()
    // Connections are open before the race begins.
    await Promise.all([1, 2, 3, 4].map(() => sql`select 1`.execute(db)))
  })

  const held = new Set<number>()
  const both = Promise.withResolvers<void>()

  /** Takes two locks in turn, on a server the second when both transactions hold one; resolves to how often it was begun. */
  async function locking(first: number, second: number): Promise<number> {
    let begun = 0
    await db.transaction().execute(async (tx) => {
      begun += 1
      await sql`select pg_advisory_xact_lock(${first})`.execute(tx)
      if (held.add(first).size === 2) both.resolve()
      if (onServer) await both.promise
      await sql`select pg_advisory_xact_lock(${second})`.execute(tx)
    })
    return begun
  }

  test('are all done: the server ends one, and it is begun anew', async () => {
    const begun = await Promise.all([locking(1, 2), locking(2, 1)])
    assert.equal(
      begun.reduce((sum, times) => sum + times, 0),
      onServer ? 3 : 2,
    )
  })

  test(
    'are begun anew too where they read one moment, which another has overtaken',
    { skip: !onServer && 'the embedded database does one transaction after the other' },
    async () => {
      let begun = 0
      const level = await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          begun += 1
          if (begun === 1)
            await sql`do $$ begin raise exception 'overtaken' using errcode = '40001'; end $$`.execute(tx)
          const { rows } = await sql<{ level: string }>`
            select current_setting('transaction_isolation') as level`.execute(tx)
          return rows[0]?.level
        })
      assert.deepEqual([begun, level], [2, 'repeatable read'])
    },
  )

  test('are not begun anew for any other failure', async () => {
    let begun = 0
    const failing = db.transaction().execute(async (tx) => {
      begun += 1
      await sql`select 1 / 0`.execute(tx)
    })
    await assert.rejects(failing, /division by zero/)
    assert.equal(begun, 1)
  })
})
