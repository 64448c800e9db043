import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readCatalogues, translators } from '#platform/messages.ts'
import { messageFolders } from '../../site.ts'
import { person, testDay, testSite, type TestSite } from '../../../test/test-site.ts'
import { sendNotices } from './digest-commands.ts'
import { followHistory } from './history-commands.ts'
import { tell } from './notice-commands.ts'
import { noticesOf } from './notice-queries.ts'
import { remind } from './reminder-commands.ts'
import { stopToken } from './stop-token.ts'

const at = new Date(`${testDay}T12:00:00Z`)
const translate = translators(readCatalogues(messageFolders()))
const later = (days: number) => new Date(at.getTime() + days * 86_400_000)

describe('notices', () => {
  let site: TestSite
  let db: Db
  before(async () => {
    site = await testSite()
    db = site.db
    await someone('amina', 'ar')
    await someone('chen', 'zh')
    await someone('silent', 'fr')
  })

  const someone = (id: string, language: LanguageCode) =>
    db
      .insertInto('people')
      .values({
        id,
        name: id,
        email: `${id}@example.org`,
        email_verified: id !== 'silent',
        language,
        second_factor: false,
        created_at: at,
        updated_at: at,
        erased_at: null,
      })
      .execute()
  const grant = (id: string, to: string, role: 'focal-point' | 'verifier', scope: 'body:itu-sg' | null) =>
    db
      .insertInto('roles')
      .values({
        id,
        person: to,
        role,
        scope,
        from_date: '2026-01-01',
        granted_at: at,
        granted_by: 'test',
      } as never)
      .execute()
  const mails = () => db.selectFrom('outbox').selectAll().orderBy('address').execute()
  const told = async (id: string) => (await noticesOf(db, id, {})).rows.map(({ words }) => words)
  const send = (isDaily: boolean, day = 0) => sendNotices(db, { isDaily, at: later(day), translate })

  test('a line of the history tells whom it concerns, once, however often it is read', async () => {
    await grant('r1', 'chen', 'verifier', null)
    const change = { act: 'accounts.grant-role', subject: { kind: 'role', id: 'r1' }, actor: 'amina' }
    await db.transaction().execute((tx) => record(tx, { ...change, facts: { role: 'verifier' } }, at))

    const counts = [await followHistory(db, at), await followHistory(db, at)]

    assert.deepEqual(counts, [1, 0])
    assert.deepEqual(await told('chen'), ['notice.role-granted'])
  })

  test('what is told at once comes in a mail of its own in the language of the reader, and never twice', async () => {
    const sent = [await send(false), await send(false), await send(true)]
    const [mail] = await mails()

    assert.deepEqual(sent, [1, 0, 0])
    assert.deepEqual(
      [mail?.address, mail?.language, mail?.kind],
      ['chen@example.org', 'zh', 'notices.at-once'],
    )
    assert.match(JSON.stringify(mail?.content), /核实人/)
  })

  test('owners are reminded at each step before a due date, once each, in one digest a day', async () => {
    await grant('r2', 'amina', 'focal-point', 'body:itu-sg')
    const due = await db
      .selectFrom('occurrences as o')
      .innerJoin('duty_parties as p', 'p.duty', 'o.duty')
      .select('o.duty')
      .where('o.year', '=', 2026)
      .where('p.body', '=', 'itu-sg')
      .orderBy('o.duty')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('duty_owners')
      .values({
        duty: due.duty,
        kind: 'body',
        owner: 'itu-sg',
        on_behalf_of: null,
        taken_at: at,
        taken_by: 'amina',
      })
      .execute()

    const reminded = [
      await remind(db, at),
      await remind(db, at),
      await remind(db, later(27)),
      await remind(db, later(45)),
    ]
    const digests = [await send(false), await send(true), await send(true)]

    assert.deepEqual(reminded, [1, 0, 1, 1])
    assert.deepEqual(await told('amina'), ['notice.past', 'notice.due', 'notice.due'])
    assert.deepEqual(digests, [0, 1, 0])
    assert.match(JSON.stringify((await mails())[0]?.content), /قرار|القرار/)
  })

  test('evidence that is documented ends the reminders of its due date', async () => {
    const { duty } = await db.selectFrom('duty_owners').select('duty').executeTakeFirstOrThrow()
    const { id } = await db
      .insertInto('evidence')
      .values({
        duty,
        kind: 'record',
        record_kind: 'revision',
        record_id: 'pp-140-dubai-2018',
        shows: JSON.stringify({ en: 'It shows' }),
        original_language: 'en',
        happened_on: testDay,
        state: 'documented',
        visibility: 'public',
        revision: 1,
        linked_by: 'amina',
        linked_at: at,
        changed_at: at,
      } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.insertInto('evidence_occurrences').values({ evidence: id, duty, occurrence: '2026' }).execute()
    await db.deleteFrom('notices').where('person', '=', 'amina').execute()

    assert.equal(await remind(db, at), 0)
  })

  test('whoever has no confirmed address gets no mail, and the notice waits on their page', async () => {
    await tellOne('silent', 'one')

    assert.equal(await send(true), 0)
    assert.deepEqual(await told('silent'), ['notice.role-ended'])
    assert.deepEqual(
      (await mails()).filter(({ address }) => address.startsWith('silent')),
      [],
    )
  })

  test('two processes that send at once put each notice into one mail', async () => {
    await db.deleteFrom('outbox').execute()
    for (const number of ['a', 'b', 'c']) await tellOne('chen', number)

    const sent = await Promise.all([send(true), send(true), send(true), send(true)])

    assert.equal(
      sent.reduce((sum, one) => sum + one, 0),
      3,
    )
    assert.equal((await mails()).length, 3)
  })

  test('one click in a mail ends its kind; the page goes on showing it', async () => {
    const token = await stopToken(db, { person: 'chen', kind: 'accounts.roles' })
    const answer = await site.app.fetch(
      new Request(`https://actionline.test/zh/notices/stop/${token}`, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      }),
    )
    await tellOne('chen', 'after')

    assert.equal(answer.status, 303)
    assert.equal(await send(true), 0)
    assert.equal((await told('chen')).length, 5)
  })

  test('a link that was tampered with ends nothing', async () => {
    const token = await stopToken(db, { person: 'chen', kind: 'all' })
    const [words = '', signature = ''] = token.split('.')
    const other = Buffer.from(JSON.stringify(['amina', 'all'])).toString('base64url')
    const statuses = []
    for (const bad of [`${other}.${signature}`, words, 'x.y', `${words}.${signature}x`])
      statuses.push((await site.get(`/en/notices/stop/${bad}`)).status)

    assert.deepEqual(statuses, [404, 404, 404, 404])
  })

  test('the page of notices shows one person only their own, and marks as read what was shown', async () => {
    const chen = site.as(person('chen'))
    const shown = await chen.get('/en/notices')
    const stranger = await site.get('/en/notices.json')
    const until = /name="until"\s+value="([^"]*)"/.exec(shown.text)?.[1] ?? ''
    await chen.json('/en/notices/read', { until })

    assert.match(shown.text, /You have a new role: verifier/)
    assert.equal(stranger.status, 403)
    assert.equal((await noticesOf(db, 'chen', {})).unread, 0)
    assert.equal((await noticesOf(db, 'silent', {})).unread, 1)
  })

  test('choices are kept for each kind, and a bad one is refused by name', async () => {
    const amina = site.as(person('amina'))
    const good = await amina.post('/en/account/notices', { 'duties-due': 'at-once' })
    const bad = await amina.post('/en/account/notices', { 'duties-due': 'never' })
    await tell0('amina', 'x')

    assert.deepEqual([good.status, bad.status], [303, 422])
    assert.match(bad.text, /at-once, digest, page/)
    assert.equal(await send(false), 1)
  })

  const tellOne = (id: string, once: string) =>
    db.transaction().execute((tx) =>
      tell(
        tx,
        [
          {
            person: id,
            kind: 'accounts.roles',
            words: 'notice.role-ended',
            facts: { role: 'x' },
            path: '/account',
            once,
          },
        ],
        at,
      ),
    )
  const tell0 = (id: string, once: string) =>
    db.transaction().execute((tx) =>
      tell(
        tx,
        [
          {
            person: id,
            kind: 'duties.due',
            words: 'notice.due',
            facts: { duty: 'D', ends: { day: testDay } },
            path: '/',
            once,
          },
        ],
        at,
      ),
    )

  test('what was added at the terminal has no author to be told, and holds nobody else up', async () => {
    const { id } = await db.selectFrom('evidence').select('id').executeTakeFirstOrThrow()
    await db.updateTable('evidence').set({ linked_by: 'command-line' }).where('id', '=', id).execute()
    const verified = { act: 'mandates.verify-evidence', subject: { kind: 'evidence', id }, actor: 'amina' }
    const granted = { act: 'accounts.grant-role', subject: { kind: 'role', id: 'r1' }, actor: 'amina' }
    await db.transaction().execute((tx) => record(tx, verified, at))
    await db.transaction().execute((tx) => record(tx, { ...granted, facts: { role: 'verifier' } }, at))

    assert.equal(await followHistory(db, at), 1)
  })
})
