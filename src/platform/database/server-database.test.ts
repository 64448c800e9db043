import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/test-database.ts'
import type { Db } from './tables.ts'

describe('transactions that lock in opposite orders', () => {
  let db: Db
  before(async () => {
    db = await testDatabase()
    // Connections are open before the race begins.
    await Promise.all([1, 2, 3, 4].map(() => sql`select 1`.execute(db)))
  })

  /** Takes two locks in turn; resolves to how often it was begun. */
  async function locking(first: number, second: number): Promise<number> {
    let begun = 0
    await db.transaction().execute(async (tx) => {
      begun += 1
      await sql`select pg_advisory_xact_lock(${first})`.execute(tx)
      await sql`select pg_sleep(0.05)`.execute(tx)
      await sql`select pg_advisory_xact_lock(${second})`.execute(tx)
    })
    return begun
  }

  test('are all done: the server ends one, and it is begun anew', async () => {
    const begun = await Promise.all([locking(1, 2), locking(2, 1)])
    const onServer = process.env['TEST_DATABASE_URL'] !== undefined
    assert.equal(
      begun.reduce((sum, times) => sum + times, 0),
      onServer ? 3 : 2,
    )
  })

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
