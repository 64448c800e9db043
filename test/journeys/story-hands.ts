import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import type { LanguageCode } from '#platform/languages.ts'
import type { Somebody } from './story-stage.ts'

/** What people do with a browser. Each step ends with a look at the page that it has led to. */

export async function open(who: Somebody, path: string): Promise<void> {
  const answer = await who.page.goto(`${who.stage.address}/${who.language}${path}`)
  assert.equal(answer?.status(), 200, `${path} for ${who.name}`)
  await who.look()
}

/** Follows a link by its words; the first, when several are called so. */
export async function follow(who: Somebody, words: string, within = 'main'): Promise<void> {
  await go(who, who.page.locator(within).getByRole('link', { name: words }).first())
}

/** Presses a button by its whole words. */
export async function press(who: Somebody, words: string, within = 'main'): Promise<void> {
  await go(who, who.page.locator(within).getByRole('button', { name: words, exact: true }).first())
}

/** Presses the main button of the form. */
export const submit = (who: Somebody): Promise<void> =>
  go(who, who.page.locator('#form > .buttons > button').first())

export async function fill(who: Somebody, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await field(who, name).fill(value)
}

export async function choose(who: Somebody, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await field(who, name).selectOption(value)
}

export const tick = (who: Somebody, name: string, value: string): Promise<void> =>
  who.page.locator(`#form input[name="${name}"][value="${value}"]`).check()

export const attach = (who: Somebody, name: string, file: { name: string; text: string }): Promise<void> =>
  who.page.locator(`#form input[type="file"][name="${name}"]`).setInputFiles({
    name: file.name,
    mimeType: 'text/plain',
    buffer: Buffer.from(file.text),
  })

/** What stands in a field now. */
export const valueOf = (who: Somebody, name: string): Promise<string> => field(who, name).inputValue()

/** Goes on in another language, in the middle of a form. */
export async function switchLanguage(who: Somebody, to: LanguageCode): Promise<void> {
  await go(who, who.page.locator(`.languages button[lang^="${to}"]`).first())
  assert.equal((await who.page.locator('html').getAttribute('lang'))?.slice(0, 2), to)
}

/** The words of the page, with single spaces. */
export const textOf = async (who: Somebody, within = 'main'): Promise<string> =>
  (await who.page.locator(within).first().innerText()).replaceAll(/\s+/g, ' ')

/** The address of the page without host and language. */
export const pathOf = (who: Somebody): string => decodeURIComponent(new URL(who.page.url()).pathname.slice(3))

async function go(who: Somebody, what: Locator): Promise<void> {
  const arrived = who.page.waitForEvent('load')
  await what.click()
  await arrived
  await who.look()
}

const field = (who: Somebody, name: string): Locator => who.page.locator(`#form [name="${name}"]`)
