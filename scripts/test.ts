import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { startPostgres } from './postgres-server.ts'
import { prepareMachine, type Machine } from './prepare-machine.ts'

/**
 * `npm test`: every step in order, each with its time, stopping at the first failure.
 * `npm test -- rules` runs only the steps whose name begins so.
 */
type Step = { name: string; run: (machine: Machine) => Promise<boolean> | boolean }

// The parser knows no database, so its tests need not be run again on another one.
const parser = ['src/parser/**/*.test.ts', 'test/corpus/*.test.ts']
const suite = [
  'src/platform/**/*.test.ts',
  'src/modules/**/*.test.ts',
  'register/**/*.test.ts',
  'test/*.test.ts',
]
const processes = ['test/processes/*.test.ts']
const journeys = ['test/journeys/*.test.ts']

const steps: Step[] = [
  { name: 'types', run: () => command('tsc', '--noEmit', '-p', '.') },
  { name: 'lint', run: () => command('oxlint', '--type-aware') },
  { name: 'format', run: () => command('prettier', '--check', '--log-level', 'warn', '.') },
  {
    name: 'suite on the embedded database and on a PostgreSQL server, and the parser',
    run: (machine) =>
      both(
        tests(suite, { RUN: 'embedded' }),
        onServer(machine, suite, 'server').then(
          async (passed) => (await tests(parser, { RUN: 'parser' })) && passed,
        ),
      ),
  },
  { name: 'processes: start, stop, kill', run: (machine) => onServer(machine, processes, 'processes') },
  {
    name: 'journeys in a browser',
    run: (machine) => tests(journeys, { RUN: 'journeys', CHROMIUM: machine.chromium }),
  },
]

const wanted = process.argv.slice(2)
const machine = prepareMachine()
for (const { name, run } of steps.filter(
  (step) => wanted.length === 0 || wanted.some((word) => step.name.startsWith(word)),
)) {
  const began = Date.now()
  console.log(`\n== ${name}`)
  const passed = await run(machine)
  console.log(
    `== ${name}: ${passed ? 'passed' : 'FAILED'} after ${((Date.now() - began) / 1000).toFixed(1)} s`,
  )
  if (!passed) process.exit(1)
}
console.log('\nEverything passed.')

function command(name: string, ...words: string[]): boolean {
  return spawnSync(name, words, { stdio: 'inherit' }).status === 0
}

/** Runs that share nothing go on beside each other, one on each core. */
async function both(...runs: Promise<boolean>[]): Promise<boolean> {
  return (await Promise.all(runs)).every((passed) => passed)
}

/** One process for all files, so that one database serves the whole suite. `RUN` names it in what the reporter prints. */
async function tests(files: string[], env: { RUN: string } & Record<string, string>): Promise<boolean> {
  const words = ['--test', '--test-isolation=none', '--test-reporter=./scripts/short-reporter.ts', ...files]
  const options = { stdio: 'inherit', env: { ...process.env, ...env, NODE_ENV: 'test' } } as const
  const [code] = await once(spawn(process.execPath, words, options), 'close')
  return code === 0
}

async function onServer(machine: Machine, files: string[], run: string): Promise<boolean> {
  const server = await startPostgres(machine.postgresFolder)
  try {
    return await tests(files, { RUN: run, TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}
