import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { languageCodes } from '#platform/languages.ts'
import { openBrowser } from './browser.ts'
import { bounds, firstVisit, laterVisits, slowPages, type SlowPage, type Visited } from './slow-line.ts'
import { startSlowSite, type SlowSite } from './slow-site.ts'

const patience = { timeout: 900_000 }
let site: SlowSite
let browser: Browser

describe('on a slow line', { concurrency: 4 }, () => {
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
      `a page moves at most 15 KB in ${language} for who was on another page before`,
      patience,
      async () => {
        const pages = slowPages(site)
        const visits = await laterVisits(
          browser,
          site,
          pages.map((page) => ({ page, language })),
        )
        assert.deepEqual(beyond(pages, visits, bounds.after), [])
      },
    )
  }

  // Beside the page itself a first visit moves the same in every language.
  for (const language of ['ar', 'ru']) {
    test(`a page moves at most 50 KB in ${language} for who was never here`, patience, async () => {
      const pages = slowPages(site)
      const visits: Visited[] = []
      for (const page of pages) visits.push(await firstVisit(browser, site, { page, language }))
      assert.deepEqual(beyond(pages, visits, bounds.first), [])
    })
  }
})

const beyond = (pages: readonly SlowPage[], visits: readonly Visited[], most: number): string[] =>
  pages.flatMap(({ name }, place) => {
    const bytes = visits[place]?.bytes ?? 0
    return bytes === 0 || bytes > most ? [`${name}: ${bytes} bytes`] : []
  })
