import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { sectionNames } from '#modules/activities/index.ts'
import { pageIn } from '../sample-pages.ts'
import { openLine, type Line } from './line.ts'
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
  /** Of all answers, headers and all, also of what the browser fetches by itself. */
  bytes: number
  requests: number
  /** Milliseconds until something is seen, and until everything works. */
  painted: number
  usable: number
}

type Visit = { page: SlowPage; language: string; speed?: 'slow' | 'full' }

/** Opens a page as somebody who was never here. */
export async function firstVisit(browser: Browser, site: SlowSite, visit: Visit): Promise<Visited> {
  const reader = await enter(browser, site, visit.page)
  const visited = await open(reader, visit)
  await reader.leave()
  return visited
}

/** Opens pages as somebody who has been on another page of the kind. */
export async function laterVisits(
  browser: Browser,
  site: SlowSite,
  visits: readonly Visit[],
): Promise<Visited[]> {
  const readers = new Map<boolean, Reader>()
  const visited: Visited[] = []
  for (const visit of visits) {
    const { isSignedIn } = visit.page
    const reader = readers.get(isSignedIn) ?? (await enter(browser, site, visit.page))
    if (!readers.has(isSignedIn)) {
      const path = isSignedIn ? `/entries/${site.draft}` : '/accessibility'
      await open(reader, { page: { name: 'before', path, isSignedIn }, language: visit.language })
    }
    readers.set(isSignedIn, reader)
    visited.push(await open(reader, visit))
  }
  for (const reader of readers.values()) await reader.leave()
  return visited
}

/** To open a page in another tab takes a browser longer than all that is looked at, so each reader has one. */
type Reader = { context: BrowserContext; page: Page; line: Line; leave: () => Promise<void> }

async function enter(browser: Browser, site: SlowSite, { isSignedIn }: SlowPage): Promise<Reader> {
  const line = await openLine(site.address)
  const context = await browser.newContext()
  if (isSignedIn) await signIn(context, line.address, site.cookie)
  const leave = async () => {
    await context.close()
    await line.close()
  }
  return { context, page: await context.newPage(), line, leave }
}

async function open(reader: Reader, { page: asked, language, speed }: Visit): Promise<Visited> {
  const { context, page, line } = reader
  let requests = 0
  const count = () => (requests += 1)
  context.on('request', count)
  const slow = speed === 'slow' ? await slowDown(context, page) : null
  const before = line.bytes()
  await page.goto(line.address + pageIn(language, asked.path), { waitUntil: 'load', timeout: 120_000 })
  await quiet(line, asked.isSignedIn ? 250 : 100)
  const [painted = 0, usable = 0] = (await page.evaluate(timings)) as number[]
  const bytes = line.bytes() - before
  context.off('request', count)
  await slow?.detach()
  await page.goto('about:blank')
  return { bytes, requests, painted: Math.round(painted), usable: Math.round(usable) }
}

const timings = `[
  performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  performance.getEntriesByType('navigation')[0]?.loadEventEnd ?? 0,
]`

/** Slow until what it resolves to is detached. */
async function slowDown(context: BrowserContext, page: Page): Promise<CDPSession> {
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowLine.milliseconds,
    downloadThroughput: slowLine.down / 8,
    uploadThroughput: slowLine.up / 8,
  })
  return network
}

/** What the browser fetches by itself after the page belongs to the visit. */
async function quiet(line: Line, milliseconds: number): Promise<void> {
  let seen = -1
  while (seen !== line.bytes()) {
    seen = line.bytes()
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
  }
}

export const signIn = (context: BrowserContext, address: string, cookie: string): Promise<void> => {
  const [name = '', value = ''] = cookie.split('=')
  return context.addCookies([{ name, value, url: address }])
}
