import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languageCodes } from '#platform/languages.ts'
import { accessibilityFaults, openBrowser, overflow, visitor } from './browser.ts'
import { startSite, type RunningSite } from './running-site.ts'

const firstVisitBytes = 50 * 1024
let site: RunningSite
let browser: Browser
// Colours do not depend on the language: the dark scheme is looked at in one language of each direction.
const schemesOf = (code: string) =>
  ['en', 'ar'].includes(code) ? (['light', 'dark'] as const) : (['light'] as const)

describe('every kind of page', () => {
  before(async () => {
    site = await startSite()
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await site.stop()
  })

  for (const code of languageCodes) {
    test(`is accessible in ${code}, in its colours`, { timeout: 900_000 }, async () => {
      const faults: string[] = []
      for (const colorScheme of schemesOf(code)) {
        const { page, context } = await visitor(browser, { bypassCSP: true, colorScheme })
        for (const path of site.samplePaths) {
          await page.goto(site.address + `/${code}${path === '/' ? '' : path}`)
          faults.push(
            ...(await accessibilityFaults(page)).map((fault) => `${path} (${colorScheme}): ${fault}`),
          )
        }
        await context.close()
      }
      assert.deepEqual(faults, [])
    })

    test(`fits 320 and 1280 pixels in ${code}`, { timeout: 900_000 }, async () => {
      const faults: string[] = []
      for (const width of [320, 1280]) {
        const { page, context } = await visitor(browser, {
          viewport: { width, height: 800 },
          javaScriptEnabled: true,
        })
        for (const path of site.samplePaths) {
          await page.goto(site.address + `/${code}${path === '/' ? '' : path}`)
          const pixels = await overflow(page)
          if (pixels > 0) faults.push(`${path} at ${width}: ${pixels} pixels too wide`)
        }
        await context.close()
      }
      assert.deepEqual(faults, [])
    })
  }

  test(
    'asks no other host, sets no cookie, breaks no policy and moves at most 50 KB on a first visit',
    { timeout: 900_000 },
    async () => {
      const faults: string[] = []
      for (const path of site.samplePaths) {
        const { page, context, requests, complaints } = await visitor(browser)
        let bytes = 0
        const network = await context.newCDPSession(page)
        await network.send('Network.enable')
        network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
        await page.goto(`${site.address}/ar${path === '/' ? '' : path}`, { waitUntil: 'networkidle' })
        if (requests.some((url) => !url.startsWith(site.address)))
          faults.push(`${path} asks ${requests.join(', ')}`)
        if ((await context.cookies()).length > 0) faults.push(`${path} sets a cookie`)
        // The browser reports each 400 and 404 as well; those pages are meant to answer so.
        const serious = complaints.filter((one) => !one.includes('the server responded with a status of 40'))
        if (serious.length > 0) faults.push(`${path}: ${serious.join('; ')}`)
        if (bytes > firstVisitBytes) faults.push(`${path} moves ${bytes} bytes`)
        await context.close()
      }
      assert.deepEqual(faults, [])
    },
  )
})
