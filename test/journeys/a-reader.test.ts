import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { languageCodes } from '#platform/languages.ts'
import { openBrowser, visitor } from './browser.ts'
import { startSite, type RunningSite } from './running-site.ts'

let site: RunningSite
let browser: Browser
describe('a reader without scripts', () => {
  before(async () => {
    site = await startSite()
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await site.stop()
  })

  for (const code of ['en', 'ar']) {
    test(`filters the duties with the keyboard alone in ${code} and keeps the filter in another language`, async () => {
      const { page, context } = await visitor(browser, {
        javaScriptEnabled: false,
        viewport: { width: 1280, height: 900 },
      })
      await page.goto(`${site.address}/${code}/duties`)
      const all = await page.locator('main').innerText()
      await focusByKeyboard(page, 'a[href*="cadence=annual"]')
      await page.keyboard.press('Enter')
      await page.waitForURL(/cadence=annual/)
      assert.notEqual(await page.locator('main').innerText(), all)

      await page.locator('.languages a[hreflang="fr"]').first().click()
      await page.waitForURL(/\/fr\/duties\?.*cadence=annual/)
      assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
      await context.close()
    })
  }

  test('finds the whole menu in one row on a desk, in every language', async () => {
    const { page, context } = await visitor(browser, {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    })
    const rows: Record<string, number> = {}
    for (const code of languageCodes) {
      await page.goto(`${site.address}/${code}/action-lines`)
      const links = await page.locator('#menu li').all()
      const tops = await Promise.all(links.map(async (link) => (await link.boundingBox())?.y))
      rows[code] = new Set(tops).size
    }
    assert.deepEqual(rows, { ar: 1, zh: 1, en: 1, fr: 1, ru: 1, es: 1 })
    await context.close()
  })

  test('jumps over the navigation by the skip link', async () => {
    const { page, context } = await visitor(browser)
    await page.goto(`${site.address}/en/duties`)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'main')
    await context.close()
  })

  test('goes from a due date to the clause that asks for it', async () => {
    const { page, context } = await visitor(browser, { javaScriptEnabled: false })
    await page.goto(`${site.address}/en/calendar`)
    await page.locator('main a[href*="/revisions/pp-140-dubai-2018/"]').first().click()
    await page.waitForURL(/\/en\/revisions\/pp-140-dubai-2018\/./)
    assert.equal((await page.locator('h1').count()) === 1, true)
    await context.close()
  })
})

async function focusByKeyboard(page: Page, selector: string) {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab')
    if (await page.locator(`${selector}:focus`).count()) return
  }
  throw new Error(`${selector} cannot be reached with the keyboard`)
}
