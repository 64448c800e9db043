import { once } from 'node:events'
import fs from 'node:fs'
import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'

export type EmbeddedDatabase = {
  /** A connection to it, as a socket is one to a server. There is one at a time. */
  connect: () => Duplex
  close: () => Promise<void>
}

/** Starts the embedded database on a folder (null: in memory, for tests) and resolves when it answers. */
export async function startEmbedded(folder: string | null): Promise<EmbeddedDatabase> {
  if (folder !== null) fs.mkdirSync(folder, { recursive: true })
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder } })
  await once(worker, 'message')
  let isRunning = true
  worker.on('exit', () => (isRunning = false))
  // Every connection tells of it; without one there is nobody to tell.
  worker.on('error', () => {})
  return {
    connect: () => new Line(worker),
    close: async () => {
      if (!isRunning) return
      worker.postMessage('close')
      await once(worker, 'exit')
    },
  }
}

/** What `pg` takes for a socket: bytes of PostgreSQL's protocol to the thread that holds the database, and back. */
class Line extends Duplex {
  readonly #worker: Worker
  readonly #hear = (bytes: Uint8Array) => void this.push(bytes)
  readonly #fail = (error: Error) => void this.destroy(error)
  readonly #stop = () => void this.destroy(stopped())

  constructor(worker: Worker) {
    super()
    this.#worker = worker
    worker.on('message', this.#hear).on('error', this.#fail).on('exit', this.#stop)
  }

  connect() {
    // A thread that has stopped has no number any more.
    if (this.#worker.threadId === -1) this.destroy(stopped())
    else process.nextTick(() => this.emit('connect'))
  }

  setNoDelay() {}

  ref() {}

  override _read() {}

  override _write(bytes: Buffer, _encoding: string, done: () => void) {
    this.#send(bytes)
    done()
  }

  override _writev(parts: { chunk: Buffer }[], done: () => void) {
    this.#send(Buffer.concat(parts.map(({ chunk }) => chunk)))
    done()
  }

  override _final(done: () => void) {
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#worker.off('message', this.#hear).off('error', this.#fail).off('exit', this.#stop)
    done(error)
  }

  #send(bytes: Buffer) {
    // A copy of its own, which the thread takes over: what `pg` writes may be a part of a larger buffer.
    const own = new Uint8Array(bytes)
    this.#worker.postMessage(own, [own.buffer])
  }
}

const stopped = () => new Error('the embedded database has stopped')
