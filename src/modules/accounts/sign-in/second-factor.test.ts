import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { Browser, codeOf, tokenMailed } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { identify, openAuthentication } from './authentication.ts'
import type { Engine } from './engine.ts'
import { askForLink, enterByLink } from './mail-entrance.ts'
import { signIn } from './password-entrance.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  secondFactorSetup,
} from './second-factor.ts'
import { confirmSignUp, signUp } from './sign-up.ts'

const settings = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')
const password = 'harbour lantern oblique'

describe('a second factor', () => {
  let db: Db
  let engine: Engine
  const email = 'factor@example.org'
  const owner = new Browser('192.0.2.50')
  let key = ''
  let backupCodes: string[] = []

  before(async () => {
    db = await testDatabase()
    engine = await openAuthentication(db, settings)
    await signUp(engine, owner.caller, { name: 'Li Wei', email, password, language: 'zh' })
    const token = (await tokenMailed(db, email, 'accounts.confirm-link')) ?? ''
    const entrance = await confirmSignUp(engine, owner.caller, { token, password })
    if (entrance.kind === 'signed-in') owner.keep(entrance.cookies)
  })

  const self = async () => {
    const signedIn = await identify(engine, owner.caller.cookie)
    assert.ok(signedIn)
    return signedIn
  }

  test('is set up with the password and the first code', async () => {
    const signedIn = await self()
    assert.deepEqual(await beginSecondFactor(engine, owner.caller, signedIn, 'wrong'), {
      issues: [{ field: 'present', key: 'security.wrong-password' }],
    })
    assert.deepEqual(await beginSecondFactor(engine, owner.caller, signedIn, password), { cookies: [] })
    const setup = await secondFactorSetup(engine, signedIn)
    key = setup?.key ?? ''
    backupCodes = setup?.backupCodes ?? []
    assert.equal(backupCodes.length, 10)
    assert.deepEqual(await confirmSecondFactor(engine, owner.caller, signedIn, '000000'), {
      issues: [{ field: 'code', key: 'sign-in.code-wrong' }],
    })
    const confirmed = await confirmSecondFactor(engine, owner.caller, signedIn, codeOf(key))
    assert.ok('cookies' in confirmed, JSON.stringify(confirmed))
    owner.keep(confirmed.cookies)
    assert.equal((await self()).person.hasSecondFactor, true)
    assert.equal(await secondFactorSetup(engine, signedIn), null)
  })

  test('is asked for after the password, and after a link; a code opens once', async () => {
    const browser = new Browser('192.0.2.51')
    const first = await signIn(engine, browser.caller, { email, password })
    assert.equal(first.kind, 'second-factor')
    if (first.kind === 'second-factor') browser.keep(first.cookies)
    assert.equal(await identify(engine, browser.caller.cookie), null)
    assert.deepEqual(await passSecondFactor(engine, browser.caller, '123456'), {
      kind: 'refused',
      issues: [{ field: 'code', key: 'sign-in.code-wrong' }],
    })
    const code = codeOf(key, 1)
    const second = await passSecondFactor(engine, browser.caller, code)
    assert.equal(second.kind, 'signed-in', JSON.stringify(second))

    const other = new Browser('192.0.2.52')
    await askForLink(engine, other.caller, { email, purpose: 'enter' })
    const token = (await tokenMailed(db, email, 'accounts.enter-link')) ?? ''
    const linked = await enterByLink(engine, other.caller, token)
    assert.equal(linked.kind, 'second-factor')
    if (linked.kind === 'second-factor') other.keep(linked.cookies)
    assert.deepEqual(await passSecondFactor(engine, other.caller, code), {
      kind: 'refused',
      issues: [{ field: 'code', key: 'sign-in.code-used' }],
    })
  })

  test('can be a backup code, which opens once', async () => {
    for (const expected of ['signed-in', 'refused']) {
      const browser = new Browser('192.0.2.53')
      const first = await signIn(engine, browser.caller, { email, password })
      if (first.kind === 'second-factor') browser.keep(first.cookies)
      const entrance = await passSecondFactor(engine, browser.caller, backupCodes[0] ?? '')
      assert.equal(entrance.kind, expected, JSON.stringify(entrance))
    }
  })
})
