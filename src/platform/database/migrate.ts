import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { hasUnrecorded, record } from '../history.ts'
import { dropPast, ensureKept, type Keeping } from '../past/keep-commands.ts'
import type { Db, Tx } from './tables.ts'

export type Migration = { name: string; sql: string; checksum: string }

/** The database's schema does not fit this program; `reason` says how. */
export class SchemaMismatch extends Error {
  readonly reason: 'newer' | 'half-migrated'

  constructor(reason: 'newer' | 'half-migrated', sentence: string) {
    super(sentence)
    this.name = 'SchemaMismatch'
    this.reason = reason
  }
}

const folder = path.join(import.meta.dirname, '../../../migrations')
// Any constant will do, as long as every process of every version takes the same.
const migrationLock = 7_140_075

export function readMigrations(from = folder): Migration[] {
  const names = fs.readdirSync(from).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  return names.sort().map((name) => {
    const text = fs.readFileSync(path.join(from, name), 'utf8')
    return { name, sql: text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

/**
 * Brings the schema to this program's version in one transaction and returns the names of what it ran.
 * All or nothing: a process killed in the middle leaves the schema as it was. `keeping` names the tables whose rows are
 * kept in every version; without it that stays as it is.
 */
export async function migrate(
  db: Db,
  migrations: Migration[],
  told: (name: string) => void = () => {},
  keeping: Keeping | null = null,
) {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx)
    const pending = pendingMigrations(migrations, await appliedMigrations(tx))
    if (pending.length > 0) await dropPast(tx)
    for (const migration of pending) {
      told(migration.name)
      await sql.raw(migration.sql).execute(tx)
      const { name, checksum } = migration
      await tx.insertInto('schema_migrations').values({ name, checksum, applied_at: new Date() }).execute()
    }
    if (keeping !== null) await ensureKept(tx, keeping)
    if (await hasUnrecorded(tx)) await recordMigration(tx, migrations.at(-1)?.name ?? '')
    return pending.map(({ name }) => name)
  })
}

/** What migrations do to kept rows is a change like any other. */
const recordMigration = (tx: Tx, version: string) => {
  const change = { act: 'platform.migrate', subject: { kind: 'schema', id: 'all' }, actor: 'start' }
  return record(tx, { ...change, facts: { version } }, new Date())
}

type Applied = { name: string; checksum: string }

async function appliedMigrations(tx: Tx): Promise<Applied[]> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(tx)
  const names = tables.rows.map(({ name }) => name)
  if (names.includes('schema_migrations')) {
    return tx.selectFrom('schema_migrations').select(['name', 'checksum']).orderBy('name').execute()
  }
  if (names.length > 0) {
    throw new SchemaMismatch(
      'half-migrated',
      'the database holds tables that Actionline did not make; give it one of its own',
    )
  }
  await sql`
    create table schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null)
  `.execute(tx)
  return []
}

/** What is still to run; refuses a schema that this program does not know or that somebody changed half way. */
export function pendingMigrations(known: Migration[], applied: Applied[]): Migration[] {
  const newer = applied.filter(({ name }) => !known.some((migration) => migration.name === name))
  if (newer.length > 0) {
    const names = newer.map(({ name }) => name).join(', ')
    throw new SchemaMismatch(
      'newer',
      `the database is newer than this program: it holds ${names}; install the newer version`,
    )
  }
  for (const [place, migration] of known.slice(0, applied.length).entries()) {
    const { name, checksum } = applied[place]!
    if (name !== migration.name) {
      throw new SchemaMismatch(
        'half-migrated',
        `the database is half migrated: ${migration.name} is missing before ${name}; restore a backup`,
      )
    }
    if (checksum !== migration.checksum) {
      throw new SchemaMismatch(
        'half-migrated',
        `the migration ${name} in the database is not the one of this program; restore a backup`,
      )
    }
  }
  return known.slice(applied.length)
}
