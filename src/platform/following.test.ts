import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/test-database.ts'
import { following } from './following.ts'
import { record } from './history.ts'

test('what follows the history is read once, then only for its new lines, and anew when the history is put back', async () => {
  const db = await testDatabase()
  const write = (id: string) =>
    db
      .transaction()
      .execute((tx) =>
        record(tx, { act: 'test.write', subject: { kind: 'lamp', id }, actor: 'test' }, new Date()),
      )
  let begun = 0
  const lamps = following<string[]>({
    begin: async () => [`begun ${(begun += 1)}`],
    follow: async (_db, known, lines) => [...known, ...lines.map(({ subject }) => subject.id)],
  })
  await write('a')
  assert.deepEqual(await lamps(db), ['begun 1'])
  await write('b')
  await write('c')
  assert.deepEqual(await Promise.all([lamps(db), lamps(db)]), [
    ['begun 1', 'b', 'c'],
    ['begun 1', 'b', 'c'],
  ])
  await db.deleteFrom('history').execute()
  assert.deepEqual(await lamps(db), ['begun 2'])
})
