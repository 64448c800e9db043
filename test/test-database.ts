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
  opened ??= open()
  const { db } = await opened
  await empty(db)
  return db
}

let filledBy: Fill | null = null

type Fill = (db: Db) => Promise<unknown>

/** The test database as `fill` leaves an empty one. Only the first call fills it; later ones put the same rows back. */
export async function filledDatabase(fill: Fill): Promise<Db> {
  const db = await testDatabase()
  if (filledBy === fill) {
    await putBack(db)
  } else {
    await fill(db)
    await setAside(db)
    filledBy = fill
  }
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

async function empty(db: Db) {
  const names = (await tables(db)).map(({ name }) => `"${name}"`).join(', ')
  await sql.raw(`truncate ${names} cascade`).execute(db)
}

async function setAside(db: Db) {
  const copies = (await tables(db)).map(({ name }) => `create table set_aside."${name}" as table "${name}";`)
  await sql
    .raw(
      `do $$ begin drop schema if exists set_aside cascade; create schema set_aside; ${copies.join('\n')} end $$`,
    )
    .execute(db)
}

/** As replicas of the rows: no trigger and no reference looks at them again. */
async function putBack(db: Db) {
  const copies = (await tables(db)).map(
    ({ name, columns }) =>
      `insert into "${name}" (${columns}) overriding system value select ${columns} from set_aside."${name}";`,
  )
  await sql
    .raw(`do $$ begin set local session_replication_role = replica; ${copies.join('\n')} end $$`)
    .execute(db)
}

/** With the columns that are not computed from others, as SQL. */
async function tables(db: Db): Promise<{ name: string; columns: string }[]> {
  const found = await sql<{ name: string; columns: string }>`
    select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
    from information_schema.tables join information_schema.columns using (table_schema, table_name)
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'schema_migrations'
      and is_generated = 'NEVER'
    group by table_name`.execute(db)
  return found.rows
}
