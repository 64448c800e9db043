import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { personWithLink } from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { listen, type Serving } from '#platform/web/serve.ts'
import { openSite } from '../../src/site.ts'
import { freePort } from '../free-port.ts'
import { testDatabase } from '../test-database.ts'
import { accessibilityFaults, openBrowser, overflow, visitor } from './browser.ts'

const password = 'harbour lantern oblique'
const entrances = [
  '/sign-in',
  '/sign-up',
  '/sign-in/link',
  '/sign-in/forgotten',
  '/sign-in/second-factor',
  '/sign-in/passkey',
  '/sign-in/notice/link',
  '/sign-in/link/open?token=over',
  '/sign-out',
]
const own = [
  '/account/security',
  '/account/security/password',
  '/account/security/second-factor',
  '/account/security/passkeys/add',
]

let db: Db
let serving: Serving
let browser: Browser
let address = ''

describe('somebody with a browser', () => {
  before(async () => {
    db = await testDatabase()
    const port = await freePort()
    // Passkeys belong to a name, not to a number.
    address = `http://localhost:${port}`
    const settings = readSettings(
      { PUBLIC_URL: address, PORT: String(port), REQUESTS_PER_MINUTE: '100000' },
      '.',
    )
    serving = await listen(openSite(db, settings), { ...settings, stopSeconds: 1 })
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await serving.stop()
  })

  /** Opens a link of the operator and sets a password. */
  async function comeIn(page: Page, email: string) {
    const { path } = await personWithLink(db, { name: 'Li Wei', email, language: 'en' }, new Date())
    await page.goto(address + path)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.goto(`${address}/en/account/security/password`)
    await page.getByLabel('New password').fill(password)
    await page.getByRole('button', { name: 'Set a password' }).click()
    await page.waitForURL('**/en/account/security?done=**')
  }

  test('signs in, sets a password and signs in with it, without scripts and with the keyboard', async () => {
    const { page, context } = await visitor(browser, { javaScriptEnabled: false })
    await comeIn(page, 'keyboard@example.org')
    await page.goto(`${address}/en/sign-out`)
    await page.getByRole('button', { name: 'Sign out' }).press('Enter')
    await page.goto(`${address}/en/account/security`)
    assert.equal(new URL(page.url()).pathname, '/en/sign-in')
    await page.getByLabel('E-mail address').focus()
    await page.keyboard.type('keyboard@example.org')
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/account/security?done=**')
    await context.close()
  })

  test('adds a passkey and signs in with nothing else', async () => {
    const { page, context, complaints } = await visitor(browser)
    await comeIn(page, 'passkey@example.org')
    const devices = await context.newCDPSession(page)
    await devices.send('WebAuthn.enable')
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    } as const
    await devices.send('WebAuthn.addVirtualAuthenticator', { options })
    await page.goto(`${address}/en/account/security/passkeys/add`)
    await page.getByLabel('What you call it').fill('My telephone')
    await page.getByLabel('Present password').fill(password)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.waitForURL('**/en/account/security?done=**')
    assert.match(await page.content(), /My telephone/)

    await page.goto(`${address}/en/sign-out`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${address}/en/sign-in/passkey?to=%2Faccount%2Fsecurity`)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL('**/en/account/security?done=**')
    assert.match(await page.content(), /passkey@example\.org/)
    assert.deepEqual(complaints, [])
    await context.close()
  })

  for (const code of ['en', 'ar', 'zh'])
    test(`meets accessible pages that fit, in ${code}`, { timeout: 600_000 }, async () => {
      const viewport = { width: 320, height: 800 }
      const { page, context } = await visitor(browser, { bypassCSP: true, viewport })
      const faults: string[] = []
      const look = async (path: string) => {
        await page.goto(`${address}/${code}${path}`)
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`))
        const pixels = await overflow(page)
        if (pixels > 0) faults.push(`${path}: ${pixels} pixels too wide`)
      }
      for (const path of entrances) await look(path)
      await comeIn(page, `reader-${code}@example.org`)
      for (const path of own) await look(path)
      await page.goto(`${address}/en/account/security/second-factor`)
      await page.getByLabel('Present password').fill(password)
      await page.getByRole('button', { name: 'Set up a second factor' }).click()
      await look('/account/security/second-factor/confirm')
      assert.deepEqual(faults, [])
      await context.close()
    })
})
