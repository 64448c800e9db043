import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { testDatabase } from '../../../test/test-database.ts'
import type { Db } from '../database/tables.ts'
import { holdFile, keepFile, piecesOfFile } from './file-commands.ts'

const at = new Date('2026-11-23T08:00:00Z')
const quarter = 256 * 1024

describe('a kept file, piece by piece', () => {
  let db: Db

  before(async () => {
    db = await testDatabase()
  })

  const kept = async (bytes: Buffer) => {
    const held = await holdFile(db, 'olga', { name: 'boats.csv', type: 'text/csv', bytes }, at)
    return db.transaction().execute((tx) => keepFile(tx, held, at))
  }

  test('has the bytes that were sent, whatever they are and wherever the last piece ends', async () => {
    for (const size of [1, quarter - 1, quarter, quarter + 1, 2 * quarter]) {
      const bytes = randomBytes(size)
      const pieces = await Array.fromAsync(piecesOfFile(db, await kept(bytes)))
      assert.equal(Buffer.concat(pieces).equals(bytes), true, String(size))
      assert.equal(pieces.length, Math.ceil(size / quarter), String(size))
    }
  })

  test('has none when nothing is kept under its checksum', async () => {
    assert.deepEqual(await Array.fromAsync(piecesOfFile(db, 'f'.repeat(64))), [])
  })
})
