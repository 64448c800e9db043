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
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'schema_migrations'`.execute(
    db,
  )
  const names = tables.rows.map(({ name }) => `"${name}"`).join(', ')
  await sql.raw(`truncate ${names} cascade`).execute(db)
}
