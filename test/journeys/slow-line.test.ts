import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languageCodes } from '#platform/languages.ts'
import { openBrowser } from './browser.ts'
import { bounds, slowPages, visitSlowly } from './slow-line.ts'
import { startSlowSite, type SlowSite } from './slow-site.ts'

const patience = { timeout: 900_000 }
let site: SlowSite
let browser: Browser

describe('on a slow line', { concurrency: 2 }, () => {
  before(async () => {
    site = await startSlowSite()
    browser = await openBrowser()
  }, patience)
  after(async () => {
    await browser.close()
    await site.stop()
  })

  for (const language of languageCodes) {
    test(
      `a page moves at most 50 KB the first time and 15 KB afterwards in ${language}`,
      patience,
      async () => {
        const beyond: string[] = []
        for (const page of slowPages(site)) {
          const {
            name,
            first,
            after: later,
          } = await visitSlowly(browser, site, { page, language, isSlowed: false })
          if (first > bounds.first || later > bounds.after)
            beyond.push(`${name}: ${first}, then ${later} bytes`)
        }
        assert.deepEqual(beyond, [])
      },
    )
  }
})
