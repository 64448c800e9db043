import assert from 'node:assert/strict'
import path from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { inAllLanguages, startMailServer, type MailServer } from '../../../test/mail-server.ts'
import { testDatabase } from '../../../test/test-database.ts'
import type { Db } from '../database/tables.ts'
import { readCatalogues, translators } from '../messages.ts'
import { claimMail, forgetMails, forgetMailsOf, giveUpInterrupted } from './outbox-commands.ts'
import { sendLater, type Mail } from './outbox.ts'
import { openPost, type Post } from './post.ts'

const translate = translators(readCatalogues([path.join(import.meta.dirname, '../messages')]))
const noon = new Date('2026-11-21T12:00:00Z')
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const publicUrl = 'https://actionline.test'

const mail = (change: Partial<Mail> = {}): Mail => ({
  to: { person: 'amina', address: 'amina@example.org', name: 'Amina' },
  language: 'en',
  kind: 'test.notice',
  subject: 'layout.about',
  body: [{ part: 'link', of: { words: 'layout.search', to: '/search' } }],
  once: 'one',
  ...change,
})

let db: Db
let server: MailServer
let now = noon
let run: ReturnType<typeof freshRun>

const freshRun = () => ({ isStopping: () => false, signal: new AbortController().signal })
const give = (...mails: Mail[]) =>
  db.transaction().execute(async (tx) => {
    for (const one of mails) await sendLater(tx, one, now)
  })
const post = (smtpUrl: string | null = server.url): Post =>
  openPost({
    db,
    kind: 'embedded',
    settings: { smtpUrl, mailFrom: 'actionline@example.org', publicUrl },
    translate,
    now: () => now,
  })
const rows = () =>
  db.selectFrom('outbox').select(['state', 'failure', 'attempts', 'due_at']).orderBy('created_at').execute()
const onlyRow = async () => (await rows())[0]

describe('the post', () => {
  before(async () => {
    server = await startMailServer()
    db = await testDatabase()
  })
  after(() => server.stop())
  beforeEach(async () => {
    await db.deleteFrom('outbox').execute()
    server.reset()
    now = noon
    run = freshRun()
  })

  test('delivers a mail once, with both forms and the headers that machines go by', async () => {
    await give(mail({ stop: '/notices/stop?token=t' }))
    await post().sendDue(run)
    await post().sendDue(run)

    assert.deepEqual(
      server.received.map(({ to }) => to),
      ['amina@example.org'],
    )
    const { headers, text, html } = server.received[0]!
    const { id } = await db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()
    const shown = ['from', 'to', 'subject', 'message-id', 'content-language', 'auto-submitted', 'date']
    assert.deepEqual(
      shown.map((name) => headers.get(name)),
      [
        'Actionline <actionline@example.org>',
        'Amina <amina@example.org>',
        'About this site',
        `<${id}@actionline.test>`,
        'en',
        'auto-generated',
        'Sat, 21 Nov 2026 12:00:00 +0000',
      ],
    )
    assert.match(headers.get('content-type') ?? '', /^multipart\/alternative/)
    assert.equal(headers.get('list-unsubscribe'), `<${publicUrl}/en/notices/stop?token=t>`)
    assert.equal(headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
    assert.equal(text.startsWith('Dear Amina,\n\nSearch\nhttps://actionline.test/en/search\n'), true)
    assert.match(html, /<a href="https:\/\/actionline\.test\/en\/search">Search<\/a>/)
    assert.deepEqual(await onlyRow(), { state: 'sent', failure: null, attempts: 1, due_at: null })
  })

  test('writes in six languages what arrives in six languages', async () => {
    await give(...inAllLanguages((language) => mail({ language, once: language })))
    await post().sendDue(run)
    const arrived = new Map(server.received.map((one) => [one.headers.get('content-language'), one]))
    for (const [code, t] of Object.entries(translate)) {
      const one = arrived.get(code === 'zh' ? 'zh-Hans' : code)
      assert.equal(one?.headers.get('subject'), t('layout.about'))
      assert.equal(one?.text.startsWith(t('mail.greeting-name', { name: 'Amina' })), true, code)
    }
    assert.equal(server.received.length, 6)
  })

  test('has no mail where the change that causes it is rolled back', async () => {
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await sendLater(tx, mail(), noon)
        throw new Error('changed my mind')
      }),
    )
    assert.deepEqual(await rows(), [])
  })

  test('tells one address the same thing once, and another address too', async () => {
    const other = { person: null, address: 'chen@example.org', name: null }
    await give(mail(), mail({ subject: 'layout.home' }), mail({ to: other }))
    await post().sendDue(run)
    await give(mail())
    await post().sendDue(run)
    assert.deepEqual(server.received.map(({ to }) => to).toSorted(), [
      'amina@example.org',
      'chen@example.org',
    ])
  })

  test('tries again after growing pauses when the server says not now, and gives up in the end', async () => {
    await give(mail())
    const pauses: (number | null)[] = []
    for (let tries = 0; tries < 9; tries += 1) {
      server.answers.push(451)
      await post().sendDue(run)
      const due = (await onlyRow())?.due_at ?? null
      pauses.push(due === null ? null : (due.getTime() - now.getTime()) / 60_000)
      now = due ?? now
    }
    assert.deepEqual(pauses, [1, 5, 15, 60, 180, 360, 720, 1440, null])
    assert.deepEqual(await onlyRow(), { state: 'dead', failure: 'exhausted', attempts: 9, due_at: null })
  })

  test('delivers what was refused for a while once, when its time has come', async () => {
    server.answers.push(451)
    await give(mail())
    await post().sendDue(run)
    await post().sendDue(run)
    assert.equal(server.received.length, 0)
    now = minutesLater(1)
    await post().sendDue(run)
    assert.equal(server.received.length, 1)
    assert.equal((await onlyRow())?.state, 'sent')
  })

  test('does not try again what the server refuses for good, at the address or at the end', async () => {
    await give(mail({ to: { person: null, address: 'nobody@example.org', name: null } }))
    await post().sendDue(run)
    assert.deepEqual(await onlyRow(), { state: 'dead', failure: 'refused', attempts: 1, due_at: null })
    now = minutesLater(1)
    server.answers.push(554)
    await give(mail())
    await post().sendDue(run)
    assert.deepEqual(
      (await rows()).map(({ failure }) => failure),
      ['refused', 'refused'],
    )
    const { answer } = await db
      .selectFrom('outbox')
      .select('answer')
      .where('person', '=', 'amina')
      .executeTakeFirstOrThrow()
    assert.equal(answer, '554 not this one')
  })

  test('tries again when nobody answers', async () => {
    await give(mail())
    await post('smtp://127.0.0.1:1').sendDue(run)
    assert.deepEqual(await onlyRow(), {
      state: 'waiting',
      failure: null,
      attempts: 1,
      due_at: minutesLater(1),
    })
  })

  test('does not know about a mail that was handed over and never answered', async () => {
    server.answers.push('hold')
    await give(mail())
    const stopping = new AbortController()
    const sending = post().sendDue({ isStopping: () => stopping.signal.aborted, signal: stopping.signal })
    await server.untilHandedOver(1)
    stopping.abort()
    await sending
    assert.deepEqual(await onlyRow(), { state: 'dead', failure: 'uncertain', attempts: 1, due_at: null })
  })

  test('gives up as uncertain what another process was sending when it died, not what one still sends', async () => {
    await give(mail())
    await claimMail(db, noon)
    now = minutesLater(9)
    await giveUpInterrupted(db, now, 'overdue')
    assert.equal((await onlyRow())?.state, 'sending')
    now = minutesLater(11)
    await giveUpInterrupted(db, now, 'overdue')
    assert.deepEqual(await onlyRow(), { state: 'dead', failure: 'uncertain', attempts: 1, due_at: null })
  })

  test('begins nothing new when it is told to stop', async () => {
    await give(mail())
    await post().sendDue({ ...run, isStopping: () => true })
    assert.equal((await onlyRow())?.state, 'waiting')
  })

  test('keeps what is due where there is no mail server', async () => {
    await give(mail())
    await post(null).sendDue(run)
    await post().sendDue(run)
    assert.deepEqual(await onlyRow(), { state: 'kept', failure: null, attempts: 0, due_at: null })
    assert.equal(server.received.length, 0)
  })

  test('does not send what is of no use any more, nor what it cannot write, and goes on', async () => {
    await give(
      mail({ once: 'late', until: minutesLater(1) }),
      mail({ once: 'unknown', subject: 'test.gone-with-an-older-version' as Mail['subject'] }),
    )
    now = minutesLater(2)
    await give(mail())
    await post().sendDue(run)
    assert.deepEqual((await rows()).map(({ state, failure }) => failure ?? state).toSorted(), [
      'expired',
      'sent',
      'unreadable',
    ])
  })

  test('of a hundred mails and two runners each mail arrives once', async () => {
    const mails = Array.from({ length: 100 }, (_, place) =>
      mail({ to: { person: null, address: `reader${place}@example.org`, name: null } }),
    )
    await give(...mails)
    // Opens the connections.
    await Promise.all(mails.slice(0, 10).map(() => rows()))

    await Promise.all([post().sendDue(run), post().sendDue(run)])

    assert.deepEqual(
      server.received.map(({ to }) => to).toSorted(),
      mails.map(({ to }) => to.address).toSorted(),
    )
  })

  test('erases a one-time link when it is sent, and everything else after a while', async () => {
    await give(mail({ once: 'link', secret: true }), mail())
    await post().sendDue(run)
    const kept = async () =>
      (await db.selectFrom('outbox').select(['once', 'content']).orderBy('once').execute()).map(
        ({ once, content }) => [once, content !== null],
      )
    assert.deepEqual(await kept(), [
      ['link', false],
      ['one', true],
    ])
    await forgetMails(db, minutesLater(8 * 24 * 60))
    assert.deepEqual(await kept(), [
      ['link', false],
      ['one', false],
    ])
    await give(mail())
    await forgetMails(db, minutesLater(401 * 24 * 60))
    assert.deepEqual(await kept(), [])
  })

  test('drops what nobody cared for in a month, and everything to a person who is erased', async () => {
    await give(mail(), mail({ to: { person: null, address: 'chen@example.org', name: null } }))
    await post(null).sendDue(run)
    await db.transaction().execute((tx) => forgetMailsOf(tx, 'amina', 'amina@example.org'))
    await forgetMails(db, minutesLater(31 * 24 * 60))
    assert.deepEqual(await db.selectFrom('outbox').select(['address', 'state', 'content']).execute(), [
      { address: 'chen@example.org', state: 'dropped', content: null },
    ])
  })

  test('is not given an address that is none', async () => {
    const address = 'amina@example.org\r\nBcc: all@example.org'
    await assert.rejects(give(mail({ to: { person: null, address, name: null } })), /no good address/)
  })
})
