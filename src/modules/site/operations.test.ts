import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { claimMail, giveUpMail, keepDue } from '#platform/mail/outbox-commands.ts'
import { mailById } from '#platform/mail/outbox-queries.ts'
import { sendLater, type Mail } from '#platform/mail/outbox.ts'
import { readSettings } from '#platform/settings.ts'
import type { Visit } from '#platform/web/visit.ts'
import { person, testDay, testSite, type SignedIn, type TestSite } from '../../../test/test-site.ts'
import { keptMailRecord } from './operations-shape.ts'

const noon = new Date(`${testDay}T12:00:00Z`)

let site: TestSite
let db: Db
let admin: SignedIn

const mail = (name: string): Mail => ({
  to: { person: name, address: `${name}@example.org`, name },
  language: 'ar',
  kind: 'accounts.sign-in-link',
  subject: 'site.name',
  body: [{ part: 'link', of: { words: 'layout.search', to: '/sign-in/link?token=only-for-amina' } }],
  once: 'one',
  secret: true,
})

async function give(...names: string[]): Promise<string[]> {
  await db.transaction().execute(async (tx) => {
    for (const name of names) await sendLater(tx, mail(name), noon)
  })
  const rows = await db.selectFrom('outbox').select('id').orderBy('person').execute()
  return rows.map(({ id }) => id)
}

async function giveDead(name: string): Promise<string> {
  const [id = ''] = await give(name)
  const claimed = await claimMail(db, noon)
  await giveUpMail(db, claimed!, 'uncertain', null, noon)
  return id
}

const stateOf = async (id: string) => (await mailById(db, id))?.state

describe('the pages of those who run the site', () => {
  before(async () => {
    site = await testSite()
    db = site.db
    admin = site.as(person('admin', { role: 'administrator', scope: null }))
  })
  beforeEach(() => db.deleteFrom('outbox').execute())

  test('are for administrators only, and tell nobody else whether a mail exists', async () => {
    const [id = ''] = await give('amina')
    const officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    const paths = ['/operations/mail', '/operations/jobs', `/operations/mail/${id}`, '/operations/mail/none']
    for (const path of paths) {
      assert.equal((await site.ask(`/en${path}`)).status, 303, path)
      assert.equal((await officer.get(`/en${path}`)).status, 403, path)
      assert.equal((await site.ask(`/en${path}.json`)).status, 403, path)
    }
    assert.equal((await officer.get(`/en/operations/mail/${id}/again`)).status, 403)
  })

  test('list in six languages what waits, with what happened to it and nothing of what it says', async () => {
    const [id = ''] = await give('amina')
    for (const code of languageCodes) {
      const { status, text } = await admin.get(`/${code}/operations/mail`)
      assert.deepEqual(
        [status, text.includes('amina@example.org'), text.includes('only-for-amina')],
        [200, true, false],
      )
      const one = await admin.get(`/${code}/operations/mail/${id}`)
      assert.deepEqual([one.status, one.text.includes('only-for-amina')], [200, false])
    }
    const { text } = await admin.get('/en/operations/mail.json')
    assert.equal(text.includes('only-for-amina'), false)
  })

  test('show what a kept mail says, with its link, only where there is no mail server', async () => {
    const [id = ''] = await give('amina')
    await keepDue(db, noon)
    const { text } = await admin.get(`/en/operations/mail/${id}`)
    assert.match(text, /href="https:\/\/actionline\.test\/ar\/sign-in\/link\?token=only-for-amina"/)

    const row = (await mailById(db, id))!
    const settings = readSettings({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'a@example.org' }, '/')
    const visit = { settings, t: () => '' } as unknown as Visit
    assert.equal((await keptMailRecord(visit, row)).content, null)
  })

  test('have a mail sent again, with a line of history that names no address', async () => {
    const id = await giveDead('amina')
    const { status, location } = await admin.post(`/en/operations/mail/${id}/again`)
    assert.deepEqual([status, location?.split('?')[0]], [303, `/en/operations/mail/${id}`])
    const row = await db
      .selectFrom('outbox')
      .select(['state', 'failure', 'attempts', 'due_at'])
      .executeTakeFirst()
    assert.deepEqual(row, { state: 'waiting', failure: null, attempts: 0, due_at: noon })
    const line = await db
      .selectFrom('history')
      .select(['actor', 'act', 'subject_kind', 'subject_id', 'from_state', 'to_state', 'facts'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    assert.deepEqual(line, {
      actor: 'admin',
      act: 'mail.send-again',
      subject_kind: 'mail',
      subject_id: id,
      from_state: 'dead',
      to_state: 'waiting',
      facts: {},
    })
  })

  test('have all that were kept sent, except what has expired, each with a line of history', async () => {
    const ids = await give('amina', 'chen', 'elena')
    await keepDue(db, noon)
    const [, , expired = ''] = ids
    await db
      .updateTable('outbox')
      .set({ until: new Date(noon.getTime() - 1) })
      .where('id', '=', expired)
      .execute()
    assert.equal((await site.ask('/en/operations/kept-mails')).status, 303)
    assert.match((await admin.get('/en/operations/kept-mails')).text, /3 mails/)
    assert.equal((await admin.post('/en/operations/kept-mails')).status, 303)
    assert.deepEqual(await Promise.all(ids.map(stateOf)), ['waiting', 'waiting', 'kept'])
    const lines = await db
      .selectFrom('history')
      .select(['subject_id', 'from_state', 'to_state'])
      .where('act', '=', 'mail.send-again')
      .where('subject_id', 'in', ids)
      .execute()
    assert.deepEqual(
      new Set(lines.map((line) => `${line.subject_id} ${line.from_state} ${line.to_state}`)),
      new Set(ids.slice(0, 2).map((id) => `${id} kept waiting`)),
    )
    // Pressed twice, nothing is left to do.
    assert.equal((await admin.post('/en/operations/kept-mails')).status, 303)
  })

  test('drop a mail and what it says', async () => {
    const id = await giveDead('amina')
    assert.equal((await admin.post(`/en/operations/mail/${id}/drop`)).status, 303)
    const { state, content } = await db
      .selectFrom('outbox')
      .select(['state', 'content'])
      .executeTakeFirstOrThrow()
    assert.deepEqual([state, content], ['dropped', null])
  })

  test('refuse to send what waits already, what is settled and what has expired', async () => {
    const [id = ''] = await give('amina')
    assert.equal((await admin.get(`/en/operations/mail/${id}/again`)).status, 409)
    await admin.post(`/en/operations/mail/${id}/drop`)
    assert.equal((await admin.get(`/en/operations/mail/${id}/drop`)).status, 409)
    await db.deleteFrom('outbox').execute()
    const dead = await giveDead('chen')
    await db
      .updateTable('outbox')
      .set({ until: new Date(noon.getTime() - 1) })
      .execute()
    assert.equal((await admin.post(`/en/operations/mail/${dead}/again`)).status, 409)
    assert.equal(await stateOf(dead), 'dead')
  })

  test('of five operators who drop a mail at once one does, and the others are told', async () => {
    const id = await giveDead('amina')
    const five = Array.from({ length: 5 }, (_, place) =>
      site.as(person(`admin${place}`, { role: 'administrator', scope: null })),
    )
    await Promise.all(five.map((one) => one.get(`/en/operations/mail/${id}/drop`)))
    const answers = await Promise.all(five.map((one) => one.post(`/en/operations/mail/${id}/drop`)))
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length
    assert.deepEqual([count(303), count(409)], [1, 4])
  })

  test('go through a long list page by page, and refuse a cursor that is none', async () => {
    await give('amina', 'chen', 'elena')
    const addresses: string[] = []
    for (let after = ''; ;) {
      const { text } = await admin.get(`/en/operations/mail.json?limit=2${after && `&after=${after}`}`)
      const page = JSON.parse(text) as { rows: { address: string }[]; total: number; next: string | null }
      assert.equal(page.total, 3)
      addresses.push(...page.rows.map(({ address }) => address))
      if (page.next === null) break
      after = page.next
    }
    assert.deepEqual(addresses.toSorted(), ['amina@example.org', 'chen@example.org', 'elena@example.org'])
    const wrong = Buffer.from(JSON.stringify([noon.toISOString(), 'x'])).toString('base64url')
    for (const after of ['nonsense', wrong])
      assert.equal((await admin.get(`/en/operations/mail?after=${after}`)).status, 400)
    assert.equal((await admin.get('/en/operations/mail?state=lost')).status, 400)
  })
})
