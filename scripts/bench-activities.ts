import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { askedIn, type Asked, type Database } from './bench-activities/asked.ts'
import { goals } from './bench-activities/goals.ts'
import { inventor } from './bench-activities/invented-entries.ts'
import { openLoader } from './bench-activities/load.ts'
import { benchDatabase, type Ground } from './bench-activities/one-database.ts'
import type { Outcome } from './bench-activities/outcome.ts'
import { fillPlain, withClient } from './bench-activities/plain-tables.ts'
import { start } from './bench-activities/started.ts'
import { tellGoals, tellOutcome } from './bench-activities/tell.ts'
import { readCodes, readWordStock } from './bench-activities/word-stock.ts'
import { startPostgres } from './postgres-server.ts'
import { prepareMachine } from './prepare-machine.ts'

/**
 * `npm run bench:activities -- --size 100000`: how fast the Stocktaking answers with so many entries, beside a plain server with the same
 * entries, all in one run. `--database server` or `embedded` leaves the other out, `--seconds 10` asks each question for so long, `--only words`
 * measures what begins so (may stand several times), `--json FILE` writes all of it.
 */
const settings = ['shared_buffers=512MB', 'max_wal_size=4GB', 'maintenance_work_mem=256MB']

const asked = askedIn(process.argv.slice(2))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-bench-'))
fs.chmodSync(folder, 0o755)
const closing: (() => unknown)[] = [() => fs.rmSync(folder, { recursive: true, force: true })]
try {
  const outcomes = await bench(asked)
  const told = outcomes.flatMap((outcome) => goals(outcome))
  tellGoals(told)
  const machine = {
    processors: os.cpus().map(({ model }) => model),
    memory: os.totalmem(),
    node: process.version,
  }
  if (asked.json !== null)
    fs.writeFileSync(
      asked.json,
      JSON.stringify({ at: new Date(), asked, machine, outcomes, goals: told }, null, 1),
    )
} finally {
  for (const close of closing.toReversed()) await close()
}

async function bench({ size, databases }: Asked): Promise<Outcome[]> {
  const postgres = await startPostgres(prepareMachine().postgresFolder, settings)
  closing.push(postgres.stop)
  const stock = readWordStock()
  const codes = readCodes(stock)
  const organizations = Math.max(20, Math.min(5000, Math.round(size / 30)))
  const invent = inventor(stock, codes, organizations)
  const plainUrl = await newDatabase(postgres.url, 'plain')
  await withClient(plainUrl, (client) => fillPlain(client, size, invent))
  const plain = await start(
    process.execPath,
    [path.join(import.meta.dirname, 'bench-activities/plain-server.ts')],
    {
      PLAIN_DATABASE: plainUrl,
    },
  )
  closing.push(plain.stop)
  const loader = openLoader()
  closing.push(loader.stop)
  const common = {
    asked,
    folder,
    invent,
    codes,
    organizations,
    loader,
    plain,
    plainUrl,
    postgres: postgres.pid,
  }
  const outcomes: Outcome[] = []
  for (const database of databases) {
    const environment = await environmentOf(database, postgres.url)
    const ground: Ground = { ...common, database, environment }
    const outcome = await benchDatabase(ground)
    tellOutcome(outcome)
    outcomes.push(outcome)
  }
  return outcomes
}

async function environmentOf(database: Database, url: string): Promise<Record<string, string>> {
  if (database === 'server') return { DATABASE_URL: await newDatabase(url, 'site') }
  return { DATA_DIR: path.join(folder, 'embedded') }
}

async function newDatabase(url: string, name: string): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${name}`))
  return url.replace(/[^/]+$/, name)
}
