import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/test-database.ts'
import { record } from './history.ts'
import { whileUnchanged } from './while-unchanged.ts'

const at = new Date('2026-11-21T12:00:00Z')

test('an answer is remembered until the history has a new line, for its own question and when it is worth it', async () => {
  const db = await testDatabase()
  let asked = 0
  const ask = (key: string, isWorthKeeping?: () => boolean) =>
    whileUnchanged(db, key, () => Promise.resolve((asked += 1)), isWorthKeeping)
  assert.deepEqual([await ask('a'), await ask('a'), await ask('b')], [1, 1, 2])
  const line = { act: 'test.change', subject: { kind: 'test', id: '1' }, actor: 'test' }
  await db.transaction().execute((tx) => record(tx, line, at))
  assert.deepEqual([await ask('a'), await ask('a')], [3, 3])
  assert.deepEqual([await ask('c', () => false), await ask('c', () => false)], [4, 5])
})

test('a question that failed is asked again', async () => {
  const db = await testDatabase()
  const failing = () => whileUnchanged(db, 'x', () => Promise.reject(new Error('no')))
  await assert.rejects(failing)
  assert.equal(await whileUnchanged(db, 'x', () => Promise.resolve('yes')), 'yes')
})
