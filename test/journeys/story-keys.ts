import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import type { Somebody } from './story-stage.ts'

/** What people do without a mouse: Tab, Enter, Space and letters. Wherever the focus stops it is seen, and it never runs back up the page. */

/** The first stop of a page leads past what stands above every page. */
export async function skipToMain(who: Somebody): Promise<void> {
  await step(who)
  await who.page.keyboard.press('Enter')
  assert.equal(await who.page.locator('main:focus').count(), 1)
}

/** Goes on with Tab to the field, and types into it. */
export async function typeInto(who: Somebody, name: string, text: string): Promise<void> {
  await tabTo(who, `#form [name="${name}"]`)
  await who.page.keyboard.type(text)
}

/** Goes on with Tab to the link, and follows it. */
export async function followByKeys(who: Somebody, ending: string): Promise<void> {
  await tabTo(who, `main a[href$="${ending}"]`)
  await pressKey(who, 'Enter')
}

/** Goes on with Tab to the main button of the form, and presses it. */
export async function sendByKeys(who: Somebody, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(who, '#form > .buttons > button')
  await pressKey(who, key)
}

/** After what was wrong the focus is at the summary; Tab and Enter lead to the field that it names. */
export async function goToMistake(who: Somebody, name: string): Promise<void> {
  assert.equal(await who.page.locator('.error-summary:focus').count(), 1)
  await tabTo(who, `.error-summary a[href="#f-${name}"]`)
  await who.page.keyboard.press('Enter')
  assert.equal(await who.page.locator(`#f-${name}:focus`).count(), 1)
}

const mostStops = 80

async function tabTo(who: Somebody, wanted: string): Promise<void> {
  let last = await placeOf(focused(who))
  for (let stops = 0; stops < mostStops; stops += 1) {
    await step(who)
    const place = await placeOf(focused(who))
    assert.ok(place.bottom > last.top, `${wanted}: the focus runs from ${last.top} back up to ${place.top}`)
    last = place
    if ((await who.page.locator(`${wanted}:focus`).count()) === 1) return
  }
  assert.fail(`${wanted} is not reached with Tab`)
}

/** One Tab; the browser shows where it has led to. */
async function step(who: Somebody): Promise<void> {
  await who.page.keyboard.press('Tab')
  const { isSeen, html } = await focused(who).evaluate((element) => {
    type Rectangle = { top: number; bottom: number }
    type Shown = { outerHTML: string; getBoundingClientRect: () => Rectangle }
    const { getComputedStyle, innerHeight } = globalThis as unknown as {
      getComputedStyle: (shown: unknown) => { outlineStyle: string; outlineWidth: string }
      innerHeight: number
    }
    const shown = element as unknown as Shown
    const { outlineStyle, outlineWidth } = getComputedStyle(shown)
    const { top, bottom } = shown.getBoundingClientRect()
    const isInside = bottom > 0 && top < innerHeight
    return {
      isSeen: isInside && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      html: shown.outerHTML.slice(0, 200),
    }
  })
  assert.ok(isSeen, `the focus is not seen at ${html}`)
}

async function pressKey(who: Somebody, key: 'Enter' | 'Space'): Promise<void> {
  const arrived = who.page.waitForEvent('load')
  await who.page.keyboard.press(key)
  await arrived
  await who.look()
}

const focused = (who: Somebody): Locator => who.page.locator(':focus')

/** Where on the page the focus is; at its very top before the first Tab. */
async function placeOf(where: Locator): Promise<{ top: number; bottom: number }> {
  if ((await where.count()) === 0) return { top: 0, bottom: 0 }
  return where.evaluate((element) => {
    const { scrollY } = globalThis as unknown as { scrollY: number }
    const shown = element as unknown as { getBoundingClientRect: () => { top: number; bottom: number } }
    const { top, bottom } = shown.getBoundingClientRect()
    return { top: top + scrollY, bottom: bottom + scrollY }
  })
}
