import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import { readSettings } from '#platform/settings.ts'
import type { Asked, Database } from './asked.ts'
import { fillRegister } from './fill-register.ts'
import { fetched } from './fetched.ts'
import { csvOf, type ImportTimes } from './import-file.ts'
import type { Codes, Inventor } from './invented-entries.ts'
import type { Loader } from './load.ts'
import { measure, type Bench, type Measured } from './measure.ts'
import type { Memory, Outcome } from './outcome.ts'
import { copyPlain, readAll } from './plain-exchange.ts'
import { withClient } from './plain-tables.ts'
import { questions, writes, type Question } from './questions.ts'
import { memoryOf, start, untilQuiet, type Started } from './started.ts'
import { tellHeads, tellMeasured } from './tell.ts'
import { unchanged } from './unchanged.ts'
import { untilFound } from './until-found.ts'

const root = path.join(import.meta.dirname, '../..')
/** As `bin/actionline` starts it: a site enters files in the process that serves. */
const nodeWords = [
  ...['--max-semi-space-size=16', '--heap-growing-percent=100'],
  '--disable-warning=ExperimentalWarning',
]
const nodeSettings = {
  ...{ MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '262144' },
  ...{ MALLOC_TRIM_THRESHOLD_: '262144' },
}

export type Ground = {
  asked: Asked
  database: Database
  /** What the settings of the site say of its database. */
  environment: Record<string, string>
  folder: string
  invent: Inventor
  codes: Codes
  organizations: number
  loader: Loader
  plain: Started
  plainUrl: string
  postgres: number
}

/** Fills a database, starts the site on it as `npm start` does, and measures all that was asked for. */
export async function benchDatabase(ground: Ground): Promise<Outcome> {
  const { asked, database, environment, invent, organizations } = ground
  step(`filling ${database}`)
  const { token, ...filled } = await withDatabase(environment, ({ db }) =>
    fillRegister(db, { size: asked.size, organizations, invent }),
  )
  const site = await startSite(environment)
  try {
    const answering = await firstAnswer(site)
    const started = { listening: site.listening, answering, memory: memoryOf(site.pid) }
    step('waiting for the jobs of the start')
    await untilQuiet(site.pid)
    const measured = await measureAll(ground, site, token)
    const exported = isWanted(asked, 'export') ? await exportAll(ground, site) : null
    const found =
      database === 'server' && isWanted(asked, 'found') ? await untilEachIsFound(ground, site) : null
    const memory = memoryOf(site.pid)
    await site.stop()
    const imported = isWanted(asked, 'import') ? await importAll(ground) : null
    return { database, size: asked.size, filled, started, measured, exported, found, imported, memory }
  } finally {
    await site.stop()
  }
}

/** Whoever waits for a long run sees where it is. */
const step = (name: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${name}`)

export const isWanted = ({ only }: Asked, name: string): boolean =>
  only.length === 0 || only.some((beginning) => name.startsWith(beginning))

async function withDatabase<Result>(
  environment: Record<string, string>,
  act: (opened: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const opened = await openDatabase(readSettings(environment, root))
  try {
    return await act(opened)
  } finally {
    await opened.close()
  }
}

const startSite = (environment: Record<string, string>): Promise<Started> =>
  start(path.join(root, 'bin/actionline'), ['serve'], {
    ...environment,
    NODE_ENV: 'production',
    PORT: '0',
    REQUESTS_PER_MINUTE: '1000000',
  })

/** Milliseconds from the start of the process until it has answered with entries. */
async function firstAnswer({ address, listening }: Started): Promise<number> {
  const began = performance.now()
  const { text } = await fetched(`${address}/api/v1/activities?facets=none&page-size=1`)
  if ((JSON.parse(text) as { total: number }).total === 0) throw new Error('the site has no entries')
  return listening + performance.now() - began
}

async function measureAll(ground: Ground, site: Started, token: string): Promise<Measured[]> {
  const { asked, invent, codes, postgres, database, loader, plain } = ground
  const asking = { invent, codes, token, size: asked.size, count: asked.size < 5000 ? 4000 : 20_000 }
  const bare = await start(process.execPath, [path.join(root, 'scripts/bench-bare-server.ts')], {
    BENCH_SITE: site.address,
  })
  const ofSite = { port: site.port, pid: site.pid, postgres: database === 'server' ? postgres : null }
  const bench = { loader, seconds: asked.seconds, rounds: asked.seconds >= 1 ? 3 : 1, site: ofSite }
  const ofPlain = { port: plain.port, pid: plain.pid, postgres }
  const measured: Measured[] = []
  tellHeads(asked.size, database)
  const measureEach = async (all: Question[], against: Bench['plain']) => {
    for (const question of all.filter(({ name }) => isWanted(asked, name))) {
      step(question.name)
      const one = await measure({ ...bench, plain: against }, question)
      tellMeasured(one)
      measured.push(one)
    }
  }
  try {
    await measureEach(questions(asking), ofPlain)
    const same = await unchanged(site.address, invent(0).id)
    await measureEach(same, { port: bare.port, pid: bare.pid, postgres: null })
    await measureEach(writes(asking), ofPlain)
    return measured
  } finally {
    await bare.stop()
  }
}

/** Both send everything that is public, in the shape in which it comes in again; the plain server as it has it. */
async function exportAll({ plain }: Ground, site: Started): Promise<Outcome['exported']> {
  step('export')
  const theirs = await readAll(`${plain.address}/export`)
  const ours = await readAll(`${site.address}/en/activities/export.jsonl`)
  return { site: ours, plain: theirs, memory: memoryOf(site.pid) }
}

const untilEachIsFound = (ground: Ground, site: Started): Promise<number[]> => {
  const entries = Array.from({ length: 5 }, (_, place) => ground.invent(9 * ground.asked.size + place))
  return withDatabase(ground.environment, ({ db }) => untilFound(db, site.address, entries))
}

const mostImported = 20_000

/** In a process of its own, so that its memory is told apart. */
async function importAll({
  asked,
  environment,
  folder,
  invent,
  plainUrl,
}: Ground): Promise<Outcome['imported']> {
  step('import')
  const rows = Math.min(asked.size, mostImported)
  const entries = Array.from({ length: rows }, (_, place) => invent(4 * asked.size + place))
  const file = path.join(folder, 'entries.csv')
  fs.writeFileSync(file, await withDatabase(environment, ({ db }) => csvOf(db, entries)))
  const seconds = await withClient(plainUrl, (client) => copyPlain(client, folder, entries))
  const words = [...nodeWords, path.join(import.meta.dirname, 'import-file.ts'), file, String(rows)]
  const env = { ...nodeSettings, ...process.env, ...environment, NODE_ENV: 'production' }
  const { stdout } = await promisify(execFile)(process.execPath, words, { env })
  const times = JSON.parse(stdout) as ImportTimes & { memory: Memory }
  const perSecond = rows / (times.looked + times.entered + times.found)
  return { ...times, perSecond, plainPerSecond: rows / seconds }
}
