import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults, openBrowser, overflow, visitor } from './browser.ts'
import { openLine, type Line } from './line.ts'
import { signIn } from './slow-line.ts'
import { keeper, newDraft, startSlowSite, type SlowSite } from './slow-site.ts'
import { person } from '../test-site.ts'

const patience = { timeout: 300_000 }
let site: SlowSite
let line: Line
let browser: Browser

describe('what is typed into the form of an entry', () => {
  before(async () => {
    site = await startSlowSite()
    line = await openLine(site.address)
    browser = await openBrowser()
  }, patience)
  after(async () => {
    await browser.close()
    await line.close()
    await site.stop()
  })

  const started = () => newDraft(site.site.db, { title: 'Boats that carry the Internet', summary: 'First.' })
  const enter = async (cookie = site.cookie) => {
    const watched = await visitor(browser)
    await signIn(watched.context, line.address, cookie)
    return watched
  }
  // What Playwright calls offline does not hold for all that goes through the worker of a page, so the line is cut as well.
  const lose = (context: BrowserContext) => {
    line.cut()
    return context.setOffline(true)
  }
  const regain = (context: BrowserContext) => {
    line.mend()
    return context.setOffline(false)
  }
  const contentOf = async (id: string) => {
    const { text } = await site.site.as(keeper).get(`/en/entries/${id}.json`)
    return (JSON.parse(text) as { content: Record<string, unknown> }).content
  }

  test(
    'is kept when the line is lost, shown again without a line, and sent when it is back',
    patience,
    async () => {
      const id = await started()
      const { page, context, complaints } = await enter()
      await page.goto(`${line.address}/en/entries/${id}/description`)
      await workerReady(page)
      await lose(context)
      await page.fill('[name=summary]', 'Typed without a line.')
      await page.click('#form button.main')
      await page.getByText('What you saved here waits in this browser.').waitFor()

      // Also when the page was closed in between: the browser shows it again, with what was typed.
      await page.goto(`${line.address}/en/entries/${id}/description`)
      await page.getByText('What you saved here waits in this browser.').waitFor()
      assert.equal(await page.inputValue('[name=summary]'), 'Typed without a line.')
      assert.equal((await contentOf(id))['summary'], 'First.')
      complaints.length = 0

      await regain(context)
      await page.getByText('Saved.', { exact: true }).waitFor()
      assert.equal((await contentOf(id))['summary'], 'Typed without a line.')
      assert.equal(await page.inputValue('[name=summary]'), 'Typed without a line.')
      assert.deepEqual(await keptIn(page), [])
      assert.deepEqual(complaints, [])
      await context.close()
    },
  )

  test('waits on the page of the entry, and is sent from there', patience, async () => {
    const id = await started()
    const { page, context } = await enter()
    await page.goto(`${line.address}/fr/entries/${id}/money`)
    await lose(context)
    await page.fill('[name=funding]', 'Gifts.')
    await page.click('#form button.main')
    await page.getByText('attend dans ce navigateur').waitFor()
    await page.goto('about:blank')
    await regain(context)
    await page.goto(`${line.address}/fr/entries/${id}`)
    await page.getByText('Ce qui attendait dans ce navigateur a été enregistré.').waitFor()
    assert.equal((await contentOf(id))['funding'], 'Gifts.')
    await context.close()
  })

  test('is sent though the browser goes on to say that there is no line', patience, async () => {
    const id = await started()
    const { page, context } = await enter()
    await page.goto(`${line.address}/es/entries/${id}/money`)
    line.cut()
    await page.fill('[name=funding]', 'Loans.')
    await page.click('#form button.main')
    await page.getByText('espera en este navegador').waitFor()
    await page.addInitScript(`Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })`)
    line.mend()
    await page.goto(`${line.address}/es/entries/${id}`)
    await until(page, `!document.querySelector('[data-say=sent]').hidden`)
    assert.equal((await contentOf(id))['funding'], 'Loans.')
    await context.close()
  })

  test(
    'goes on to the next section when it is saved, and is offered again when it was not',
    patience,
    async () => {
      const id = await started()
      const { page, context } = await enter()
      await page.goto(`${line.address}/en/entries/${id}/description`)
      await page.fill('[name=results]', 'Half a thought')
      await somethingKept(page)
      await page.goto(`${line.address}/en/entries/${id}`)
      await page.getByText('typed here, not saved').waitFor()
      await page.locator('.drafts li:not([hidden]) a').click()
      await page.getByRole('button', { name: 'Bring it back' }).click()
      assert.equal(await page.inputValue('[name=results]'), 'Half a thought')
      await page.click('#form button.main')
      await page.waitForURL(/\/reach$/)
      await page.getByText('Saved.', { exact: true }).waitFor()
      assert.equal((await contentOf(id))['results'], 'Half a thought')
      assert.deepEqual(await keptIn(page), [])
      await context.close()
    },
  )

  test('meets what was changed meanwhile on a page where one chooses', patience, async () => {
    const id = await started()
    const { page, context } = await enter()
    await page.goto(`${line.address}/en/entries/${id}/description`)
    await lose(context)
    await page.fill('[name=summary]', 'Mine.')
    await page.click('#form button.main')
    await page.getByText('What you saved here waits').waitFor()
    await site.site.as(keeper).post(`/en/entries/${id}/description`, { summary: 'Theirs.' })
    await regain(context)
    await page.getByRole('button', { name: 'Show what is to be decided' }).click()
    await page.getByRole('heading', { name: 'This part has changed meanwhile' }).waitFor()
    assert.equal((await contentOf(id))['summary'], 'Theirs.')
    await page.check('#f-keep-summary-mine')
    await page.click('#form button.main')
    await page.waitForURL(/\/reach$/)
    assert.equal((await contentOf(id))['summary'], 'Mine.')
    assert.deepEqual(await keptIn(page), [])
    await context.close()
  })

  test(
    'stands beside the other text on a page that is accessible and fits 320 pixels',
    patience,
    async () => {
      for (const code of ['en', 'ar']) {
        const id = await started()
        const { page, context } = await visitor(browser, {
          bypassCSP: true,
          viewport: { width: 320, height: 800 },
        })
        await signIn(context, line.address, site.cookie)
        await page.goto(`${line.address}/${code}/entries/${id}/description`)
        await page.fill(
          '[name=summary]',
          'Mine, with a-word-that-is-much-too-long-for-the-smallest-of-all-telephones.',
        )
        await site.site.as(keeper).post(`/en/entries/${id}/description`, { summary: 'Theirs.' })
        await page.click('#form button.main')
        await page.locator('#f-keep-summary-mine').waitFor()
        assert.deepEqual(await accessibilityFaults(page), [])
        assert.equal(await overflow(page), 0)
        await context.close()
      }
    },
  )

  test('is shown to nobody who signs in after them, and gone when they sign out', patience, async () => {
    const id = await started()
    const { page, context } = await enter()
    const type = async () => {
      await page.goto(`${line.address}/en/entries/${id}/description`)
      await workerReady(page)
      await page.fill('[name=summary]', 'For my eyes.')
      await somethingKept(page)
    }
    await type()
    const eve = person('eve', { role: 'representative', scope: 'organization:harbour-office' })
    await signIn(context, line.address, site.site.as(eve).cookie)
    await page.goto(`${line.address}/en/entries/${id}`)
    await until(page, `localStorage.getItem('drafts of') === 'eve'`)
    assert.deepEqual(await keptIn(page), [])
    await signIn(context, line.address, site.cookie)
    await type()
    await page.goto(`${line.address}/en/sign-out`)
    await page.click('#form button.main')
    await page.waitForURL(/\/en\/?(\?.*)?$/)
    assert.deepEqual(
      await page.evaluate('caches.keys().then((names) => [localStorage.length, names.length])'),
      [0, 0],
    )
    await context.close()
  })

  test('is saved without scripts as well', patience, async () => {
    const id = await started()
    const { page, context } = await visitor(browser, { javaScriptEnabled: false })
    await signIn(context, line.address, site.cookie)
    await page.goto(`${line.address}/en/entries/${id}/description`)
    await page.fill('[name=summary]', 'Plainly.')
    await page.click('#form button.main')
    await page.waitForURL(/\/reach\?done=/)
    assert.equal((await contentOf(id))['summary'], 'Plainly.')
    await context.close()
  })
})

/** The browser keeps the page as soon as the worker has begun. */
const workerReady = (page: Page) =>
  until(page, `caches.match(location.href.replace(/[?#].*$/, '')).then((known) => known !== undefined)`)

const somethingKept = (page: Page) =>
  until(page, `Object.keys(localStorage).some((key) => key.startsWith('draft '))`)

/** The policy of the site forbids what Playwright would wait with. */
async function until(page: Page, question: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await page.evaluate(question)) return
    await page.waitForTimeout(200)
  }
  throw new Error(`never so: ${question}`)
}

const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(`Object.keys(localStorage).filter((key) => key.startsWith('draft '))`)
