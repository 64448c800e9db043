import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import type { App } from '#platform/web/app.ts'
import { joined, type Browser } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { openSite } from '../../../site.ts'
import { openAuthentication } from '../sign-in/authentication.ts'

const password = 'harbour lantern oblique'
const settings = readSettings({ PUBLIC_URL: 'https://actionline.test', REQUESTS_PER_MINUTE: '1000000' }, '/')

describe('another mail address', () => {
  let db: Db
  let app: App

  before(async () => {
    db = await testDatabase()
    app = openSite(db, settings, { log: (line) => assert.fail(JSON.stringify(line)) })
  })

  const join = async (email: string) => joined(await openAuthentication(db, settings), email, password)

  /** Opens the form at an address and sends it, as this browser. */
  async function send(browser: Browser, path: string, fields: Record<string, string> = {}) {
    const headers = { Cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') }
    const address = `https://actionline.test/en${path}`
    const page = await app.fetch(new Request(address, { headers }))
    const token = /name="_token"\s+value="([^"]*)"/.exec(await page.text())?.[1]
    if (token === undefined) return { status: page.status, text: '' }
    const body = new URLSearchParams({ _token: token, ...fields })
    const answer = await app.fetch(new Request(address, { method: 'POST', headers, body }))
    return { status: answer.status, text: await answer.text() }
  }

  const mails = async (address: string) => {
    const rows = await db
      .selectFrom('outbox')
      .select(['kind', 'content'])
      .where('address', '=', address)
      .execute()
    return rows.map(({ kind, content }) => ({
      kind,
      link: /\/account\/address\/([\w-]+)/.exec(JSON.stringify(content))?.[1] ?? '',
    }))
  }

  const addressOf = async (email: string) =>
    (await db.selectFrom('people').select('email').where('email', '=', email).executeTakeFirst())?.email ??
    null

  test('counts once its link is opened by the same person, and the old one is told', async () => {
    const amina = await join('amina@old.example')
    const elsewhere = await join('chen@other.example')
    assert.equal(
      (await send(amina, '/account/address', { email: 'Amina@New.example', present: 'wrong one' })).status,
      422,
    )
    assert.deepEqual(await mails('amina@new.example'), [])
    assert.equal(
      (await send(amina, '/account/address', { email: 'Amina@New.example', present: password })).status,
      303,
    )
    assert.notEqual(await addressOf('amina@old.example'), null)
    const [mail] = await mails('amina@new.example')
    assert.equal(mail?.kind, 'accounts.new-address')
    assert.equal((await send(elsewhere, `/account/address/${mail?.link}`)).status, 404)
    assert.equal((await send(amina, `/account/address/${mail?.link}`)).status, 303)
    assert.deepEqual(
      [await addressOf('amina@old.example'), await addressOf('amina@new.example')],
      [null, 'amina@new.example'],
    )
    assert.ok((await mails('amina@old.example')).some(({ kind }) => kind === 'accounts.address-changed'))
    assert.equal((await send(amina, `/account/address/${mail?.link}`)).status, 404)
    const lines = JSON.stringify(await db.selectFrom('history').selectAll().execute())
    assert.equal(lines.includes('.example'), false)
  })

  test('that has an account already gets a notice there, and nothing is told here', async () => {
    const amina = await join('amina@third.example')
    await join('taken@fourth.example')
    const asked = await send(amina, '/account/address', { email: 'taken@fourth.example', present: password })
    assert.equal(asked.status, 303)
    assert.deepEqual(
      (await mails('taken@fourth.example'))
        .map(({ kind, link }) => [kind, link])
        .filter(([kind]) => kind !== 'accounts.confirm-link'),
      [['accounts.already', '']],
    )
    assert.deepEqual(await db.selectFrom('address_changes').selectAll().execute(), [])
  })
})
