import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Question } from './write-process.ts'

const program = fileURLToPath(new URL('./write-process.ts', import.meta.url))

/** More than any paper takes; what takes longer is ended. */
const mostMilliseconds = 120_000

/** Writes a paper in a process of its own, which knows no address and no password of the site: it takes no turns from readers. */
export function writtenApart(
  question: Question,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array } | { fault: 'heavy' }> {
  const child = fork(program, [], {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=1024'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(mostMilliseconds)])
  return new Promise<{ bytes: Uint8Array } | { fault: 'heavy' }>((resolve, reject) => {
    bounded.addEventListener('abort', () =>
      signal.aborted ? reject(signal.reason) : resolve({ fault: 'heavy' }),
    )
    child.once('message', (bytes: Uint8Array) => resolve({ bytes }))
    child.once('error', reject)
    child.once('close', () => reject(new Error(`the process that writes papers has failed: ${said}`)))
    child.send(question)
  }).finally(() => child.kill('SIGKILL'))
}
