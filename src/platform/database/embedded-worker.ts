import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles, durableStartParameters } from './durable-files.ts'

/** The embedded database lives in this thread, so that a slow query never holds up the web server. */
export type Question = { id: number; sql: string; parameters: readonly unknown[] }
export type Answer =
  | { id: number; rows: Record<string, unknown>[]; affectedRows: number | null }
  | {
      id: number
      error: { message: string; code: string | null; constraint: string | null; detail: string | null }
    }

const port = parentPort
if (!port) throw new Error('the embedded database runs in a worker thread')

const { folder } = workerData as { folder: string | null }
// Type numbers of PostgreSQL: counts come as numbers, dates as 'YYYY-MM-DD', the same from both databases.
const bigint = 20
const date = 1082
const bytea = 17
const database = await PGlite.create({
  ...(folder === null ? {} : { fs: new DurableFiles(folder), startParams: durableStartParameters() }),
  parsers: {
    [bigint]: Number,
    [date]: (text) => text,
    [bytea]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  },
  // The library writes bytes one by one, which holds everybody up for many seconds when a large file comes.
  serializers: { [bytea]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}` },
})
port.postMessage('ready')

port.on('message', (question: Question | 'close') => {
  void (question === 'close' ? close() : answer(question).then((given) => port.postMessage(given)))
})

async function close() {
  await database.close()
  process.exit(0)
}

async function answer({ id, sql, parameters }: Question): Promise<Answer> {
  try {
    // Without parameters the simple protocol is used, which takes several statements at once (migrations).
    if (parameters.length === 0) {
      const results = await database.exec(sql)
      const rows = results.flatMap((result) => result.rows)
      return { id, rows, affectedRows: results.at(-1)?.affectedRows ?? null }
    }
    const result = await database.query<Record<string, unknown>>(sql, [...parameters])
    return { id, rows: result.rows, affectedRows: result.affectedRows ?? null }
  } catch (error) {
    // Anything the database refuses goes back to whoever asked; it is thrown again on the other side.
    const refusal = error as { message: string; code?: string; constraint?: string; detail?: string }
    const { message, code = null, constraint = null, detail = null } = refusal
    return { id, error: { message, code, constraint, detail } }
  }
}
