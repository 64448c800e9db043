import assert from 'node:assert/strict'
import { once } from 'node:events'
import net from 'node:net'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/test-database.ts'
import { fewestLetters, mostKept } from './kept-plans.ts'
import { openDatabase } from './open.ts'
import type { Db } from './tables.ts'

const long = sql.raw(`/* ${'long '.repeat(fewestLetters / 5)} */`)

const ask = (db: Db, number: number, of = 0) =>
  sql<{ answer: number }>`select ${number}::int + ${sql.lit(of)} as answer ${long}`.execute(db)

/** How often the plans that this connection has kept were used, the first kept first. */
async function used(db: Db): Promise<number[]> {
  const found = await sql<{ times: number }>`
    select (generic_plans + custom_plans) as times from pg_prepared_statements
    where statement like ${'%long long%'} order by prepare_time, name`.execute(db)
  return found.rows.map(({ times }) => times)
}

describe('the plan of a long question', () => {
  let db: Db
  before(async () => {
    db = await testDatabase()
  })

  /** On one connection that has kept nothing yet. */
  const onOne = (act: (db: Db) => Promise<void>) =>
    db.connection().execute(async (connection) => {
      await sql`select 1`.execute(connection)
      await act(connection)
    })

  test('is kept, and answers every time with the values of that time', async () => {
    await onOne(async (one) => {
      const before = (await used(one)).length
      const answers: number[] = []
      for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
        answers.push((await ask(one, number)).rows[0]?.answer ?? 0)
      assert.deepEqual(answers, [1, 2, 3, 4, 5, 6, 7, 8])
      assert.deepEqual((await used(one)).slice(before), [8])
    })
  })

  test('is not kept in a transaction, where tables of the past may stand before the real ones', async () => {
    await db.transaction().execute(async (tx) => {
      const before = await used(tx)
      await ask(tx, 1, 17)
      assert.deepEqual(await used(tx), before)
    })
  })

  test('gives way when many others were asked since', async () => {
    await onOne(async (one) => {
      const others = Array.from({ length: mostKept + 5 }, (_, place) => place + 100)
      for (const other of others) assert.equal((await ask(one, 1, other)).rows[0]?.answer, other + 1)
      assert.equal((await used(one)).length, mostKept)
      assert.equal((await ask(one, 2, 100)).rows[0]?.answer, 102)
      assert.equal((await used(one)).length, mostKept)
    })
  })

  test('is made anew when a table has changed its columns', async () => {
    await onOne(async (one) => {
      await sql`create table planned (a int)`.execute(one)
      const all = () => sql`select * from planned where ${1}::int = 1 ${long}`.execute(one)
      await sql`insert into planned values (1)`.execute(one)
      assert.deepEqual((await all()).rows, [{ a: 1 }])
      await sql`alter table planned add column b int default 2`.execute(one)
      assert.deepEqual((await all()).rows, [{ a: 1, b: 2 }])
      await sql`drop table planned`.execute(one)
    })
  })
})

const url = process.env['TEST_DATABASE_URL']
const onlyOnServer = { skip: url === undefined && 'the embedded database has no pooler before it' }

test('behind a pooler no plan is kept, since another connection may answer next', onlyOnServer, async () => {
  const server = new URL(url ?? '')
  const pooler = await greetingAsPooler(server)
  const databaseUrl = Object.assign(new URL(server), { port: String(pooler.port) }).toString()
  const { db, close } = await openDatabase({ databaseUrl, dataDir: '', databaseConnections: 1 })
  assert.equal((await ask(db, 1)).rows[0]?.answer, 1)
  assert.deepEqual(await used(db), [])
  await close()
  pooler.stop()
})

/** Passes everything on, but names a number of a process in its greeting that is none of the server's, as poolers do. */
async function greetingAsPooler(server: URL): Promise<{ port: number; stop: () => void }> {
  const keyOfProcess = Buffer.from([0x4b, 0, 0, 0, 12])
  const listening = net.createServer((client) => {
    const behind = net.connect(Number(server.port), server.hostname)
    client.pipe(behind)
    behind.on('data', (bytes) => {
      const place = bytes.indexOf(keyOfProcess)
      if (place >= 0) bytes.writeUInt32BE(1, place + keyOfProcess.length)
      client.write(bytes)
    })
    behind.on('close', () => client.destroy())
  })
  await once(listening.listen(0, '127.0.0.1'), 'listening')
  return { port: (listening.address() as net.AddressInfo).port, stop: () => listening.close() }
}
