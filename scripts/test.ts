import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { divideTests } from './divide-tests.ts'
import { startPostgres } from './postgres-server.ts'
import { prepareMachine, type Machine } from './prepare-machine.ts'

/**
 * `npm test`: first what is quick, all at once, then the long steps, four beside each other as long as there are any; each step
 * with its time. After a failure no further step begins. `npm test -- processes` runs only the steps whose name begins so.
 */
type Step = { name: string; run: (machine: Machine) => Promise<boolean> }

const inOneProcess = ['src/**/*.test.ts', 'register/**/*.test.ts', 'test/*.test.ts', 'test/corpus/*.test.ts']
const { withoutDatabase, suite } = divideTests(inOneProcess)
// One that comes to know a server all the same fails here rather than miss the other database.
const noDatabase = { TEST_DATABASE_URL: 'postgres://127.0.0.1:1/none' }
// What survives a failure of the power is none of the suite's questions; the processes that are killed write to disk.
const unsafe = ['fsync=off', 'full_page_writes=off']
/** Both halves of the suite cost the processor about the same; each is a process with a database of its own. */
const half = suite.filter((_, place) => place % 2 === 0)
const otherHalf = suite.filter((_, place) => place % 2 === 1)
const killed = fs.globSync('test/processes/*kill*.test.ts')
const started = fs.globSync('test/processes/*.test.ts', { exclude: killed })
const everyPage = ['test/journeys/every-page.test.ts']
const stories = fs.globSync('test/journeys/*.test.ts', { exclude: everyPage })
/** No clock is watched there: it takes what the others leave of the processor, and they hardly notice it. */
const patient = new Set(['every page'])
const cache = path.join(import.meta.dirname, '../.cache')
/** Node keeps compiled sources here: the tests start the program some sixty times. */
const compiled = path.join(cache, 'compiled')
/** Files that have not changed since they were last found right are not read again. */
const remembered = [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  path.join(cache, 'prettier'),
]

const quick: Step[] = [
  { name: 'types', run: () => command('tsc', '--noEmit', '-p', '.') },
  { name: 'lint', run: () => command('oxlint', '--type-aware') },
  { name: 'format', run: () => command('prettier', '--check', '--log-level', 'warn', ...remembered, '.') },
]

/** The longest first, so that no lane is left alone; what waits much stands beside what computes much. */
const long: Step[] = [
  {
    name: 'journeys in a browser: every page',
    run: (machine) => tests(everyPage, { RUN: 'every page', CHROMIUM: machine.chromium }),
  },
  {
    name: 'processes: kill',
    run: (machine) => onServer(machine, killed, 'kill'),
  },
  {
    name: 'suite on a PostgreSQL server, one half',
    run: (machine) => onServer(machine, half, 'server', unsafe),
  },
  { name: 'suite on the embedded database, one half', run: () => tests(half, { RUN: 'embedded' }) },
  {
    name: 'journeys in a browser: stories',
    run: (machine) => tests(stories, { RUN: 'stories', CHROMIUM: machine.chromium }),
  },
  {
    name: 'suite on a PostgreSQL server, the other half',
    run: (machine) => onServer(machine, otherHalf, 'server', unsafe),
  },
  {
    name: 'suite on the embedded database, the other half',
    run: () => tests(otherHalf, { RUN: 'embedded' }),
  },
  {
    name: 'processes: start and stop',
    run: (machine) => onServer(machine, started, 'processes'),
  },
  {
    name: 'parser, and all else that knows no database',
    run: () => tests(withoutDatabase, { RUN: 'parser', ...noDatabase }),
  },
]

const wanted = process.argv.slice(2)
const machine = prepareMachine()
let hasFailed = false
await Promise.all(quick.map((step) => inTurn([step])))
// They wait for the disk, the browser, the clock: three leave a fifth of two processors idle, which the patient one takes. With
// four that are not, what is measured in milliseconds or meant to happen at once no longer does.
await Promise.all([inTurn(long), inTurn(long), inTurn(long), inTurn(long)])
if (hasFailed) process.exit(1)
console.log('\nEverything passed.')

/** Takes one step after the other, as long as any is left. */
async function inTurn(steps: Step[]): Promise<void> {
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const { name, run } = step
    if (hasFailed || !(wanted.length === 0 || wanted.some((word) => name.startsWith(word)))) continue
    const began = Date.now()
    console.log(`\n== ${name}`)
    const passed = await run(machine)
    hasFailed ||= !passed
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} after ${seconds} s`)
  }
}

async function command(name: string, ...words: string[]): Promise<boolean> {
  const [code] = await once(spawn(name, words, { stdio: 'inherit' }), 'close')
  return code === 0
}

/** One process for all files, so that one database serves the whole suite. `RUN` names it in what the reporter prints. */
async function tests(files: string[], env: { RUN: string } & Record<string, string>): Promise<boolean> {
  const words = ['--test', '--test-isolation=none', '--test-reporter=./scripts/short-reporter.ts', ...files]
  const always = { NODE_ENV: 'test', NODE_COMPILE_CACHE: compiled }
  const options = { stdio: 'inherit', env: { ...process.env, ...env, ...always } } as const
  const child = spawn(process.execPath, words, options)
  if (patient.has(env.RUN) && child.pid !== undefined) os.setPriority(child.pid, 5)
  const [code] = await once(child, 'close')
  return code === 0
}

async function onServer(
  machine: Machine,
  files: string[],
  run: string,
  settings: string[] = [],
): Promise<boolean> {
  const server = await startPostgres(machine.postgresFolder, settings)
  try {
    return await tests(files, { RUN: run, TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}
