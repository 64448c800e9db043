import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { parseResolution } from '#parser/parse-resolution.ts'

/**
 * `npm run bench`: pages and API answers a second, as a share of what a bare `node:http` server does that sends the same bytes,
 * both measured in turns in this one run; then the time the parser takes for a page of text. Nothing is asserted.
 */
const root = path.join(import.meta.dirname, '..')
const addresses = [
  ['home, Arabic', '/ar'],
  ['duties, first page', '/en/duties'],
  ['duties, filtered', '/fr/duties?cadence=annual'],
  ['one revision', '/zh/revisions/pp-140-dubai-2018'],
  ['one provision', '/es/revisions/pp-140-dubai-2018/resolves/6/i'],
  ['duties as JSON', '/en/duties.json'],
  ['search', '/ru/search?q=отчет'],
] as const
const rounds = 3
const secondsEach = 3
const connections = 16

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'actionline-bench-'))
const site = await start(path.join(root, 'bin/actionline'), ['serve'], {
  DATA_DIR: dataDir,
  PORT: '0',
  REQUESTS_PER_MINUTE: '1000000',
})
const bare = await start(process.execPath, [path.join(root, 'scripts/bench-bare-server.ts')], {
  BENCH_SITE: site.address,
})
try {
  await benchSite()
  await benchParser()
} finally {
  for (const { child } of [site, bare]) child.kill('SIGTERM')
  fs.rmSync(dataDir, { recursive: true, force: true })
}

async function benchSite() {
  console.log(
    `${connections} connections, ${rounds} rounds of ${secondsEach} s each in turns; medians of answers a second`,
  )
  console.log('| address | bytes sent | bare node:http | Actionline | share |\n|---|---|---|---|---|')
  for (const [name, address] of addresses) {
    const bytes = await sentBytes(site.address + address)
    const figures: { site: number[]; bare: number[] } = { site: [], bare: [] }
    for (let round = 0; round < rounds; round += 1) {
      figures.bare.push(await answersPerSecond(bare.address + address))
      figures.site.push(await answersPerSecond(site.address + address))
    }
    const [ours, theirs] = [median(figures.site), median(figures.bare)]
    console.log(
      `| ${name} | ${bytes} | ${theirs.toFixed(0)} | ${ours.toFixed(0)} | ${((100 * ours) / theirs).toFixed(0)} % |`,
    )
  }
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
async function start(
  command: string,
  words: string[],
  env: Record<string, string>,
): Promise<{ child: ChildProcess; address: string }> {
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
