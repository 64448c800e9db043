import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { Authenticator } from '../../../../test/authenticator.ts'
import { Browser, joined } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { identify, openAuthentication } from './authentication.ts'
import type { Engine } from './engine.ts'
import { passkeysOf } from './passkey-queries.ts'
import { addPasskey, enterWithPasskey, passkeyToAdd, passkeyToShow, removePasskey } from './passkeys.ts'

const settings = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')
const password = 'harbour lantern oblique'
const failed = { kind: 'refused', issues: [{ field: '', key: 'sign-in.passkey-failed' }] }

describe('a passkey', () => {
  const key = new Authenticator('https://actionline.test')
  let db: Db
  let engine: Engine
  let owner: Browser

  before(async () => {
    db = await testDatabase()
    engine = await openAuthentication(db, settings)
    owner = await joined(engine, 'key@example.org', password)
  })

  const self = async () => {
    const signedIn = await identify(engine, owner.caller.cookie)
    assert.ok(signedIn)
    return signedIn
  }

  test('is added by whoever shows the password again', async () => {
    const signedIn = await self()
    const { id, options } = await passkeyToAdd(engine, signedIn)
    const answer = key.create(options)
    assert.deepEqual(
      await addPasskey(engine, owner.caller, signedIn, { id, answer, name: 'My key', present: 'wrong' }),
      { issues: [{ field: 'present', key: 'security.wrong-password' }] },
    )
    assert.deepEqual(
      await addPasskey(engine, owner.caller, signedIn, { id, answer, name: 'My key', present: password }),
      { cookies: [] },
    )
    const [passkey] = await passkeysOf(db, signedIn.person.id)
    assert.equal(passkey?.name, 'My key')
    assert.deepEqual(passkey?.transports, ['usb'])
  })

  test('is not added by an answer to another question', async () => {
    const signedIn = await self()
    const [first, second] = [await passkeyToAdd(engine, signedIn), await passkeyToAdd(engine, signedIn)]
    const answer = new Authenticator('https://actionline.test').create(first.options)
    const given = { id: second.id, answer, name: 'Another', present: password }
    assert.deepEqual(await addPasskey(engine, owner.caller, signedIn, given), {
      issues: [{ field: '', key: 'security.passkey-failed' }],
    })
  })

  test('opens the account without address and password, and each challenge once', async () => {
    const browser = new Browser('192.0.2.90')
    const { id, options } = await passkeyToShow(engine)
    const answer = key.get(options)
    const entrance = await enterWithPasskey(engine, browser.caller, { id, answer })
    assert.equal(entrance.kind, 'signed-in', JSON.stringify(entrance))
    if (entrance.kind === 'signed-in') browser.keep(entrance.cookies)
    assert.equal((await identify(engine, browser.caller.cookie))?.person.email, 'key@example.org')
    assert.deepEqual(await enterWithPasskey(engine, browser.caller, { id, answer }), failed)
  })

  const attempt = async (bend: (key: Authenticator) => void) => {
    const { id, options } = await passkeyToShow(engine)
    bend(key)
    return enterWithPasskey(engine, new Browser('192.0.2.91').caller, { id, answer: key.get(options) })
  }

  test('is refused for another site, without a finger, and when it is a copy', async () => {
    assert.deepEqual(await attempt((one) => (one.origin = 'https://evil.test')), failed)
    key.origin = 'https://actionline.test'
    assert.deepEqual(await attempt((one) => (one.isVerified = false)), failed)
    key.isVerified = true
    // As often as the copy has signed before.
    assert.deepEqual(await attempt((one) => (one.counter = 0)), failed)
    assert.equal((await attempt((one) => (one.counter = 9))).kind, 'signed-in')
  })

  test('is refused when the answer is no answer', async () => {
    for (const answer of ['{}', '', 'null', '[]', '{"id":{}}', String.raw`{"id":"\u0000"}`, '{"id":"abc"}']) {
      const { id } = await passkeyToShow(engine)
      const given = { id, answer }
      assert.deepEqual(
        await enterWithPasskey(engine, new Browser('192.0.2.92').caller, given),
        failed,
        answer,
      )
    }
  })

  test('opens nothing any more once it is removed', async () => {
    const signedIn = await self()
    const [passkey] = await passkeysOf(db, signedIn.person.id)
    const given = { id: passkey?.id ?? '', present: password }
    assert.deepEqual(await removePasskey(engine, owner.caller, signedIn, given), { cookies: [] })
    assert.deepEqual(await attempt((one) => (one.counter = 20)), failed)
  })
})
