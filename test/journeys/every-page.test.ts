import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { languageCodes } from '#platform/languages.ts'
import { pageIn } from '../sample-pages.ts'
import { accessibilityFaults, openBrowser, overflow, visitor } from './browser.ts'
import { examiner, isWhole } from './examiner.ts'
import { startBusySite, type Place, type RunningSite } from './running-site.ts'
import { structureOf } from './structure.ts'

const firstVisitBytes = 50 * 1024
const [narrow, wide] = [320, 1280]
const patience = { timeout: 900_000 }
let site: RunningSite & { places: Place[] }
let browser: Browser
const examine = examiner()

const isMeantToFail = (path: string) => /nothing-here|nonsense/.test(path)

const wholeFirst = languageCodes.toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)))

const ending = (more: string) => (html: string) => html.replace('</main>', `${more}</main>`)
const links = (...words: string[]) =>
  ending(
    `<p>${words.map((word) => `<a href="/${word}" style="display:inline-block">${word}</a>`).join('')}</p>`,
  )
const twoNames = (first: string, second: string) =>
  ending(`<nav aria-label="${first}"></nav><nav aria-label="${second}"></nav>`)
const picture = (alt: string) => ending(`<a href="/1"><img src="/mark.svg" alt="${alt}" /> Boats</a>`)
const scrolling = (words: string) =>
  ending(`<div style="inline-size:20rem;overflow:auto;white-space:nowrap">${words}</div>`)
const asItIs = (html: string) => html

/** By the rule that each breaks: what has no fault in English, and the same with a fault in French. */
const onlyInFrench: Record<string, Record<'sound' | 'faulty', (html: string) => string>> = {
  'html-has-lang': { sound: asItIs, faulty: (html) => html.replace(' lang="fr"', '') },
  'valid-lang': { sound: asItIs, faulty: (html) => html.replace(' lang="ru"', ' lang="xx"') },
  'document-title': { sound: asItIs, faulty: (html) => html.replace(/(<title>)[^<]*/, '$1 ') },
  'meta-viewport': {
    sound: asItIs,
    faulty: (html) => html.replace('initial-scale=1', 'user-scalable=no'),
  },
  'link-name': { sound: links('Boats'), faulty: links('&nbsp;') },
  label: { sound: asItIs, faulty: (html) => html.replace(/ for="f-email"/, '') },
  'landmark-unique': { sound: twoNames('Boats', 'Lakes'), faulty: twoNames('Boats', 'Boats') },
  'image-redundant-alt': { sound: picture('A lake'), faulty: picture('Boats') },
  'target-size': { sound: links('Boats', 'Lakes'), faulty: links('i', 'l') },
  'scrollable-region-focusable': {
    sound: scrolling('Boats'),
    faulty: scrolling('Boats on the lake '.repeat(9)),
  },
}

describe('every kind of page', { concurrency: 2 }, () => {
  before(async () => {
    site = await startBusySite()
    browser = await openBrowser()
  }, patience)
  after(async () => {
    await browser.close()
    await site.stop()
  })

  for (const code of wholeFirst) {
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
        const html = await answer.text()
        await page.setContent(html, { waitUntil: 'load' })
        for (const width of widths) {
          const found = await faultsAt(page, width)
          if (width === wide) found.push(...(await examine(page, code, html)))
          faults.push(...found.map((fault) => `${path}: ${fault}`))
        }
        widths.reverse()
      }
      await context.close()
      assert.deepEqual(faults, [])
    })
  }

  test('has its faults found that stand in one language only', patience, async () => {
    const { page, context } = await visitor(browser, { bypassCSP: true, reducedMotion: 'reduce' })
    await page.goto(site.address)
    const textIn = async (code: string) => (await fetch(`${site.address}/${code}/sign-in`)).text()
    assert.equal(structureOf(await textIn('en')), structureOf(await textIn('fr')))
    const found: Record<string, string[]> = {}
    for (const [rule, { sound, faulty }] of Object.entries(onlyInFrench)) {
      const examineAnew = examiner()
      const rulesBroken = async (code: string, change: (html: string) => string) => {
        const html = change(await textIn(code))
        await page.setContent(html)
        const faults = await examineAnew(page, code, html)
        return [...new Set(faults.map((fault) => fault.replace(/ .*/s, '')))]
      }
      found[rule] = [
        ...(await rulesBroken('en', sound)),
        ...(await rulesBroken('fr', sound)),
        ...(await rulesBroken('fr', faulty)),
      ]
    }
    await context.close()
    assert.deepEqual(found, Object.fromEntries(Object.keys(onlyInFrench).map((rule) => [rule, [rule]])))
  })

  test('has the contrast computed that axe leaves open', patience, async () => {
    const { page, context } = await visitor(browser, { bypassCSP: true })
    await page.goto(site.address)
    const faultsOf = async (words: string, style: string) => {
      await page.setContent(`<main><p style="color: #595959; ${style}">${words}</p></main>`)
      const faults = await accessibilityFaults(page, 'colours')
      return faults.map((fault) => fault.replace(/ at .* is /, ': '))
    }
    const run = (other: string) => `background: linear-gradient(#fff, ${other})`
    assert.deepEqual(await faultsOf('→', ''), [])
    assert.deepEqual(await faultsOf('→', 'color: #8a8a8a'), ['contrast: 3.45 of 4.5'])
    assert.deepEqual(await faultsOf('→', 'color: #8a8a8a; font-size: 24px'), [])
    assert.deepEqual(await faultsOf('Boats', run('#f0f0f0')), [])
    assert.deepEqual(await faultsOf('Boats', run('#bbb')), ['contrast: 3.65 of 4.5'])
    assert.deepEqual(await faultsOf('Boats', run('#000')), ['contrast: 1.00 of 4.5'])
    assert.deepEqual(await faultsOf('Boats', 'opacity: 0.9; background: linear-gradient(#fff, #fff)'), [
      'contrast: not decided',
    ])
    await context.close()
  })

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

/** As if the browser had never been there; a new one for each page takes three times as long. */
async function forget(page: Page, network: CDPSession): Promise<void> {
  await page.goto('about:blank')
  await network.send('Network.clearBrowserCache')
  await network.send('Storage.clearDataForOrigin', { origin: site.address, storageTypes: 'all' })
}

/** A form that changes something needs a token, and with it a cookie of its own. */
const hasForm = async (page: Page): Promise<boolean> =>
  (await page.locator('input[name="_token"]').count()) > 0
