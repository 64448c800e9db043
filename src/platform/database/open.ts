import path from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { lockDirectory } from './directory-lock.ts'
import { embeddedDialect, startEmbedded } from './embedded.ts'
import type { Db, Tables } from './tables.ts'

/** The embedded database does not start on its folder. */
export class DamagedDatabase extends Error {
  constructor(folder: string, cause: Error) {
    super(
      `the database in ${folder} does not open (${cause.message}); restore a backup, or move the folder away`,
      { cause },
    )
    this.name = 'DamagedDatabase'
  }
}

export type OpenDatabase = {
  db: Db
  kind: 'embedded' | 'server'
  close: () => Promise<void>
}

// Type numbers of PostgreSQL: counts come as numbers, dates as 'YYYY-MM-DD', the same from both databases.
const readers: Record<number, (text: string) => unknown> = { 20: Number, 1082: (text) => text }

/** Opens the embedded database in a folder, or a server by its address. */
export async function openDatabase(where: {
  databaseUrl: string | null
  dataDir: string
  databaseConnections: number
}): Promise<OpenDatabase> {
  return where.databaseUrl === null
    ? openEmbedded(where.dataDir)
    : openServer(where.databaseUrl, where.databaseConnections)
}

/** The embedded database in memory; lasts as long as the process. For tests. */
export async function openInMemory(): Promise<OpenDatabase> {
  const embedded = await startEmbedded(null)
  const db: Db = new Kysely<Tables>({ dialect: embeddedDialect(embedded) })
  return { db, kind: 'embedded', close: () => db.destroy() }
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const lock = await lockDirectory(dataDir)
  const embedded = await startEmbedded(path.join(dataDir, 'database')).catch(async (error: Error) => {
    await lock.release()
    throw new DamagedDatabase(path.join(dataDir, 'database'), error)
  })
  const db: Db = new Kysely<Tables>({ dialect: embeddedDialect(embedded) })
  const close = async () => {
    await db.destroy()
    await lock.release()
  }
  return { db, kind: 'embedded', close }
}

function openServer(databaseUrl: string, connections: number): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 10_000,
    // A page may never wait longer than this for the database.
    options: '-c statement_timeout=30000 -c search_path=public',
    types: { getTypeParser: (oid, format) => readers[oid] ?? pg.types.getTypeParser(oid, format) },
  })
  // A connection that breaks while idle is replaced by the pool; the next query tells if the server is gone.
  pool.on('error', () => {})
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, kind: 'server', close: () => db.destroy() }
}
