import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { record, verifyHistory } from '#platform/history.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { keeping } from '../../modules.ts'
import type { Db, Tx } from '../database/tables.ts'
import { ensureKept } from './keep-commands.ts'
import { coverTables } from './past-queries.ts'

const at = new Date('2026-11-21T12:00:00Z')
const change = (id: string) => ({ act: 'test.write', subject: { kind: 'test', id }, actor: 'test' })
let db: Db

class Undo extends Error {}

async function undone(act: (tx: Tx) => Promise<void>) {
  const inside = async (tx: Tx) => {
    await act(tx)
    throw new Undo()
  }
  await assert.rejects(db.transaction().execute(inside), Undo)
}

const faults = async (tx: Db, kept: string[] = []) =>
  (await verifyHistory(tx, {}, { kept })).faults.map(({ fault, subject, parts }) =>
    [fault, subject, ...parts].join(' '),
  )

const addBody = (tx: Db, id: string) =>
  sql`insert into bodies (id, kind, aliases, name_status, sort) values (${id}, 'group', '{}', 'own', 1)`.execute(
    tx,
  )

const rename = (tx: Db, id: string, acronym: string) =>
  sql`update bodies set acronym = ${acronym} where id = ${id}`.execute(tx)

const versions = async (tx: Db, key: string) =>
  (
    await sql<{ acronym: string | null; seq: number | null }>`
      select v.row->>'acronym' as acronym, h.seq from row_versions v left join history h on h.batch = v.batch
      where v.table_name = 'bodies' and v.key = ${key} order by v.id`.execute(tx)
  ).rows

describe('every version of a row', () => {
  beforeEach(async () => {
    db = await testDatabase()
  })

  test('is kept in the transaction that writes it, and the line of history accounts for it', async () => {
    await db.transaction().execute(async (tx) => {
      await addBody(tx, 'a')
      await record(tx, change('a'), at)
      await rename(tx, 'a', 'AA')
      await record(tx, change('a'), at)
    })
    await db.transaction().execute(async (tx) => {
      await sql`delete from bodies where id = 'a'`.execute(tx)
      await record(tx, change('a'), at)
    })

    assert.deepEqual(await versions(db, 'a'), [
      { acronym: null, seq: 1 },
      { acronym: 'AA', seq: 2 },
      { acronym: null, seq: 3 },
    ])
    assert.deepEqual(await faults(db, ['bodies']), [])
  })

  test('is kept once when a row changes twice, and not at all when it is put back as it was', async () => {
    await db.transaction().execute(async (tx) => {
      await addBody(tx, 'a')
      await rename(tx, 'a', 'first')
      await rename(tx, 'a', 'second')
      await record(tx, change('a'), at)
    })
    await db.transaction().execute(async (tx) => {
      await sql`delete from bodies where id = 'a'`.execute(tx)
      await addBody(tx, 'a')
      await rename(tx, 'a', 'second')
      await rename(tx, 'a', 'second')
      await record(tx, change('a'), at)
    })

    assert.deepEqual(await versions(db, 'a'), [{ acronym: 'second', seq: 1 }])
    assert.deepEqual(await faults(db, ['bodies']), [])
  })

  test('goes with the transaction that is undone', async () => {
    await undone(async (tx) => {
      await addBody(tx, 'a')
      await record(tx, change('a'), at)
    })
    assert.deepEqual(await versions(db, 'a'), [])
  })

  test('is read as it was after columns were added to the table', async () => {
    await db.transaction().execute(async (tx) => {
      await addBody(tx, 'a')
      await record(tx, change('a'), at)
    })
    await undone(async (tx) => {
      await sql`drop schema past cascade`.execute(tx)
      await sql`alter table bodies add column tone text not null default 'plain', add column place text`.execute(
        tx,
      )
      await ensureKept(tx, keeping())
      await rename(tx, 'a', 'AA')
      await record(tx, change('a'), at)
      assert.deepEqual(await faults(tx, ['bodies']), [])
      await coverTables(tx, 1)
      const past = await sql`select acronym, tone, place from bodies`.execute(tx)
      assert.deepEqual(past.rows, [{ acronym: null, tone: 'plain', place: null }])
    })
  })

  test('of twenty people who write at once is accounted for by the line of each', async () => {
    const people = Array.from({ length: 20 }, (_, place) => `person-${place}`)
    await db.transaction().execute(async (tx) => {
      for (const id of people) await addBody(tx, id)
      await record(tx, change('all'), at)
    })
    await Promise.all(people.map(() => sql`select pg_sleep(0.01)`.execute(db)))

    await Promise.all(
      people.map((id, place) =>
        db.transaction().execute(async (tx) => {
          await rename(tx, id, 'own')
          // All of them want one and the same row too.
          await sql`update bodies set sort = sort + 1 where id = 'person-0'`.execute(tx)
          if (place % 2 === 0) await sql`select pg_sleep(0.01)`.execute(tx)
          await record(tx, change(id), at)
        }),
      ),
    )

    assert.deepEqual(await faults(db, ['bodies']), [])
    const told = await sql<{ subject_id: string; keys: string[] }>`
      select subject_id, array_agg(v.key order by v.key) as keys
      from history h join row_versions v on v.batch = h.batch where h.seq > 1 group by subject_id`.execute(db)
    assert.deepEqual(
      told.rows.toSorted((a, b) => (a.subject_id < b.subject_id ? -1 : 1)),
      people.toSorted().map((id) => ({ subject_id: id, keys: [...new Set(['person-0', id])].toSorted() })),
    )
    const sorts = await sql<{ sort: number }>`
      select (v.row->>'sort')::int as sort from row_versions v where v.key = 'person-0' order by v.id`.execute(
      db,
    )
    assert.deepEqual(
      sorts.rows.map(({ sort }) => sort),
      Array.from({ length: 21 }, (_, place) => place + 1),
    )
  })
})
