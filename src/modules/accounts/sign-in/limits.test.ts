import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { Browser, joined, tokenMailed } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { openAuthentication } from './authentication.ts'
import type { Engine, Entrance } from './engine.ts'
import { countTry } from './limit-commands.ts'
import { network } from './limits.ts'
import { askForLink, enterByLink } from './mail-entrance.ts'
import { signIn } from './password-entrance.ts'

const settings = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')
const password = 'harbour lantern oblique'
const email = 'owner@example.org'

const keyOf = (entrance: Entrance) => (entrance.kind === 'refused' ? entrance.issues[0]?.key : entrance.kind)

describe('guessing', () => {
  let db: Db
  let engine: Engine
  let owner: Browser

  before(async () => {
    db = await testDatabase()
    engine = await openAuthentication(db, settings)
    owner = await joined(engine, email, password)
  })
  beforeEach(() => db.deleteFrom('sign_in_limits').execute())

  const guess = (address: string, whom = email) =>
    signIn(engine, new Browser(address).caller, { email: whom, password: 'a wrong guess again' })

  async function guesses(count: number, address: (place: number) => string) {
    const keys: (string | undefined)[] = []
    for (let place = 0; place < count; place++) keys.push(keyOf(await guess(address(place))))
    return keys
  }

  test('a password from one address is slowed down after six tries, whether the account exists or not', async () => {
    const keys = await guesses(8, () => '203.0.113.5')
    assert.deepEqual(keys, [
      ...Array.from({ length: 6 }, () => 'sign-in.wrong'),
      'sign-in.wait',
      'sign-in.wait',
    ])
    const others: (string | undefined)[] = []
    for (let count = 0; count < 8; count++)
      others.push(keyOf(await guess('203.0.113.6', 'nobody@example.org')))
    assert.deepEqual(others, keys)
  })

  test('all at once gets no further than one after the other', async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, async () => keyOf(await guess('203.0.113.7'))))
    assert.equal(keys.filter((key) => key === 'sign-in.wrong').length <= 6, true, keys.join())
  })

  test('from many addresses is slowed down too, and locks out neither a known device nor a link', async () => {
    const keys = await guesses(42, (place) => `198.51.100.${place}`)
    assert.equal(keys.at(-1), 'sign-in.wait')
    const stranger = new Browser('192.0.2.200')
    assert.equal(keyOf(await signIn(engine, stranger.caller, { email, password })), 'sign-in.wait')
    assert.equal(keyOf(await signIn(engine, owner.caller, { email, password })), 'signed-in')
    assert.deepEqual(await askForLink(engine, stranger.caller, { email, purpose: 'enter' }), { isSent: true })
    const token = (await tokenMailed(db, email, 'accounts.enter-link')) ?? ''
    assert.equal(keyOf(await enterByLink(engine, stranger.caller, token)), 'signed-in')
  })

  test('with the cookie of a device is slowed down for that device', async () => {
    const thief = new Browser('192.0.2.201')
    thief.cookies.set(engine.devices.name, owner.cookies.get(engine.devices.name) ?? '')
    const keys: (string | undefined)[] = []
    for (let count = 0; count < 14; count++)
      keys.push(keyOf(await signIn(engine, thief.caller, { email, password: 'a wrong guess again' })))
    assert.equal(keys.indexOf('sign-in.wait'), 12)
  })

  test('with a device cookie made for another is counted as a stranger', async () => {
    const other = await joined(engine, 'other@example.org', password)
    const cookie = other.cookies.get(engine.devices.name) ?? ''
    assert.equal(engine.devices.read(email, cookie), null)
    assert.equal(engine.devices.read('other@example.org', cookie)?.length, 16)
    assert.equal(engine.devices.read(email, cookie.replace(/.$/, 'A')), null)
  })

  test('is not counted against whoever signs in rightly', async () => {
    const browser = new Browser('192.0.2.202')
    for (let count = 0; count < 10; count++)
      assert.equal(keyOf(await signIn(engine, browser.caller, { email, password })), 'signed-in')
  })

  test('a mailbox is not filled with links', async () => {
    const caller = new Browser('192.0.2.203').caller
    const answers: boolean[] = []
    for (let count = 0; count < 6; count++)
      answers.push('isSent' in (await askForLink(engine, caller, { email, purpose: 'enter' })))
    assert.deepEqual(answers, [true, true, true, true, false, false])
  })
})

test('a limit lets the next try through when its time has come', async () => {
  const db = await testDatabase()
  const limits = [{ key: 'k', pace: { burst: 2, seconds: 60 } }]
  const pass = (seconds: number) =>
    sql`update sign_in_limits set busy_until = busy_until - make_interval(secs => ${seconds}::float)`.execute(
      db,
    )
  assert.deepEqual([await countTry(db, limits), await countTry(db, limits)], [0, 0])
  const wait = await countTry(db, limits)
  assert.ok(wait > 30 && wait <= 60, `${wait} s`)
  await pass(wait - 30)
  assert.ok((await countTry(db, limits)) > 0)
  await pass(30)
  assert.equal(await countTry(db, limits), 0)
})

test('addresses of one household count as one', () => {
  assert.equal(network('2001:db8:0:1::5'), network('2001:db8:0:1:ffff:1:2:3'))
  assert.equal(network('2001:0db8::1'), '2001:db8:0:0')
  assert.notEqual(network('2001:db8:0:1::5'), network('2001:db8:0:2::5'))
  assert.equal(network('192.0.2.1'), '192.0.2.1')
})
