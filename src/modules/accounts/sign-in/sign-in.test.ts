import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { Browser, joined, tokenMailed } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { identify, openAuthentication, signOut } from './authentication.ts'
import { sessionCookieName, type Engine, type Entrance } from './engine.ts'
import { askForLink, chooseNewPassword, enterByLink } from './mail-entrance.ts'
import { changePassword } from './own-password.ts'
import { signIn } from './password-entrance.ts'
import { sessionsOf, type SignedIn } from './session-queries.ts'
import { confirmSignUp, signUp } from './sign-up.ts'

const settings = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')
const password = 'harbour lantern oblique'
const wrong = { kind: 'refused', issues: [{ field: 'password', key: 'sign-in.wrong' }] }

describe('signing in', () => {
  let db: Db
  let engine: Engine
  before(async () => {
    db = await testDatabase()
    engine = await openAuthentication(db, settings)
  })

  const join = (email: string) => joined(engine, email, password)

  function enter(browser: Browser, entrance: Entrance) {
    assert.equal(entrance.kind, 'signed-in', JSON.stringify(entrance))
    if (entrance.kind === 'signed-in') browser.keep(entrance.cookies)
  }

  const who = (browser: Browser): Promise<SignedIn | null> => identify(engine, browser.caller.cookie)

  async function mustBe(browser: Browser): Promise<SignedIn> {
    const signedIn = await who(browser)
    assert.ok(signedIn)
    return signedIn
  }

  test('begins with an account whose address is proven by the link and whose owner by the password', async () => {
    const browser = new Browser()
    const email = 'amina@example.org'
    await signUp(engine, browser.caller, {
      name: 'Amina',
      email: 'Amina@Example.org',
      password,
      language: 'fr',
    })
    assert.deepEqual(await signIn(engine, browser.caller, { email, password }), {
      kind: 'refused',
      issues: [{ field: '', key: 'sign-in.unconfirmed' }],
    })
    const token = (await tokenMailed(db, email, 'accounts.confirm-link')) ?? ''
    const guessed = await confirmSignUp(engine, browser.caller, { token, password: 'somebody else wrote it' })
    assert.deepEqual(guessed, {
      kind: 'refused',
      issues: [{ field: 'password', key: 'sign-in.wrong-first-password' }],
    })
    enter(browser, await confirmSignUp(engine, browser.caller, { token, password }))
    const { person } = await mustBe(browser)
    assert.deepEqual(person, { id: person.id, name: 'Amina', email, language: 'fr', hasSecondFactor: false })
    assert.deepEqual(await confirmSignUp(engine, browser.caller, { token, password }), {
      kind: 'refused',
      issues: [{ field: '', key: 'sign-in.link-over' }],
    })
  })

  test('sets a cookie that scripts and other hosts cannot reach, with a token that the database does not hold', async () => {
    const browser = await join('cookie@example.org')
    const entrance = await signIn(engine, new Browser().caller, { email: 'cookie@example.org', password })
    const name = sessionCookieName(engine)
    const line = entrance.kind === 'signed-in' ? entrance.cookies.find((one) => one.startsWith(name)) : ''
    assert.match(
      line ?? '',
      /^__Host-actionline\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const token = (browser.cookies.get(name) ?? '').split('.')[0]
    const stored = await db.selectFrom('sessions').selectAll().execute()
    assert.equal(JSON.stringify(stored).includes(String(token)), false)
  })

  test('says the same of a wrong password and of an address that nobody has', async () => {
    await join('known@example.org')
    const caller = new Browser('192.0.2.77').caller
    const given = { password: 'not the password at all' }
    assert.deepEqual(await signIn(engine, caller, { ...given, email: 'known@example.org' }), wrong)
    assert.deepEqual(await signIn(engine, caller, { ...given, email: 'unknown@example.org' }), wrong)
  })

  test('takes as long for an address that nobody has as for a wrong password', async () => {
    await join('slow@example.org')
    // In turns and at best, as often as other work on the machine makes it necessary.
    const best = { 'slow@example.org': Infinity, 'nobody@example.org': Infinity }
    const share = () => best['nobody@example.org'] / best['slow@example.org']
    const isAlike = () => share() > 0.7 && share() < 1.4
    for (let round = 0; round < 6 || (round < 40 && !isAlike()); round++)
      for (const email of ['slow@example.org', 'nobody@example.org'] as const) {
        const start = performance.now()
        await signIn(engine, new Browser(`198.51.100.${round}`).caller, { email, password: 'wrong again' })
        best[email] = Math.min(best[email], performance.now() - start)
      }
    assert.ok(isAlike(), JSON.stringify(best))
  })

  test('answers a second sign-up for an address as the first, and tells only the address', async () => {
    await join('twice@example.org')
    const caller = new Browser('192.0.2.9').caller
    const other = { name: 'Mallory', password: 'another long phrase here', language: 'en' } as const
    const answers = [
      await signUp(engine, caller, { ...other, email: 'twice@example.org' }),
      await signUp(engine, caller, { ...other, email: 'fresh@example.org' }),
    ]
    assert.deepEqual(answers, [{ isSent: true }, { isSent: true }])
    assert.deepEqual(
      (
        await db
          .selectFrom('outbox')
          .select('kind')
          .where('address', '=', 'twice@example.org')
          .orderBy('created_at')
          .execute()
      ).map(({ kind }) => kind),
      ['accounts.confirm-link', 'accounts.already'],
    )
    const browser = new Browser('192.0.2.9')
    enter(browser, await signIn(engine, browser.caller, { email: 'twice@example.org', password }))
    assert.equal((await mustBe(browser)).person.name, 'Amina')
  })

  test('gives nobody an account that a stranger has begun with their address', async () => {
    const email = 'victim@example.org'
    const stranger = new Browser('192.0.2.66')
    await signUp(engine, stranger.caller, {
      name: 'Stranger',
      email,
      password: 'the stranger knows this',
      language: 'en',
    })
    const victim = new Browser('192.0.2.67')
    await askForLink(engine, victim.caller, { email, purpose: 'enter' })
    const token = (await tokenMailed(db, email, 'accounts.enter-link')) ?? ''
    enter(victim, await enterByLink(engine, victim.caller, token))
    assert.deepEqual(
      await signIn(engine, stranger.caller, { email, password: 'the stranger knows this' }),
      wrong,
    )
  })

  test('refuses passwords that are short, or easy to guess', async () => {
    const caller = new Browser().caller
    const keys = async (given: string) => {
      const answer = await signUp(engine, caller, {
        name: 'Jean Dupont',
        email: 'jean.dupont@example.org',
        password: given,
        language: 'en',
      })
      return 'issues' in answer ? answer.issues.map(({ key }) => key) : []
    }
    assert.deepEqual(await keys('short'), ['sign-in.password.short'])
    assert.deepEqual(await keys('x'.repeat(129)), ['sign-in.password.long'])
    for (const weak of [
      'password1234',
      'P@ssw0rd2026!',
      'qwertyuiop123456',
      'aaaaaaaaaaaa',
      '123456789012',
      'jean.dupont2026',
      'actionline2026',
    ])
      assert.deepEqual(await keys(weak), ['sign-in.password.weak'], weak)
  })

  test('ends the session that the browser had before, so that nobody can prepare one', async () => {
    const browser = await join('fixed@example.org')
    const prepared = new Map(browser.cookies)
    enter(browser, await signIn(engine, browser.caller, { email: 'fixed@example.org', password }))
    assert.notDeepEqual(browser.cookies, prepared)
    assert.equal(await identify(engine, (name) => prepared.get(name) ?? null), null)
    assert.ok(await who(browser))
  })

  test('ends when somebody signs out', async () => {
    const browser = await join('leaving@example.org')
    const kept = new Map(browser.cookies)
    browser.keep((await signOut(engine, browser.caller.cookie)).cookies)
    assert.equal(browser.cookies.has(sessionCookieName(engine)), false)
    assert.equal(await identify(engine, (name) => kept.get(name) ?? null), null)
  })

  test('by a link works once, and for the last minutes only', async () => {
    await join('link@example.org')
    const browser = new Browser('192.0.2.20')
    await askForLink(engine, browser.caller, { email: 'LINK@example.org', purpose: 'enter' })
    const token = (await tokenMailed(db, 'link@example.org', 'accounts.enter-link')) ?? ''
    assert.equal(
      JSON.stringify(await db.selectFrom('mail_links').selectAll().execute()).includes(token),
      false,
    )
    enter(browser, await enterByLink(engine, browser.caller, token))
    const over = { kind: 'refused', issues: [{ field: '', key: 'sign-in.link-over' }] }
    assert.deepEqual(await enterByLink(engine, browser.caller, token), over)
    await askForLink(engine, browser.caller, { email: 'link@example.org', purpose: 'enter' })
    const late = (await tokenMailed(db, 'link@example.org', 'accounts.enter-link')) ?? ''
    await db.updateTable('mail_links').set({ expires_at: new Date() }).execute()
    assert.deepEqual(await enterByLink(engine, browser.caller, late), over)
  })

  test('with a link opened by two at once lets in one of them', async () => {
    await join('race@example.org')
    const browser = new Browser('192.0.2.21')
    await askForLink(engine, browser.caller, { email: 'race@example.org', purpose: 'enter' })
    const token = (await tokenMailed(db, 'race@example.org', 'accounts.enter-link')) ?? ''
    const entrances = await Promise.all(
      Array.from({ length: 5 }, () => enterByLink(engine, new Browser('192.0.2.22').caller, token)),
    )
    assert.deepEqual(entrances.map(({ kind }) => kind).toSorted(), [
      'refused',
      'refused',
      'refused',
      'refused',
      'signed-in',
    ])
  })

  test('goes on with a new password only, and all sessions end', async () => {
    const email = 'forgot@example.org'
    const browser = await join(email)
    await askForLink(engine, browser.caller, { email, purpose: 'new-password' })
    const token = (await tokenMailed(db, email, 'accounts.new-password-link')) ?? ''
    const fresh = 'completely new sentence'
    assert.deepEqual(await chooseNewPassword(engine, { token, password: 'short' }), {
      issues: [{ field: 'password', key: 'sign-in.password.short', values: { count: 12 } }],
    })
    assert.deepEqual(await chooseNewPassword(engine, { token, password: fresh }), { isChanged: true })
    assert.equal(await who(browser), null)
    assert.deepEqual(await signIn(engine, browser.caller, { email, password }), wrong)
    enter(browser, await signIn(engine, browser.caller, { email, password: fresh }))
    assert.deepEqual(await chooseNewPassword(engine, { token, password: 'yet another sentence' }), {
      issues: [{ field: '', key: 'sign-in.link-over' }],
    })
  })

  test('elsewhere ends when the password is changed, which needs the present one', async () => {
    const email = 'change@example.org'
    const [here, elsewhere] = [await join(email), new Browser('192.0.2.31')]
    enter(elsewhere, await signIn(engine, elsewhere.caller, { email, password }))
    const signedIn = await mustBe(here)
    assert.equal((await sessionsOf(db, signedIn.person.id, new Date())).length, 2)
    const fresh = 'umbrella tangent willow'
    assert.deepEqual(
      await changePassword(engine, here.caller, signedIn, { present: 'wrong', password: fresh }),
      { issues: [{ field: 'present', key: 'security.wrong-password' }] },
    )
    assert.deepEqual(
      await changePassword(engine, here.caller, signedIn, { present: password, password: fresh }),
      { cookies: [] },
    )
    assert.ok(await who(here))
    assert.equal(await who(elsewhere), null)
  })

  test('is refused to whoever was disabled, and their sessions are worth nothing', async () => {
    const email = 'disabled@example.org'
    const browser = await join(email)
    await db.updateTable('people').set({ disabled_at: new Date() }).where('email', '=', email).execute()
    assert.equal(await who(browser), null)
    assert.deepEqual(await signIn(engine, browser.caller, { email, password }), {
      kind: 'refused',
      issues: [{ field: '', key: 'sign-in.closed' }],
    })
  })

  test('ends after days without use', async () => {
    const browser = await join('idle@example.org')
    const { session } = await mustBe(browser)
    const days = (count: number) => new Date(Date.now() - count * 86_400_000)
    await db
      .updateTable('sessions')
      .set({ seen_at: days(3) })
      .where('id', '=', session.id)
      .execute()
    assert.ok(await who(browser))
    await db
      .updateTable('sessions')
      .set({ seen_at: days(5) })
      .where('id', '=', session.id)
      .execute()
    assert.equal(await who(browser), null)
  })
})
