import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { after } from 'node:test'
import { root } from '../source-files.ts'

export type Ended = { code: number | null; out: string; err: string }

export type Running = {
  address: string
  /** What it has printed so far on standard output. */
  said: () => string
  signal: (signal: NodeJS.Signals) => void
  ended: Promise<Ended>
}

const command = path.join(root, 'bin/actionline')

/** Runs the command line to its end; `input` goes to its standard input. */
export async function run(
  words: string[],
  env: Record<string, string> = {},
  input?: Buffer | string,
): Promise<Ended> {
  const child = begin(words, env)
  child.stdin?.on('error', () => {})
  child.stdin?.end(input ?? '')
  return endOf(child, collect(child))
}

/** Starts the site and resolves when it has printed its address; rejects with what it said when it stopped before. */
export async function startProgram(env: Record<string, string>): Promise<Running> {
  const child = begin(['serve'], { PORT: '0', ...env })
  const heard = collect(child)
  const ended = endOf(child, heard)
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(heard.out)
      if (found) resolve(found[0])
    })
    void ended.then(({ out, err }) => reject(new Error(`the site stopped before it listened: ${out}${err}`)))
  })
  return { address, said: () => heard.out, signal: (signal) => child.kill(signal), ended }
}

const running = new Set<ChildProcess>()

// A test that fails may leave a program behind, for which the others would wait for ever.
after(() => running.forEach((child) => child.kill('SIGKILL')))

function begin(words: string[], env: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _, DATA_DIR: __, PORT: ___, HOST: ____, ...rest } = process.env
  const child = spawn(command, words, { env: { ...rest, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

function collect(child: ChildProcess) {
  const heard = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (heard.out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (heard.err += text))
  return heard
}

async function endOf(child: ChildProcess, heard: { out: string; err: string }): Promise<Ended> {
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...heard }
}
