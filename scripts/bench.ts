import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { loadRegister } from '#modules/mandates/index.ts'
import { parseResolution } from '#parser/parse-resolution.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { addLargeRegister } from './large-register.ts'

/**
 * `npm run bench`: pages and API answers a second, as a share of what a bare `node:http` server does that sends the same bytes,
 * all measured in turns in this one run: of the register as it is shipped, and of one with 2,000 more instruments and 60,000
 * provisions. Then the first answer of each address, before anything is kept, and the time the parser takes for a page of text.
 * Nothing is asserted. `-- --small` leaves the large register out, `-- --quick` measures each address once for a second.
 */
const root = path.join(import.meta.dirname, '..')
const addresses = [
  ['home, Arabic', '/ar'],
  ['duties, first page', '/en/duties'],
  ['duties, filtered', '/fr/duties?cadence=annual'],
  ['calendar', '/en/calendar'],
  ['instruments', '/en/instruments'],
  ['one revision', '/zh/revisions/pp-140-dubai-2018'],
  ['one provision', '/es/revisions/pp-140-dubai-2018/resolves/6/i'],
  ['one duty', '/en/duties/pp-140-dubai-2018/resolves/6/i/1'],
  ['bodies', '/en/bodies'],
  ['action lines', '/en/action-lines'],
  ['oversight', '/en/oversight'],
  ['overlaps', '/en/oversight/overlaps'],
  ['unanswered duties', '/en/duties/unanswered'],
  ['evidence', '/en/evidence'],
  ['organizations', '/en/organizations'],
  ['duties as JSON', '/en/duties.json'],
  ['search', '/ru/search?q=отчет'],
  ['site map', '/sitemap.xml'],
] as const
const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 1 : 3
const secondsEach = isQuick ? 1 : 3
const connections = 16
const large = { instruments: 2000, provisionsEach: 30 }

type Started = { child: ChildProcess; address: string }
type Measured = { name: string; site: Started; bare: Started }

const folders: string[] = []
const measured: Measured[] = []
try {
  measured.push(await startSite('as shipped', 0))
  if (!process.argv.includes('--small'))
    measured.push(await startSite(`with ${large.instruments} more instruments`, large.instruments))
  await benchSites()
  await benchParser()
} finally {
  for (const { site, bare } of measured) for (const { child } of [site, bare]) child.kill('SIGTERM')
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
}

/** The site over a register of its own, with the bare server that sends the same bytes. */
async function startSite(name: string, instruments: number): Promise<Measured> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-bench-'))
  folders.push(dataDir)
  if (instruments > 0) await fill(dataDir, instruments)
  const settings = { DATA_DIR: dataDir, PORT: '0', REQUESTS_PER_MINUTE: '1000000' }
  const site = await start(path.join(root, 'bin/actionline'), ['serve'], settings)
  const bare = await start(process.execPath, [path.join(root, 'scripts/bench-bare-server.ts')], {
    BENCH_SITE: site.address,
  })
  return { name, site, bare }
}

async function fill(dataDir: string, instruments: number): Promise<void> {
  const at = new Date()
  const { db, close } = await openDatabase({ databaseUrl: null, dataDir, databaseConnections: 1 })
  await migrate(db, readMigrations())
  await loadRegister(db, { actor: 'command-line', at })
  await addLargeRegister(db, { ...large, instruments, at })
  await close()
}

async function benchSites() {
  console.log(
    `${connections} connections, ${rounds} rounds of ${secondsEach} s each in turns; medians of answers a second`,
  )
  console.log(
    '| address | register | bytes sent | first answer | bare node:http | Actionline | share |\n|---|---|---|---|---|---|---|',
  )
  for (const [name, address] of addresses) {
    const shares: number[] = []
    for (const one of measured) shares.push(await benchAddress(one, name, address))
    const [small = 0, big] = shares
    if (big !== undefined) console.log(`| | | | | | ratio of the shares | ${(big / small).toFixed(2)} |`)
  }
}

/** Prints a line; resolves to the share. */
async function benchAddress({ name: register, site, bare }: Measured, name: string, address: string) {
  const began = performance.now()
  const bytes = await sentBytes(site.address + address)
  const first = performance.now() - began
  const figures: { site: number[]; bare: number[] } = { site: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    figures.bare.push(await answersPerSecond(bare.address + address))
    figures.site.push(await answersPerSecond(site.address + address))
  }
  const [ours, theirs] = [median(figures.site), median(figures.bare)]
  console.log(
    `| ${name} | ${register} | ${bytes} | ${first.toFixed(0)} ms | ${theirs.toFixed(0)} | ${ours.toFixed(0)} | ${((100 * ours) / theirs).toFixed(0)} % |`,
  )
  return ours / theirs
}

async function answersPerSecond(url: string): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: secondsEach,
    headers: { 'accept-encoding': 'br' },
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals and ${result.errors} errors`)
  return result.requests.average
}

async function sentBytes(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
  await answer.arrayBuffer()
  return Number(answer.headers.get('content-length') ?? 0)
}

/** A page of text is 3,000 characters, about what a printed page of a resolution holds. */
async function benchParser() {
  const folder = path.join(root, 'test/corpus')
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.txt'))
  const texts = names.map((name) => ({ name, bytes: fs.readFileSync(path.join(folder, name)) }))
  const pages = texts.reduce((sum, { bytes }) => sum + bytes.toString('utf8').length, 0) / 3000
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now()
    for (const { name, bytes } of texts) await parseResolution(bytes, { name })
    times.push(performance.now() - began)
  }
  console.log(
    `\nparser: ${(median(times) / pages).toFixed(1)} ms for a page of text (${texts.length} resolutions, ${pages.toFixed(0)} pages, median of 5)`,
  )
}

/** Starts a program that prints its address and waits for that line. */
async function start(command: string, words: string[], env: Record<string, string>): Promise<Started> {
  const child = spawn(command, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let heard = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(heard)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(`${command} stopped before it listened`)))
  })
  return { child, address }
}

function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}
