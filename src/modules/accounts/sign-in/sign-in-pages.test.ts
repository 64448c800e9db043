import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { openPost } from '#platform/mail/post.ts'
import { readCatalogues, translators } from '#platform/messages.ts'
import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import { readSettings } from '#platform/settings.ts'
import type { App } from '#platform/web/app.ts'
import { messageFolders, openSite } from '../../../site.ts'
import { startMailServer, type MailServer } from '../../../../test/mail-server.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { Visitor } from '../../../../test/visitor.ts'

const password = 'harbour lantern oblique'
const forgotten = 'umbrella tangent willow'

describe('the pages of sign-in', () => {
  let db: Db
  let app: App
  let mails: MailServer
  const failed: unknown[] = []
  const logged: Record<string, unknown>[] = []
  const settings = readSettings(
    { PUBLIC_URL: 'https://actionline.test', REQUESTS_PER_MINUTE: '1000000' },
    '/',
  )

  before(async () => {
    db = await testDatabase()
    mails = await startMailServer()
    app = openSite(db, settings, {
      log: (line) => (line['level'] === 'error' ? failed : logged).push(line),
    })
  })
  after(async () => {
    await mails.stop()
    assert.deepEqual(failed, [])
  })
  beforeEach(() => db.deleteFrom('sign_in_limits').execute())

  /** Sends what waits through the real mail server, and resolves to the path of the link in the mail to an address. */
  async function linkMailedTo(address: string): Promise<string> {
    mails.reset()
    const translate = translators(readCatalogues(messageFolders()))
    const { publicUrl } = settings
    const post = openPost({
      db,
      kind: 'embedded',
      settings: { smtpUrl: mails.url, mailFrom: 'actionline@example.org', publicUrl },
      translate,
      now: () => new Date(),
    })
    await post.sendDue({ isStopping: () => false, signal: new AbortController().signal })
    const mail = mails.received.find(({ to }) => to === address)
    const link = /https:\/\/actionline\.test(\/[a-z]{2}\/\S*token=[\w-]+)/.exec(mail?.text ?? '')
    assert.ok(link, `no link in ${mail?.text}`)
    return link[1] ?? ''
  }

  async function member(email: string): Promise<Visitor> {
    const visitor = new Visitor(app)
    const sent = await visitor.fill('/en/sign-up', { name: 'Amina Diallo', email, password })
    assert.equal(sent.location, '/en/sign-in/notice/sign-up', sent.text)
    const entered = await visitor.fill(await linkMailedTo(email), { password })
    assert.equal(entered.location, '/en/account?done=done.signed-in')
    return visitor
  }

  test('leave a line in the log for each attempt, which says who came in and not who tried', async () => {
    const visitor = await member('lina@example.org')
    logged.length = 0
    const stranger = new Visitor(app)
    await stranger.fill('/fr/sign-in', { email: 'lina@example.org', password: 'a guess of nobody' })
    await stranger.fill('/fr/sign-in', { email: 'lina@example.org', password })
    await visitor.get('/en/claims')
    const { id } = await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'lina@example.org')
      .executeTakeFirstOrThrow()
    assert.deepEqual(logged, [
      { level: 'info', signIn: 'refused', by: '/sign-in', reasons: ['sign-in.wrong'] },
      { level: 'info', signIn: 'signed-in', by: '/sign-in', person: id },
      { level: 'info', refused: 'role', person: id, method: 'GET', path: '/en/claims' },
    ])
  })

  test('lead from an account by a mail to oneself, in each language', async () => {
    for (const code of languageCodes) {
      const email = `somebody-${code}@example.org`
      const visitor = new Visitor(app)
      await visitor.fill(`/${code}/sign-up`, { name: 'Амина 阿米娜', email, password })
      const link = await linkMailedTo(email)
      assert.match(link, new RegExp(`^/${code}/sign-up/confirm\\?token=`))
      const entered = await visitor.fill(link, { password })
      assert.equal(entered.status, 303, entered.text)
      const own = await visitor.get(`/${code}/account/security`)
      assert.equal(own.status, 200)
      assert.match(own.text, new RegExp(email))
      await visitor.fill(`/${code}/sign-out`)
      const gone = await visitor.get(`/${code}/account/security`)
      assert.equal(gone.location, `/${code}/sign-in?to=%2Faccount%2Fsecurity`)
    }
  })

  test('lead to a new password, and back to where somebody wanted to go', async () => {
    const email = 'lost@example.org'
    await member(email)
    const visitor = new Visitor(app)
    await visitor.fill('/en/sign-in/forgotten', { email })
    const chosen = await visitor.fill(await linkMailedTo(email), { password: forgotten })
    assert.equal(chosen.location, '/en/sign-in/notice/password-set')
    const wanted = '/en/sign-in?to=%2Fduties%3Fstate%3Ddue'
    const entered = await visitor.fill(wanted, { email, password: forgotten })
    assert.equal(entered.location, '/en/duties?state=due&done=done.signed-in')
  })

  test('lead to no other host', async () => {
    const email = 'redirected@example.org'
    await member(email)
    const away = [
      '//evil.test',
      'https://evil.test',
      String.raw`/\evil.test`,
      '/\t/evil.test',
      'evil',
      'javascript:alert(1)',
    ]
    for (const to of away) {
      const path = `/en/sign-in?to=${encodeURIComponent(to)}`
      const entered = await new Visitor(app).fill(path, { email, password })
      assert.equal(entered.location, '/en/account?done=done.signed-in', to)
    }
  })

  test('say the same of an address with and without an account', async () => {
    await member('there@example.org')
    const answers = async (email: string) => {
      const visitor = new Visitor(app)
      const pages = [
        await visitor.fill('/en/sign-in', { email, password: 'quite another phrase' }),
        await visitor.fill('/en/sign-in/link', { email }),
        await visitor.fill('/en/sign-in/forgotten', { email }),
        await visitor.fill('/en/sign-up', { name: 'Somebody', email, password }),
      ]
      return pages.map(({ status, text, location }) => ({
        status,
        location,
        text: text.replaceAll(email, '').replaceAll(/value="[\w-]{12}\.[\w-]{43}"/g, ''),
      }))
    }
    assert.deepEqual(await answers('there@example.org'), await answers('gone@example.org'))
  })

  test('take no form from elsewhere, nor more fields than they show', async () => {
    const visitor = await member('target@example.org')
    const path = '/en/account/security/password'
    const fields = { present: password, password: forgotten }
    const without = await visitor.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
    assert.equal(without.status, 403)
    const from = { Origin: 'https://evil.test' }
    const foreign = await visitor.ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: from,
    })
    assert.equal(foreign.status, 403)
    const more = await new Visitor(app).fill('/en/sign-up', {
      name: 'Mallory',
      email: 'mallory@example.org',
      password,
      email_verified: 'true',
    })
    assert.equal(more.status, 422)
    const entered = await new Visitor(app).fill('/en/sign-in', { email: 'target@example.org', password })
    assert.equal(entered.status, 303)
  })

  test('put no other host and no second address into a mail', async () => {
    const visitor = new Visitor(app, 'https://evil.test')
    const email = 'hosted@example.org'
    const bent = { name: 'Amina\r\nBcc: all@example.org', email, password }
    assert.equal((await visitor.fill('/en/sign-up', bent)).status, 422)
    assert.equal(
      await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst(),
      undefined,
    )
    await visitor.fill('/en/sign-up', { name: 'Amina', email, password })
    assert.match(await linkMailedTo(email), /^\/en\/sign-up\/confirm/)
    for (const bad of [
      'a@b.example\nBcc: c@d.example',
      'a@b.example,c@d.example',
      '"a b"@c.example',
      'a@b',
    ]) {
      const answer = await visitor.fill('/en/sign-in/link', { email: bad })
      assert.equal(answer.status, 422, bad)
    }
  })

  test('end sessions of oneself, and of nobody else', async () => {
    const [amina, other] = [await member('one@example.org'), await member('two@example.org')]
    const second = new Visitor(app)
    await second.fill('/en/sign-in', { email: 'one@example.org', password })
    const sessions = await db
      .selectFrom('sessions')
      .innerJoin('people', 'people.id', 'sessions.person')
      .select(['sessions.id', 'people.email'])
      .orderBy('sessions.created_at')
      .execute()
    const of = (email: string) => sessions.filter((one) => one.email === email).map(({ id }) => id)
    const foreign = await amina.get(`/en/account/security/sessions/${of('two@example.org')[0]}/end`)
    assert.equal(foreign.status, 404)
    await amina.fill(`/en/account/security/sessions/${of('one@example.org')[1]}/end`)
    assert.equal((await second.get('/en/account/security')).status, 303)
    assert.equal((await other.get('/en/account/security')).status, 200)
  })

  test('turn a second factor on and show its codes once', async () => {
    const visitor = await member('careful@example.org')
    await visitor.fill('/en/account/security/second-factor', { present: password })
    const setup = await visitor.get('/en/account/security/second-factor/confirm')
    assert.match(setup.text, /otpauth:\/\/totp\//)
    assert.match(setup.text, /<svg class="qr-code"/)
    const wrong = await visitor.fill('/en/account/security/second-factor/confirm', { code: 'abc' })
    assert.equal(wrong.status, 422)
    assert.equal((await visitor.get('/en/account/security/backup-codes/new')).status, 404)
  })
})
