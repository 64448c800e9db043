import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles, durableStartParameters } from './durable-files.ts'

/**
 * The embedded database lives in this thread, so that a slow query never holds up the web server. What comes in and goes out are
 * messages of PostgreSQL's protocol, as over a socket; an empty message says that the database is open.
 */
const port = parentPort
if (!port) throw new Error('the embedded database runs in a worker thread')

const { folder } = workerData as { folder: string | null }
const database = await PGlite.create(
  folder === null ? {} : { fs: new DurableFiles(folder), startParams: durableStartParameters() },
)
port.postMessage(new Uint8Array())

let last: Promise<void> = Promise.resolve()
port.on('message', (message: Uint8Array | 'close') => {
  last = last.then(() => (message === 'close' ? close() : answer(message)))
})

async function close() {
  await database.close()
  process.exit(0)
}

async function answer(message: Uint8Array) {
  const parts: Uint8Array[] = []
  // What comes is a view of the database's memory, which it uses again.
  await database.execProtocolRawStream(message, { onRawData: (bytes) => parts.push(bytes.slice()) })
  const bytes = new Uint8Array(Buffer.concat(parts))
  port?.postMessage(bytes, [bytes.buffer])
}
