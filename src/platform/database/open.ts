import path from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { lockDirectory } from './directory-lock.ts'
import { isDirect, keepPlans } from './kept-plans.ts'
import { startEmbedded, type EmbeddedDatabase } from './embedded.ts'
import { answerOnItsOwn } from './own-answers.ts'
import { ServerDatabase } from './server-database.ts'
import type { Db } from './tables.ts'

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
  execute: Execute
  close: () => Promise<void>
}

/** Runs SQL that another library has written, several statements at once too; resolves to the rows of all of them. */
export type Execute = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>

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
  return overEmbedded(await startEmbedded(null))
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const lock = await lockDirectory(dataDir)
  const embedded = await startEmbedded(path.join(dataDir, 'database')).catch(async (error: Error) => {
    await lock.release()
    throw new DamagedDatabase(path.join(dataDir, 'database'), error)
  })
  const opened = overEmbedded(embedded)
  const close = async () => {
    await opened.close()
    await lock.release()
  }
  return { ...opened, close }
}

function overEmbedded(embedded: EmbeddedDatabase): OpenDatabase {
  // One connection, handed out in turn, however long that takes.
  const user = { user: 'postgres', database: 'postgres', ssl: false }
  const pool = poolOf({
    ...user,
    stream: embedded.connect,
    max: 1,
    idleTimeoutMillis: 0,
    onConnect: (client) => {
      answerOnItsOwn(client)
      keepPlans(client)
    },
  })
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const close = async () => {
    await closePool(db, pool)
    await embedded.close()
  }
  return { db, kind: 'embedded', execute: executeOn(pool), close }
}

function openServer(databaseUrl: string, connections: number): OpenDatabase {
  const pool = poolOf({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 10_000,
    // A page may never wait longer than this for the database. Compiling a plan takes longer than any of our questions.
    options: '-c statement_timeout=30000 -c search_path=public -c jit=off',
    // oxlint-disable-next-line no-misused-promises -- The pool waits for it, which the types of the package leave out.
    onConnect: async (client) => {
      answerOnItsOwn(client)
      if (await isDirect(client)) keepPlans(client)
    },
  })
  const db: Db = new ServerDatabase({ dialect: new PostgresDialect({ pool }) })
  return { db, kind: 'server', execute: executeOn(pool), close: () => closePool(db, pool) }
}

function poolOf(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...settings,
    types: { getTypeParser: (oid, format) => readers[oid] ?? pg.types.getTypeParser(oid, format) },
  })
  // A connection that breaks while idle is replaced by the pool; the next query tells if the database is gone.
  pool.on('error', () => {})
  return pool
}

async function closePool(db: Db, pool: pg.Pool) {
  await db.destroy()
  // Kysely leaves a pool alone that it has never used.
  if (!pool.ending) await pool.end()
}

const executeOn =
  (pool: pg.Pool): Execute =>
  async (text, values) => {
    const client = await pool.connect()
    try {
      // Several statements at once give an array of results, which the types of the package leave out.
      const results: pg.QueryResult<Row> | pg.QueryResult<Row>[] = await client.query<Row>(text, values)
      return { rows: [results].flat().flatMap(({ rows }) => rows) }
    } catch (error) {
      // A failure between `begin` and `commit` must not leave its transaction to whoever gets the connection next. A
      // connection that cannot roll back is broken; the failure before it is what is told.
      await client.query('rollback').catch(() => null)
      throw error
    } finally {
      client.release()
    }
  }

type Row = Record<string, unknown>
