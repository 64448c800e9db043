import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { testDatabase } from '../../../../test/test-database.ts'
import { keepSnapshot, keptSnapshot } from './snapshot-commands.ts'

const at = new Date('2026-11-23T12:00:00Z')
const megabyte = 1024 * 1024

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

test('an index of several parts comes back as it was kept, for the same program only, the latest alone', async () => {
  const db = await testDatabase()
  const first = [randomBytes(3 * megabyte), Buffer.alloc(2 * megabyte, 'words'), randomBytes(17)]
  const second = [randomBytes(4 * megabyte), randomBytes(4 * megabyte)]
  assert.equal(await keptSnapshot(db, 'one'), null)
  for (const [seq, pieces] of [first, second].entries()) {
    await keepSnapshot(db, { seq, pieces: each(pieces), madeBy: 'one', at })
    const kept = await keptSnapshot(db, 'one')
    assert.equal(kept?.seq, seq)
    assert.ok(Buffer.concat(pieces).equals(kept.bytes))
  }
  assert.equal(await keptSnapshot(db, 'another'), null)
  const names = await db.selectFrom('search_snapshots').select('name').distinct().execute()
  assert.equal(names.length, 1)
})
