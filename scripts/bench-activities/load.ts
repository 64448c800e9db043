import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** What the load client is told. `requests`, as they go over the line, are kept under the name. */
export type Load = { name: string; port: number; connections: number; seconds: number; requests?: string[] }

/** Times in milliseconds. */
export type Loaded = {
  answers: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  bytesEach: number
  failures: [status: number, count: number][]
}

export type Loader = { run: (load: Load) => Promise<Loaded>; stop: () => void }

export function openLoader(): Loader {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'load-client.ts'), {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  let isOver = false
  child.once('exit', () => {
    if (!isOver) throw new Error('the load client has stopped')
  })
  const run = async (load: Load): Promise<Loaded> => {
    child.send(load)
    const [loaded] = (await once(child, 'message')) as [Loaded]
    return loaded
  }
  const stop = () => {
    isOver = true
    child.kill()
  }
  return { run, stop }
}

/** A request as it goes over the line. */
export function written(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): string {
  const length = method === 'GET' ? [] : [`content-length: ${Buffer.byteLength(body)}`]
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...length,
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}
