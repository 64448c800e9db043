import { once } from 'node:events'
import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Answer, Question } from './embedded-worker.ts'

/** What the database refused, with the same fields as errors of the `pg` package. */
export class DatabaseError extends Error {
  readonly code: string | null
  readonly constraint: string | null
  readonly detail: string | null

  constructor(refusal: {
    message: string
    code: string | null
    constraint: string | null
    detail: string | null
  }) {
    super(refusal.message)
    this.name = 'DatabaseError'
    this.code = refusal.code
    this.constraint = refusal.constraint
    this.detail = refusal.detail
  }
}

/** Starts the embedded database on a folder (null: in memory, for tests) and resolves when it answers. */
export async function startEmbedded(folder: string | null): Promise<EmbeddedDatabase> {
  if (folder !== null) fs.mkdirSync(folder, { recursive: true })
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder } })
  await once(worker, 'message')
  return new EmbeddedDatabase(worker)
}

/** One connection to the thread that holds the database. */
export class EmbeddedDatabase {
  readonly #worker: Worker
  readonly #open = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  #last = 0
  #stopped: Error | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (answer: Answer) => {
      this.#open.get(answer.id)?.resolve(answer)
      this.#open.delete(answer.id)
    })
    worker.on('error', (error) => this.#stop(error as Error))
    worker.on('exit', () => this.#stop(new Error('the embedded database has stopped')))
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<QueryResult<Record<string, unknown>>> {
    if (this.#stopped) throw this.#stopped
    const id = ++this.#last
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#open.set(id, { resolve, reject })
      this.#worker.postMessage({ id, sql, parameters } satisfies Question)
    })
    if ('error' in answer) throw new DatabaseError(answer.error)
    return {
      rows: answer.rows,
      numAffectedRows: answer.affectedRows === null ? undefined : BigInt(answer.affectedRows),
    }
  }

  async close() {
    const stopped = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.postMessage('close')
    await stopped
  }

  #stop(error: Error) {
    this.#stopped ??= error
    for (const question of this.#open.values()) question.reject(error)
    this.#open.clear()
  }
}

/** Kysely on the embedded database: one connection, handed out in turn, so that transactions never mix. */
export function embeddedDialect(database: EmbeddedDatabase): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new EmbeddedDriver(database),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class EmbeddedDriver implements Driver {
  readonly #database: EmbeddedDatabase
  #last: Promise<void> = Promise.resolve()
  readonly #releases = new WeakMap<DatabaseConnection, () => void>()

  constructor(database: EmbeddedDatabase) {
    this.#database = database
  }

  async init() {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    let release = () => {}
    this.#last = new Promise((resolve) => (release = resolve))
    await before
    const connection = new EmbeddedConnection(this.#database)
    this.#releases.set(connection, release)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection) {
    this.#releases.get(connection)?.()
  }

  async beginTransaction() {
    await this.#database.query('begin', [])
  }

  async commitTransaction() {
    await this.#database.query('commit', [])
  }

  async rollbackTransaction() {
    await this.#database.query('rollback', [])
  }

  async destroy() {
    await this.#database.close()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #database: EmbeddedDatabase

  constructor(database: EmbeddedDatabase) {
    this.#database = database
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return (await this.#database.query(query.sql, query.parameters)) as QueryResult<Row>
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }
}
