import { setTimeout as pause } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { Execute, OpenDatabase } from '../database/open.ts'
import { activeJobs } from './job-queries.ts'
import { lookSeconds, policyOf, rhythm, schema } from './rhythm.ts'

/** Something that happens by itself. */
export type Job = {
  /** 'minute hour day month weekday' in Universal Time; null: only when it is woken. */
  cron: string | null
  /** 'one': never twice at the same time, however many processes share the database. 'each': every process may take part. */
  at: 'one' | 'each'
  /** What takes longer is ended and tried again; 15 where nothing else is said. */
  mostMinutes?: number
  /** What is thrown is logged, and the job is tried again, three times at most. */
  run: (run: Run) => Promise<void>
}

export type Run = {
  /** Begin nothing new when this says so. */
  isStopping: () => boolean
  /** Aborted when the time is up: leave everything as it is. */
  signal: AbortSignal
}

export type Jobs = {
  /** Declares a job; before `start`. */
  define: (name: string, job: Job) => void
  start: () => Promise<void>
  /** Lets running jobs finish for so long; what has not finished then is put back and runs again later. */
  stop: (seconds: number) => Promise<void>
  /** Has a job run at once in this process; several calls in a moment are one. */
  wake: (name: string) => void
}

type Parts = {
  database: Pick<OpenDatabase, 'kind' | 'execute'>
  log: (line: Record<string, unknown>) => void
}

/** The runner of jobs over our own database connection; its tables live in a schema of their own. */
export const openJobs = (parts: Parts): Jobs => new JobRunner(parts)

class JobRunner implements Jobs {
  readonly #kind: OpenDatabase['kind']
  readonly #execute: Execute
  readonly #log: Parts['log']
  readonly #jobs = new Map<string, Job>()
  /** Ids of the workers of this process, by job. */
  readonly #workers = new Map<string, string>()
  readonly #waking = new Map<string, 'once' | 'again'>()
  readonly #running = new Set<Promise<void>>()
  readonly #timeIsUp = new AbortController()
  #isStopping = false
  #boss: PgBoss | null = null

  constructor({ database, log }: Parts) {
    this.#kind = database.kind
    this.#execute = database.execute
    this.#log = log
  }

  define = (name: string, job: Job) => {
    if (this.#jobs.has(name)) throw new Error(`two jobs are called ${name}`)
    this.#jobs.set(name, job)
  }

  start = async () => {
    // Read only here: nobody who runs no jobs waits for the library.
    const library = await import('pg-boss')
    const boss = new library.PgBoss({ db: { executeSql: this.#execute }, schema, ...rhythm(this.#kind) })
    boss.on('error', (error) => this.#complain('error', error.message))
    boss.on('warning', ({ message }) => this.#complain('warning', message))
    await boss.start()
    if (this.#kind === 'embedded') await this.#putBackInterrupted(boss)
    for (const [name, job] of this.#jobs) await this.#take(boss, name, job)
    await this.#unscheduleUnknown(boss)
    this.#boss = boss
  }

  stop = async (seconds: number) => {
    const boss = this.#boss
    if (!boss) return
    this.#boss = null
    this.#isStopping = true
    const finished = Promise.all([...this.#jobs.keys()].map((name) => boss.offWork(name, { wait: true })))
    await within(seconds * 1000, finished)
    this.#timeIsUp.abort()
    await within(mostGiveUpMilliseconds, Promise.all(this.#running))
    await boss.stop({ close: false, graceful: true, timeout: mostGiveUpMilliseconds })
  }

  wake = (name: string) => {
    if (!this.#jobs.has(name)) throw new Error(`no job is called ${name}`)
    const boss = this.#boss
    if (!boss) return
    // What was committed while the last call was on its way may have come too late for it.
    if (this.#waking.has(name)) return void this.#waking.set(name, 'again')
    this.#waking.set(name, 'once')
    void this.#ring(boss, name)
  }

  async #ring(boss: PgBoss, name: string): Promise<void> {
    try {
      await boss.send(name)
      boss.notifyWorker(this.#workers.get(name) ?? '')
    } catch (error) {
      // Whoever wakes a job has done their own work and must not fail by it; the job has its schedule.
      this.#complain('error', (error as Error).message)
    }
    // A crowd of changes wakes it once in a while, and the last of them is not passed over.
    await pause(betweenCallsMilliseconds, undefined, { ref: false })
    const wasWokenAgain = this.#waking.get(name) === 'again'
    this.#waking.delete(name)
    if (wasWokenAgain && this.#boss) this.wake(name)
  }

  /** The embedded database has one process, so what was running when this one started was interrupted. */
  async #putBackInterrupted(boss: PgBoss) {
    for (const { name, ids } of await activeJobs(this.#execute)) await boss.fail(name, ids)
  }

  async #take(boss: PgBoss, name: string, job: Job) {
    await boss.createQueue(name, policyOf(job))
    await (job.cron === null
      ? boss.unschedule(name)
      : boss.schedule(name, job.cron, null, { missed: 'once' }))
    const seldom = { pollingIntervalSeconds: lookSeconds[this.#kind] }
    const worker = await boss.work(name, seldom, ([call]) => this.#run(name, job, call?.signal))
    this.#workers.set(name, worker)
  }

  async #unscheduleUnknown(boss: PgBoss) {
    for (const { name } of await boss.getSchedules()) if (!this.#jobs.has(name)) await boss.unschedule(name)
  }

  async #run(name: string, job: Job, expired: AbortSignal | undefined) {
    const signal = AbortSignal.any([this.#timeIsUp.signal, ...(expired ? [expired] : [])])
    const run = job.run({ isStopping: () => this.#isStopping || signal.aborted, signal })
    this.#running.add(run)
    try {
      await run
    } catch (error) {
      this.#log({ level: 'error', job: name, error: (error as Error).stack ?? String(error) })
      throw error
    } finally {
      this.#running.delete(run)
    }
  }

  #complain(level: 'error' | 'warning', sentence: string) {
    this.#log({ level, jobs: sentence })
  }
}

const betweenCallsMilliseconds = 250

// How long a job gets to notice that its time is up.
const mostGiveUpMilliseconds = 1000

async function within(milliseconds: number, finished: Promise<unknown>) {
  let timer
  const timeIsUp = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)))
  // A run that fails is logged where it runs.
  await Promise.race([finished.catch(() => null), timeIsUp])
  clearTimeout(timer)
}
