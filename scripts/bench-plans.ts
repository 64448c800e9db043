import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '#platform/database/open.ts'
import { withClient } from './bench-activities/plain-tables.ts'
import { askedIn, type Asked, type Database } from './bench-plans/asked.ts'
import { measure, type Bench, type Measured } from './bench-plans/measure.ts'
import { fillCase, openCase, type Case } from './bench-plans/one-case.ts'
import { questionsOf } from './bench-plans/questions.ts'
import { tellHeads, tellMeasured, tellSum } from './bench-plans/tell.ts'
import type { Size } from './bench-plans/invented-plans.ts'
import { startPostgres } from './postgres-server.ts'
import { prepareMachine } from './prepare-machine.ts'

/**
 * `npm run bench:plans`: how much longer each page of plans and of the Matrix takes with 18 road maps, 2,000 items and 20,000 reports
 * than with three road maps as the examples are, all in one run. `--database server` or `embedded` leaves the other out, `--rounds 7`
 * asks so often, `--only /en/task-force` measures what begins so (may stand several times), `--json FILE` writes all of it.
 */
const sizes: Record<'small' | 'large', Size> = {
  small: { plans: 3, items: 51, reports: 80, periods: 4 },
  large: { plans: 18, items: 2000, reports: 20_000, periods: 20 },
}

const asked = askedIn(process.argv.slice(2))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-bench-'))
const closing: (() => unknown)[] = [() => fs.rmSync(folder, { recursive: true, force: true })]
try {
  const outcomes = []
  for (const database of asked.databases)
    outcomes.push({ database, measured: await benchDatabase(asked, database) })
  const machine = { processors: os.cpus().map(({ model }) => model), node: process.version }
  if (asked.json !== null)
    fs.writeFileSync(asked.json, JSON.stringify({ at: new Date(), sizes, machine, outcomes }, null, 1))
} finally {
  for (const close of closing.toReversed()) await close()
}

async function benchDatabase({ rounds, only }: Asked, database: Database): Promise<Measured[]> {
  const { small, large, postgres } = await openCases(database)
  const rows = sizes.large.items / sizes.large.plans / (sizes.small.items / sizes.small.plans)
  const bench: Bench = { small, large, rounds, postgres, rows }
  const theirs = await questionsOf(large)
  const measured: Measured[] = []
  tellHeads(database)
  for (const [place, question] of (await questionsOf(small)).entries()) {
    const other = theirs[place]
    if (other === undefined || !isWanted(only, question.name)) continue
    for (const reader of question.readers)
      for (const one of await measure(bench, question, other, reader)) {
        tellMeasured(one)
        measured.push(one)
      }
  }
  tellSum(measured)
  return measured
}

function isWanted(only: readonly string[], name: string): boolean {
  return only.length === 0 || only.some((beginning) => name.startsWith(beginning))
}

async function openCases(database: Database): Promise<{ small: Case; large: Case; postgres: number | null }> {
  if (database === 'embedded')
    return {
      ...(await bothCases((name) => ({ databaseUrl: null, dataDir: path.join(folder, name) }))),
      postgres: null,
    }
  const server = await startPostgres(prepareMachine().postgresFolder, [
    'shared_buffers=256MB',
    'max_wal_size=2GB',
  ])
  closing.push(server.stop)
  for (const name of Object.keys(sizes))
    await withClient(server.url, (client) => client.query(`create database ${name}`))
  const where = (name: string) => ({ databaseUrl: server.url.replace(/[^/]+$/, name), dataDir: '' })
  return { ...(await bothCases(where)), postgres: server.pid }
}

async function bothCases(
  where: (name: string) => { databaseUrl: string | null; dataDir: string },
): Promise<{ small: Case; large: Case }> {
  const open = async (name: 'small' | 'large') => {
    console.error(`filling ${name}`)
    const opened = await openDatabase({ ...where(name), databaseConnections: 4 })
    closing.push(opened.close)
    return openCase(opened.db, await fillCase(opened.db, sizes[name]))
  }
  return { small: await open('small'), large: await open('large') }
}
