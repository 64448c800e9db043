import net from 'node:net'
import type { Load, Loaded } from './load.ts'

/**
 * Sends requests over connections that stay open, one after the other on each, and times the answers. A process of its own, so that it takes no time
 * from what it measures; over plain sockets, so that it takes little from the processor.
 */
const known = new Map<string, { requests: Buffer[]; next: number }>()

process.on('message', (load: Load) => {
  if (load.requests)
    known.set(load.name, { requests: load.requests.map((text) => Buffer.from(text)), next: 0 })
  void run(load).then((loaded) => process.send?.(loaded))
})

async function run({ name, port, connections, seconds }: Load): Promise<Loaded> {
  const sent = known.get(name)
  if (!sent) throw new Error(`nothing to send for ${name}`)
  const times: number[] = []
  const failures = new Map<number, number>()
  const began = performance.now()
  const end = began + seconds * 1000
  let bytes = 0
  const one = async () => {
    const line = await connect(port)
    for (let now = performance.now(); now < end;) {
      const answer = await line.ask(sent.requests[sent.next++ % sent.requests.length]!)
      const done = performance.now()
      times.push(done - now)
      bytes += answer.bytes
      if (answer.status >= 400) failures.set(answer.status, (failures.get(answer.status) ?? 0) + 1)
      now = done
    }
    line.close()
  }
  await Promise.all(Array.from({ length: connections }, one))
  const took = (performance.now() - began) / 1000
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    answers: times.length,
    perSecond: times.length / took,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytesEach: bytes / Math.max(times.length, 1),
    failures: [...failures],
  }
}

type Answer = { status: number; bytes: number }

type Line = { ask: (request: Buffer) => Promise<Answer>; close: () => void }

/** A connection; answers are told apart by their length, or by the last piece of what comes in pieces. */
async function connect(port: number): Promise<Line> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  let head: { status: number; length: number | null } | null = null
  let begun: Buffer = Buffer.alloc(0)
  let got = 0
  let tail = ''
  const finish = (status: number) => {
    const asked = waiting
    const answer = { status, bytes: got }
    ;[waiting, head, got, tail] = [null, null, 0, '']
    asked?.resolve(answer)
  }
  socket.on('data', (chunk: Buffer) => {
    let body = chunk
    if (head === null) {
      begun = begun.length === 0 ? chunk : Buffer.concat([begun, chunk])
      const end = begun.indexOf('\r\n\r\n')
      if (end < 0) return
      head = headOf(begun.toString('latin1', 0, end))
      body = begun.subarray(end + 4)
      begun = Buffer.alloc(0)
    }
    got += body.length
    if (head.length !== null) {
      if (got >= head.length) finish(head.status)
      return
    }
    tail = (tail + body.toString('latin1', Math.max(0, body.length - 5))).slice(-5)
    if (tail === '0\r\n\r\n') finish(head.status)
  })
  const fail = () => waiting?.reject(new Error('the server closed the connection'))
  socket.on('close', fail).on('error', fail)
  const ask = (request: Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject }
      socket.write(request)
    })
  return { ask, close: () => socket.destroy() }
}

function headOf(text: string): { status: number; length: number | null } {
  const status = Number(text.slice(9, 12))
  if (status === 304 || status === 204) return { status, length: 0 }
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
  return { status, length: length === undefined ? null : Number(length) }
}
