import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A program that serves, with the times that it has taken from the processor. */
export type Started = {
  address: string
  port: number
  /** Milliseconds from the start until it said where it listens. */
  listening: number
  pid: number
  stop: () => Promise<void>
}

/** Starts a program that prints its address, and waits for that. */
export async function start(command: string, words: string[], env: Record<string, string>): Promise<Started> {
  const began = performance.now()
  const child = spawn(command, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await addressOf(child, command)
  return {
    address,
    port: Number(new URL(address).port),
    listening: performance.now() - began,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

const addressOf = ({ stdout, ...child }: ChildProcess, command: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = ''
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      heard += text
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(heard)
      if (found) resolve(found[0])
    })
    stdout?.once('end', () => reject(new Error(`${command} stopped before it listened`)))
    void child
  })

/** Mebibytes of memory: now, and the most that there ever were. Null where the system does not tell. */
export function memoryOf(pid: number): { resident: number; most: number } | null {
  const status = read(`/proc/${pid}/status`)
  if (status === null) return null
  const kibibytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
  return { resident: kibibytes('VmRSS') / 1024, most: kibibytes('VmHWM') / 1024 }
}

// Linux counts in hundredths of a second.
const tickMilliseconds = 10

/** Milliseconds of the processor that a process has taken, its threads too. */
export function processorTime(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  if (stat === null) return 0
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMilliseconds
}

const quietShare = 0.1
const mostQuarterMinutes = 40

/** Waits until a process does little by itself: what it makes after its start, such as the downloads, is not what is measured. */
export async function untilQuiet(pid: number): Promise<void> {
  for (let times = 0; times < mostQuarterMinutes * 5; times += 1) {
    const before = processorTime(pid)
    await pause(3000)
    if (processorTime(pid) - before < 3000 * quietShare) return
  }
}

/** The processor's time of all processes of a database server, those that have ended since its start left out. */
export function processorTimeOfChildren(parent: number): number {
  const pids = fs.existsSync('/proc') ? fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []
  const children = pids.filter((pid) => {
    const stat = read(`/proc/${pid}/stat`)
    return stat !== null && Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
  })
  return children.reduce((sum, pid) => sum + processorTime(Number(pid)), 0)
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    // Another system than Linux, or a process that has ended meanwhile.
    return null
  }
}
