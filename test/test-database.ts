import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase, openInMemory, type OpenDatabase } from '#platform/database/open.ts'
import type { Db } from '#platform/database/tables.ts'
import { keeping } from '../src/modules.ts'

let opened: Promise<OpenDatabase & { drop: () => Promise<void> }> | null = null

// Stands outside of every test, so that it runs when the last of them has ended.
after(async () => {
  const database = await opened
  await database?.close()
  await database?.drop()
})

/**
 * The one database of this test process, migrated and empty: the embedded one in memory, or a database of its own on the
 * server that TEST_DATABASE_URL names.
 */
export async function testDatabase(): Promise<Db> {
  const { db } = await (opened ??= open())
  await empty(db)
  return db
}

type Fill = (db: Db) => Promise<unknown>

/** What the copies in `set_aside` hold; `last` is the number of the transaction after which nothing had changed yet. */
type Filled = { by: Fill; rows: Map<string, number>; last: number }

let filled: Filled | null = null

/** The test database as `fill` leaves an empty one. Only the first call fills it; later ones undo what has changed since. */
export async function filledDatabase(fill: Fill): Promise<Db> {
  if (filled?.by === fill) {
    const { db } = await (opened ??= open())
    await undo(db, filled)
    filled.last = await transactionNumber(db)
    return db
  }
  const db = await testDatabase()
  await fill(db)
  const rows = await setAside(db)
  filled = { by: fill, rows, last: await transactionNumber(db) }
  return db
}

async function open() {
  const url = process.env['TEST_DATABASE_URL']
  const database = url ? await openOnServer(url) : { ...(await openInMemory()), drop: async () => {} }
  await migrate(database.db, readMigrations(), () => {}, keeping())
  return database
}

async function openOnServer(url: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(url, `create database ${name}`)
  const databaseUrl = Object.assign(new URL(url), { pathname: `/${name}` }).toString()
  const database = await openDatabase({ databaseUrl, dataDir: '', databaseConnections: 10 })
  return { ...database, drop: () => onServer(url, `drop database ${name}`) }
}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const fewBytes = 100_000

/** To truncate takes as long for a table with one row as for one with many, so only large ones are truncated. */
async function empty(db: Db) {
  const touched = (await tables(db)).filter(({ bytes }) => bytes > 0)
  const large = touched.filter(({ bytes }) => bytes > fewBytes).map(({ name }) => `"${name}"`)
  await asReplica(db, [
    ...(large.length > 0 ? [`truncate ${large.join(', ')} cascade`] : []),
    ...touched.filter(({ bytes }) => bytes <= fewBytes).map(({ name }) => `delete from "${name}"`),
  ])
}

/** Resolves to the number of rows of each table. */
async function setAside(db: Db): Promise<Map<string, number>> {
  const all = await tables(db)
  const copies = all.map(({ name }) => `create table set_aside."${name}" as table "${name}"`)
  await asReplica(db, ['drop schema if exists set_aside cascade', 'create schema set_aside', ...copies])
  return new Map((await changesOf(db, all, 0)).map(({ name, rows }) => [name, rows]))
}

/** Where rows were only added they are taken out again; a table that lost or changed any is filled anew from its copy. */
async function undo(db: Db, { rows, last }: Filled) {
  const all = await tables(db)
  const changed = (await changesOf(db, all, last)).filter(
    (now) => now.added > 0 || now.rows !== rows.get(now.name),
  )
  const columnsOf = new Map(all.map(({ name, columns }) => [name, columns]))
  await asReplica(
    db,
    changed.flatMap((now) => {
      const { name } = now
      if (now.rows - now.added === rows.get(name)) return [`delete from "${name}" where ${isAfter(last)}`]
      const columns = columnsOf.get(name) ?? ''
      return [
        `delete from "${name}"`,
        `insert into "${name}" (${columns}) overriding system value select ${columns} from set_aside."${name}"`,
      ]
    }),
  )
}

/** How many rows each table has, and how many of them were written after a transaction. */
async function changesOf(db: Db, all: Table[], last: number) {
  const counts = all.map(
    ({ name }) =>
      `select '${name}' as name, count(*) as rows, count(*) filter (where ${isAfter(last)}) as added from "${name}"`,
  )
  const found = await sql
    .raw<{ name: string; rows: number; added: number }>(counts.join(' union all '))
    .execute(db)
  return found.rows
}

/** Every row knows which transaction wrote it. */
const isAfter = (last: number) => `xmin::text::bigint > ${last}`

async function transactionNumber(db: Db): Promise<number> {
  const found = await sql<{ number: number }>`
    select pg_current_xact_id()::text::bigint as number`.execute(db)
  return found.rows[0]?.number ?? 0
}

/** As replicas of rows: no trigger and no reference looks at them. */
async function asReplica(db: Db, statements: string[]) {
  const all = statements.map((one) => `${one};`).join('\n')
  await sql.raw(`do $$ begin set local session_replication_role = replica; ${all} end $$`).execute(db)
}

type Table = { name: string; columns: string; bytes: number }

/** With the columns that are not computed from others, as SQL. */
async function tables(db: Db): Promise<Table[]> {
  const found = await sql<Table>`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
      pg_relation_size(c.oid) as bytes
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'
      and a.attgenerated = ''
    group by c.oid, c.relname`.execute(db)
  return found.rows
}
