import net from 'node:net'
import { once } from 'node:events'
import type { Browser, BrowserContext } from 'playwright-core'
import { sectionNames } from '#modules/activities/index.ts'
import { pageIn } from '../sample-pages.ts'
import type { SlowSite } from './slow-site.ts'

/** A line of the second generation (EDGE): bits a second, and how long an answer takes at least. */
export const slowLine = { down: 250_000, up: 50_000, milliseconds: 600 }

export const bounds = { first: 50 * 1024, after: 15 * 1024 }

export type SlowPage = { name: string; path: string; isSignedIn: boolean }

/** What people read and write on slow lines. */
export const slowPages = ({ draft, longest }: SlowSite): SlowPage[] => [
  { name: 'home', path: '/', isSignedIn: false },
  { name: 'activities', path: '/activities', isSignedIn: false },
  { name: 'activities found', path: '/activities?q=school', isSignedIn: false },
  { name: 'activity', path: `/activities/${longest}`, isSignedIn: false },
  { name: 'search', path: '/search', isSignedIn: false },
  { name: 'search, found', path: '/search?q=WSIS', isSignedIn: false },
  { name: 'own entries', path: '/entries', isSignedIn: true },
  { name: 'new entry', path: '/entries/new', isSignedIn: true },
  { name: 'entry', path: `/entries/${draft}`, isSignedIn: true },
  ...sectionNames.map((name) => ({
    name: `form: ${name}`,
    path: `/entries/${draft}/${name}`,
    isSignedIn: true,
  })),
]

export type Visited = {
  name: string
  language: string
  /** Bytes on the line in both directions, headers and all, also of what the browser fetches by itself. */
  first: number
  after: number
  requests: number
  /** Milliseconds until something is seen, and until everything works; only on a slowed line. */
  painted: number
  usable: number
}

/** Opens a page as somebody who was never here, and again as somebody who has been on another page before. */
export async function visitSlowly(
  browser: Browser,
  site: SlowSite,
  {
    page: { name, path, isSignedIn },
    language,
    isSlowed,
  }: { page: SlowPage; language: string; isSlowed: boolean },
): Promise<Visited> {
  const line = await openLine(site.address)
  const context = await browser.newContext()
  if (isSignedIn) await signIn(context, line.address, site.cookie)
  const first = await open(context, line, { path: pageIn(language, path), isSlowed })
  await context.close()

  const known = await browser.newContext()
  if (isSignedIn) await signIn(known, line.address, site.cookie)
  const before = [`/entries/${site.draft}/money`, `/entries/${site.draft}`].find((one) => one !== path) ?? ''
  await open(known, line, { path: pageIn(language, isSignedIn ? before : '/accessibility'), isSlowed: false })
  const after = await open(known, line, { path: pageIn(language, path), isSlowed })
  await known.close()
  await line.close()
  const { requests, painted, usable } = first
  return { name, language, first: first.bytes, after: after.bytes, requests, painted, usable }
}

type Line = { address: string; bytes: () => number; close: () => Promise<void> }

async function open(
  context: BrowserContext,
  line: Line,
  { path, isSlowed }: { path: string; isSlowed: boolean },
): Promise<{ bytes: number; requests: number; painted: number; usable: number }> {
  const page = await context.newPage()
  let requests = 0
  context.on('request', () => (requests += 1))
  if (isSlowed) {
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slowLine.milliseconds,
      downloadThroughput: slowLine.down / 8,
      uploadThroughput: slowLine.up / 8,
    })
  }
  const before = line.bytes()
  await page.goto(line.address + path, { waitUntil: 'load', timeout: 120_000 })
  await quiet(line)
  const [painted = 0, usable = 0] = (await page.evaluate(
    `[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, performance.timing.loadEventEnd - performance.timing.navigationStart]`,
  )) as number[]
  const bytes = line.bytes() - before
  await page.close()
  return { bytes, requests, painted: Math.round(painted), usable }
}

/** What the browser fetches after the page belongs to the visit. */
async function quiet(line: Line): Promise<void> {
  let seen = -1
  while (seen !== line.bytes()) {
    seen = line.bytes()
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
}

/** A line to the site on which every byte is counted. */
async function openLine(address: string): Promise<Line> {
  const { hostname, port } = new URL(address)
  let bytes = 0
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => (bytes += chunk.length))
      // A browser that is closed ends its connections as it likes.
      from.on('error', () => to.destroy())
      from.pipe(to)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address() as net.AddressInfo
  return {
    address: `http://127.0.0.1:${bound.port}`,
    bytes: () => bytes,
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

export const signIn = (context: BrowserContext, address: string, cookie: string): Promise<void> => {
  const [name = '', value = ''] = cookie.split('=')
  return context.addCookies([{ name, value, url: address }])
}
