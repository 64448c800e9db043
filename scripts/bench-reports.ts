import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { makePapers } from '#modules/reports/papers/papers-job.ts'
import { paperOf } from '#modules/reports/papers/paper.ts'
import { reportRead } from '#modules/reports/report-queries.ts'
import { wholeReport } from '#modules/reports/whole-report-queries.ts'
import { operator } from '#platform/access/actor.ts'
import { openDatabase } from '#platform/database/open.ts'
import type { Db } from '#platform/database/tables.ts'
import { docxOf } from '#platform/documents/as-docx/docx-of.ts'
import { pdfOf } from '#platform/documents/pdf/pdf.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { readSettings } from '#platform/settings.ts'
import { words } from '../src/site.ts'
import { fillRegister } from './bench-activities/fill-register.ts'
import { inventor } from './bench-activities/invented-entries.ts'
import { withClient } from './bench-activities/plain-tables.ts'
import { readCodes, readWordStock } from './bench-activities/word-stock.ts'
import { officerHeaders, openBenchSite } from './bench-plans/bench-site.ts'
import { freeze, large, largeReport } from './bench-reports/large-report.ts'
import { watchMemory } from './bench-reports/memory.ts'
import type { Times } from './bench-reports/paced-client.ts'
import { startPostgres } from './postgres-server.ts'
import { prepareMachine } from './prepare-machine.ts'

/**
 * `npm run bench:reports`: how long it takes to assemble a report of about 150 pages with 60 live parts over 100,000 activities, to
 * make a PDF and a DOCX of it, with how much memory, and by how much the site is slower while all its papers are made in six
 * languages. `--size 10000` takes fewer activities, `--per-second 10` asks the site so often, `--json FILE` writes all of it.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    'per-second': { type: 'string', default: '10' },
    json: { type: 'string' },
  },
})
const size = Number(values.size)
const perSecond = Number(values['per-second'])
const goal = { seconds: 20, factor: 2 }
const closing: (() => unknown)[] = []
const told: Record<string, unknown> = { at: new Date(), size, perSecond, ...large, cores: os.cpus().length }
const tell = (name: string, value: unknown): void => {
  told[name] = value
  console.log(`${name}: ${typeof value === 'number' ? value.toFixed(1) : JSON.stringify(value)}`)
}

try {
  await bench()
  if (values.json !== undefined) fs.writeFileSync(values.json, JSON.stringify(told, null, 1))
} finally {
  for (const close of closing.toReversed()) await close()
}

async function bench(): Promise<void> {
  const server = await startPostgres(prepareMachine().postgresFolder, [
    'shared_buffers=256MB',
    'max_wal_size=4GB',
  ])
  closing.push(server.stop)
  await withClient(server.url, (client) => client.query('create database reports'))
  const databaseUrl = server.url.replace(/[^/]+$/, 'reports')
  const opened = await openDatabase({ databaseUrl, dataDir: '', databaseConnections: 8 })
  closing.push(opened.close)
  const { db } = opened
  const stock = readWordStock()
  const organizations = Math.max(20, Math.round(size / 30))
  await fillRegister(db, { size, organizations, invent: inventor(stock, readCodes(stock), organizations) })
  const now = new Date()
  const id = await largeReport(db, stock, now)
  const memory = watchMemory([server.pid])
  closing.push(memory.stop)
  tell('seconds to assemble the draft', await secondsOf(() => assembled(db, id, 'en')))
  tell('seconds to assemble it again', await secondsOf(() => assembled(db, id, 'en')))
  tell('seconds to freeze', await secondsOf(() => freeze(db, id, now)))
  for (const language of ['en', 'ar', 'zh'] as const) await oneLanguage(db, id, language)
  tell('mebibytes at most, own and of children', memory.peak())
  await sideBySide(db, id)
  tell('mebibytes at most with all papers', memory.peak())
}

async function oneLanguage(db: Db, id: string, language: LanguageCode): Promise<void> {
  const paper = await assembled(db, id, language)
  tell(
    `seconds to assemble what was frozen (${language})`,
    await secondsOf(() => assembled(db, id, language)),
  )
  let bytes = 0
  const pdf = await secondsOf(async () => {
    const made = await pdfOf(paper)
    if ('fault' in made) throw new Error(`no PDF: ${made.fault}`)
    bytes = made.bytes.length
    tell(
      `pages (${language})`,
      Buffer.from(made.bytes)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length ?? null,
    )
  })
  tell(`seconds for the PDF (${language})`, pdf)
  tell(`kilobytes of the PDF (${language})`, bytes / 1024)
  bytes = 0
  const docx = await secondsOf(async () => {
    for await (const some of docxOf(paper)) bytes += some.length
  })
  tell(`seconds for the DOCX (${language})`, docx)
  tell(`kilobytes of the DOCX (${language})`, bytes / 1024)
  tell(`within ${goal.seconds} s each (${language})`, Math.max(pdf, docx) <= goal.seconds)
}

async function assembled(db: Db, id: string, language: LanguageCode) {
  const t = words()[language]
  const now = new Date()
  const found = await reportRead(db, operator, id, language)
  if (found === null) throw new Error('the report is not there')
  const report = await wholeReport({ db, actor: operator, language, t, now }, found)
  return paperOf({ t, language, now, settings: readSettings({}, '/') }, report)
}

/** The site in this process, asked at a steady pace without and with the job that makes all papers. */
async function sideBySide(db: Db, report: string): Promise<void> {
  const app = openBenchSite(db, new Date())
  const site = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  closing.push(() => site.close())
  await once(site, 'listening')
  const client = fork(path.join(import.meta.dirname, 'bench-reports/paced-client.ts'))
  // What was asked last is still being answered.
  closing.push(() => pause(1000))
  closing.push(() => client.kill())
  const { port } = site.address() as AddressInfo
  const paths = [
    '/en/activities',
    '/fr/activities?region=africa',
    '/en/duties',
    '/ar/reports',
    '/zh/action-lines/C5',
    '/en/desk',
  ]
  // The first reader waits for what is read into memory, such as the index of the search.
  for (const path of [...paths, ...paths])
    await (await fetch(`http://127.0.0.1:${port}${path}`, { headers: officerHeaders })).arrayBuffer()
  client.send({ origin: `http://127.0.0.1:${port}`, paths, perSecond })
  const times = async (): Promise<Times> => {
    client.send('tell')
    const [heard] = (await once(client, 'message')) as [Times]
    return heard
  }
  await pause(5000)
  await times()
  await pause(30_000)
  const before = await times()
  const seconds = await secondsOf(() =>
    makePapers({
      ...{ db, settings: readSettings({}, '/'), translate: words() },
      now: () => new Date(),
      isStopping: () => false,
    }),
  )
  const during = await times()
  const made = await db
    .selectFrom('report_papers')
    .select(['language', 'form', 'size', 'fault'])
    .where('report', '=', report)
    .execute()
  tell('papers made', made.filter((one) => one.size !== null).length)
  tell(`seconds for all papers in ${languageCodes.length} languages`, seconds)
  const [p95, slower] = [before, during].map((one) => share(one.times, 0.95))
  tell('site without: milliseconds at p50 and p95', [share(before.times, 0.5), p95])
  tell('site meanwhile: milliseconds at p50 and p95', [share(during.times, 0.5), slower])
  tell('failures without and meanwhile', [before.failures, during.failures])
  tell(`p95 within a factor of ${goal.factor}`, (slower ?? 0) <= goal.factor * (p95 ?? 0))
}

function share(times: readonly number[], of: number): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * of)] ?? 0)
}

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}
