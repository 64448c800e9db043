import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { languageCodes } from '#platform/languages.ts'
import { pageIn } from '../sample-pages.ts'
import { accessibilityFaults, openBrowser, overflow, visitor } from './browser.ts'
import { startBusySite, type Place, type RunningSite } from './running-site.ts'

const firstVisitBytes = 50 * 1024
const [narrow, wide] = [320, 1280]
const patience = { timeout: 900_000 }
let site: RunningSite & { places: Place[] }
let browser: Browser

const isMeantToFail = (path: string) => /nothing-here|nonsense/.test(path)

/** Colours do not depend on the language: they are looked at in one language of each direction. */
const showsColours = (code: string) => ['en', 'ar'].includes(code)

describe('every kind of page', { concurrency: 2 }, () => {
  before(async () => {
    site = await startBusySite()
    browser = await openBrowser()
  }, patience)
  after(async () => {
    await browser.close()
    await site.stop()
  })

  for (const code of languageCodes) {
    test(`is accessible and fits 320 and 1280 pixels in ${code}`, patience, async () => {
      const { page, context } = await visitor(browser, { bypassCSP: true, reducedMotion: 'reduce' })
      await page.goto(site.address + pageIn(code, '/accessibility'))
      const faults: string[] = []
      // Each page begins with the width that the one before it ended with: a browser takes long to become another.
      const widths = [wide, narrow]
      for (const { path, cookie } of site.places) {
        const answer = await fetch(site.address + pageIn(code, path), { headers: cookie ? { cookie } : {} })
        if (answer.status >= 400 && !isMeantToFail(path)) faults.push(`${path} answers ${answer.status}`)
        // The page is put into the window that has axe in it: to load axe anew for each takes longer than all else.
        await page.setContent(await answer.text(), { waitUntil: 'load' })
        for (const width of widths) {
          const found = await faultsAt(page, width)
          if (width === wide) found.push(...(await examined(page, code)))
          faults.push(...found.map((fault) => `${path}: ${fault}`))
        }
        widths.reverse()
      }
      await context.close()
      assert.deepEqual(faults, [])
    })
  }

  test(
    'asks no other host, sets no cookie, breaks no policy and moves at most 50 KB on a first visit',
    patience,
    async () => {
      const faults: string[] = []
      const { page, context, requests, complaints } = await visitor(browser)
      let bytes = 0
      const network = await context.newCDPSession(page)
      await network.send('Network.enable')
      network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
      for (const { path } of site.places.filter(({ cookie }) => cookie === null)) {
        await forget(page, network)
        requests.length = complaints.length = bytes = 0
        await page.goto(site.address + pageIn('ar', path), { waitUntil: 'load' })
        if (requests.some((url) => !url.startsWith(site.address)))
          faults.push(`${path} asks ${requests.join(', ')}`)
        if ((await context.cookies()).length > 0 && !(await hasForm(page)))
          faults.push(`${path} sets a cookie`)
        // The browser reports each 400 and 404 as well; those pages are meant to answer so.
        const serious = complaints.filter((one) => !one.includes('the server responded with a status of 40'))
        if (serious.length > 0) faults.push(`${path}: ${serious.join('; ')}`)
        if (bytes > firstVisitBytes) faults.push(`${path} moves ${bytes} bytes`)
      }
      await context.close()
      assert.deepEqual(faults, [])
    },
  )
})

async function faultsAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 })
  const pixels = await overflow(page)
  return pixels > 0 ? [`at ${width}: ${pixels} pixels too wide`] : []
}

/** What axe finds, in dark colours too where colours are looked at. */
async function examined(page: Page, code: string): Promise<string[]> {
  if (!showsColours(code)) return accessibilityFaults(page, 'without colours')
  const found = await accessibilityFaults(page, 'with colours')
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await accessibilityFaults(page, 'colours')).map((fault) => `dark: ${fault}`))
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** As if the browser had never been there; a new one for each page takes three times as long. */
async function forget(page: Page, network: CDPSession): Promise<void> {
  await page.goto('about:blank')
  await network.send('Network.clearBrowserCache')
  await network.send('Storage.clearDataForOrigin', { origin: site.address, storageTypes: 'all' })
}

/** A form that changes something needs a token, and with it a cookie of its own. */
const hasForm = async (page: Page): Promise<boolean> =>
  (await page.locator('input[name="_token"]').count()) > 0
