import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { operator, type Actor, type Standing } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Refusal } from '#platform/errors.ts'
import { verifyHistory } from '#platform/history.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { readSettings } from '#platform/settings.ts'
import { insertPeople, nameOf, newOrganization } from '../../../../test/accounts-samples.ts'
import { joined } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import { openSite } from '../../../site.ts'
import { askClaim } from '../organizations/claim-commands.ts'
import { invite } from '../roles/invitation-commands.ts'
import { grantRole } from '../roles/role-commands.ts'
import { openAuthentication } from '../sign-in/authentication.ts'
import { erasePerson } from './erasure-commands.ts'
import { editProfile } from './profile-commands.ts'

const at = new Date('2026-11-21T12:00:00Z')
const someone = (id: string, ...standings: Standing[]): Actor => ({ person: id, id, name: id, standings })
const erasers = modules.flatMap((module) => module.erasePerson ?? [])

/** Tables in which some row contains a text, whatever the column. */
async function tablesWith(db: Db, text: string, how: 'anywhere' | 'as a word' = 'anywhere') {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const condition =
    how === 'anywhere' ? sql`position(${text} in x::text) > 0` : sql`x::text ~ ${`\\m${text}\\M`}`
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ has: boolean }>`
      select exists (select from ${sql.table(name)} x where ${condition}) as has`.execute(db)
    if (rows[0]?.has === true) found.push(name)
  }
  return found.toSorted()
}

describe('the data of a person', () => {
  let site: TestSite
  let db: Db

  before(async () => {
    site = await testSite()
    db = site.db
  })

  beforeEach(async () => {
    const tables = [
      'outbox',
      'invitations',
      'roles',
      'claims',
      'organizations',
      'sessions',
      'people',
    ] as const
    for (const table of tables) await db.deleteFrom(table).execute()
    await sql`truncate row_versions`.execute(db)
    await insertPeople(db, ['amina', 'chen', 'olga'])
  })

  async function busyAmina() {
    const organization = await newOrganization(db, { proposedBy: 'amina' })
    await askClaim(db, { actor: someone('amina'), at, organization, words: 'my words of Amina' })
    await grantRole(db, { actor: operator, at, person: 'amina', role: 'verifier', scope: null })
    const to = { person: 'amina', address: 'amina@amina.example', name: nameOf('amina') }
    await db
      .transaction()
      .execute((tx) =>
        sendLater(
          tx,
          { to, language: 'en', kind: 'accounts.x', subject: 'claims.mail.open', body: [], once: 'x' },
          at,
        ),
      )
    const offer = { language: 'en', role: 'translator', scope: null } as const
    await invite(db, { actor: operator, at, email: 'amina@amina.example', ...offer })
    const profile = { name: nameOf('amina'), ownName: 'أمينة', language: 'fr', nameIsPublic: true } as const
    await editProfile(db, { actor: someone('amina'), at, profile, version: null })
  }

  test('see all that is held about them, wherever it is', async () => {
    await busyAmina()
    const amina = site.as(person('amina'))
    const data = JSON.parse((await amina.get('/en/account/data.json')).text) as {
      holdings: { holding: string; rows: unknown[] }[]
    }
    const rows = Object.fromEntries(
      data.holdings.map(({ holding, rows: held }) => [holding, held.length > 0]),
    )
    for (const holding of [
      'profile',
      'roles',
      'claims',
      'proposed-organizations',
      'invitations',
      'mails',
      'history',
    ])
      assert.equal(rows[holding], true, holding)
    const everything = JSON.stringify(data)
    for (const words of ['amina@amina.example', 'my words of Amina', 'أمينة'])
      assert.ok(everything.includes(words))
    const rowsOnly = JSON.stringify(data.holdings.map(({ rows: held }) => held))
    assert.equal(/seal|token|digest|chen/.test(rowsOnly), false)
    // Every table that names the person is among those that the page gathers from.
    const gathered = ['claims', 'history', 'invitations', 'organizations', 'outbox', 'people', 'roles']
    const copies = ['history_parts', 'row_versions']
    const naming = new Set([
      ...(await tablesWith(db, 'amina@')),
      ...(await tablesWith(db, 'amina', 'as a word')),
    ])
    assert.deepEqual(
      [...naming].filter((table) => ![...gathered, ...copies].includes(table)),
      [],
    )
  })

  test('that are erased leave no name and no address anywhere, and their lines of history', async () => {
    await busyAmina()
    await erasePerson(db, { actor: someone('amina'), at, erasers })
    for (const words of ['amina@', nameOf('amina'), 'أمينة', 'my words of Amina'])
      assert.deepEqual({ words, in: await tablesWith(db, words) }, { words, in: [] })
    const lines = await db.selectFrom('history').select('seq').where('actor', '=', 'amina').execute()
    assert.notEqual(lines.length, 0)
    const claim = await db.selectFrom('claims').select('id').executeTakeFirstOrThrow()
    const digests = Object.assign({}, ...modules.map((module) => module.digests ?? {})) as never
    const { faults } = await verifyHistory(db, digests)
    assert.deepEqual(
      faults.filter(({ subject }) => [`claim ${claim.id}`, 'person amina'].includes(subject)),
      [],
    )
  })

  test('cannot be erased by others, nor the last administrator by themselves', async () => {
    await assert.rejects(erasePerson(db, { actor: operator, at, erasers }))
    await grantRole(db, { actor: operator, at, person: 'amina', role: 'administrator', scope: null })
    const last = erasePerson(db, { actor: someone('amina'), at, erasers })
    await assert.rejects(last, (error: Refusal) => error.key === 'roles.last-administrator')
    await grantRole(db, { actor: operator, at, person: 'chen', role: 'administrator', scope: null })
    await erasePerson(db, { actor: someone('amina'), at, erasers })
    assert.equal(
      (await db.selectFrom('people').select('email').where('id', '=', 'amina').executeTakeFirst())?.email,
      null,
    )
  })
})

test('somebody who proves who they are again erases their account with a form, and is signed out by it', async () => {
  const db = await testDatabase()
  const settings = readSettings(
    { PUBLIC_URL: 'https://actionline.test', REQUESTS_PER_MINUTE: '1000000' },
    '/',
  )
  const password = 'harbour lantern oblique'
  const browser = await joined(await openAuthentication(db, settings), 'amina@leaving.example', password)
  const app = openSite(db, settings, { log: (line) => assert.fail(JSON.stringify(line)) })
  const headers = { Cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') }
  const address = 'https://actionline.test/en/account/erasure'
  const ask = (body?: URLSearchParams) =>
    app.fetch(new Request(address, body ? { method: 'POST', headers, body } : { headers }))
  const page = await (await ask()).text()
  const token = /name="_token"\s+value="([^"]*)"/.exec(page)?.[1] ?? ''
  const send = (fields: Record<string, string>) => ask(new URLSearchParams({ _token: token, ...fields }))
  const all = { understood: 'yes', email: 'Amina@Leaving.example', present: password }

  for (const wrong of [
    { understood: '' },
    { email: 'other@leaving.example' },
    { present: 'not this one at all' },
  ])
    assert.equal((await send({ ...all, ...wrong })).status, 422)
  const done = await send(all)

  assert.equal(done.headers.get('Location'), '/en/account/erased')
  assert.match((await ask()).headers.get('Location') ?? '', /^\/en\/sign-in/)
  assert.deepEqual(await tablesWith(db, 'leaving.example'), [])
})
