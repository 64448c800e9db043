import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { startIdentityProvider, type IdentityProviderOfTests } from '../../../../test/identity-provider.ts'
import { Browser, codeOf, joined } from '../../../../test/sign-in.ts'
import { testDatabase } from '../../../../test/test-database.ts'
import { operator } from '#platform/access/actor.ts'
import type { IdentityProvider } from '#platform/identity-providers.ts'
import { newOrganization } from '../../../../test/accounts-samples.ts'
import { grantRole } from '../roles/role-commands.ts'
import { heldRoles } from '../roles/role-queries.ts'
import { followClaims } from './claim-commands.ts'
import type { Claims } from './claims.ts'
import { deviceCookies } from './device-cookie.ts'
import { identify } from './authentication.ts'
import type { Engine } from './engine.ts'
import { openLibrary } from './library.ts'
import { signIn } from './password-entrance.ts'
import { comeBackFrom, leaveForProvider, type ComeBack } from './provider-entrance.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  secondFactorSetup,
} from './second-factor.ts'
import { signUp } from './sign-up.ts'

const { publicUrl } = readSettings({ PUBLIC_URL: 'https://actionline.test' }, '/')
const password = 'harbour lantern oblique'

const accounts = {
  amina: {
    name: 'Amina Diallo',
    email: 'Amina@Union.example',
    email_verified: true,
    organization: 'Ministry of Posts',
    groups: ['wsis-translators', 'staff'],
  },
  boris: { name: 'Boris', email: 'boris@union.example', email_verified: false },
  local: { name: 'Elsewhere', email: 'local@example.org', email_verified: true },
  guarded: { name: 'Guarded', email: 'guarded@example.org', email_verified: true },
  begun: { name: 'True Owner', email: 'begun@example.org', email_verified: true },
}

describe('signing in at a provider of OpenID Connect', () => {
  let db: Db
  let engine: Engine
  let provider: IdentityProviderOfTests

  before(async () => {
    db = await testDatabase()
    const client = {
      id: 'actionline',
      secret: 'a secret of tests',
      redirect: `${publicUrl}/sign-in/with/union/back`,
    }
    provider = await startIdentityProvider(accounts, client)
    const providers: IdentityProvider[] = [
      {
        id: 'union',
        name: 'Union account',
        issuer: provider.issuer,
        clientId: client.id,
        clientSecret: client.secret,
        scopes: ['openid', 'email', 'profile'],
        roles: [
          {
            claim: 'organization',
            value: 'Ministry of Posts',
            role: 'representative',
            scope: 'organization:posts',
          },
          { claim: 'groups', value: 'wsis-translators', role: 'translator', scope: null },
          { claim: 'groups', value: 'wsis-office', role: 'secretariat', scope: null },
        ],
        vouchesForEmail: false,
      },
    ]
    const secret = 'a secret of the tests, long enough for the library'
    const library = await openLibrary({ db, secret, publicUrl, providers })
    engine = { db, secret, publicUrl, providers, library, devices: deviceCookies(secret, publicUrl) }
  })
  after(() => provider.stop())

  async function goAndComeBack(
    login: string,
    browser = new Browser(),
  ): Promise<ComeBack & { browser: Browser }> {
    const leaving = await leaveForProvider(engine, browser.caller, 'union', {
      language: 'fr',
      to: '/duties?state=due',
    })
    assert.ok(leaving)
    browser.keep(leaving.cookies)
    const back = await provider.signIn(leaving.away, login)
    const come = await comeBackFrom(engine, browser.caller, 'union', {
      query: back.searchParams,
      language: 'fr',
    })
    if (come.entrance.kind !== 'refused') browser.keep(come.entrance.cookies)
    return { ...come, browser }
  }

  test('makes an account at the first time, and hands on what the provider says of the person', async () => {
    const first = await goAndComeBack('amina')
    assert.equal(first.entrance.kind, 'signed-in', JSON.stringify(first.entrance))
    assert.deepEqual(first.claims?.said, {
      provider: 'union',
      subject: 'amina',
      standings: [
        { role: 'representative', scope: 'organization:posts' },
        { role: 'translator', scope: null },
      ],
    })
    assert.equal(first.to, '/fr/duties?state=due')
    const signedIn = await identify(engine, first.browser.caller.cookie)
    assert.deepEqual(signedIn?.person, {
      id: signedIn?.person.id,
      name: 'Amina Diallo',
      email: 'amina@union.example',
      language: 'fr',
      hasSecondFactor: false,
    })
    const again = await goAndComeBack('amina')
    assert.equal((await identify(engine, again.browser.caller.cookie))?.person.id, signedIn?.person.id)
    const kept = await db.selectFrom('credentials').selectAll().execute()
    assert.deepEqual(
      kept.map(({ provider: one, subject }) => [one, subject]),
      [['union', 'amina']],
    )
  })

  test('gives the roles that follow, ends those that follow no more, and leaves what people gave', async () => {
    await newOrganization(db, { id: 'posts' })
    const { claims } = await goAndComeBack('amina')
    assert.ok(claims)
    const { person, said } = claims
    const at = new Date()
    const rolesHeld = async () => {
      const held = await heldRoles(db, person, at)
      return held.map(({ role, scope }) => `${role} ${scope}`).toSorted()
    }
    const grant = { actor: operator, at, person, role: 'verifier', scope: null } as const
    assert.ok('id' in (await grantRole(db, grant)))
    await followClaims(db, person, said, at)
    await followClaims(db, person, said, at)
    assert.deepEqual(await rolesHeld(), [
      'representative organization:posts',
      'translator null',
      'verifier null',
    ])
    const unknown = { role: 'representative', scope: 'organization:nowhere' } as const
    const other = { ...said, standings: [{ role: 'translator', scope: null }, unknown] } satisfies Claims
    await followClaims(db, person, other, at)
    assert.deepEqual(await rolesHeld(), ['translator null', 'verifier null'])
  })

  test('takes no address that the provider has not confirmed', async () => {
    const { entrance } = await goAndComeBack('boris')
    assert.deepEqual(entrance, {
      kind: 'refused',
      issues: [{ field: '', key: 'sign-in.provider-no-email', values: { provider: 'Union account' } }],
    })
    assert.equal(
      await db
        .selectFrom('people')
        .select('id')
        .where('email', '=', 'boris@union.example')
        .executeTakeFirst(),
      undefined,
    )
  })

  test('opens the account that has the same confirmed address', async () => {
    const browser = await joined(engine, 'local@example.org', password)
    const own = await identify(engine, browser.caller.cookie)
    const come = await goAndComeBack('local')
    const signedIn = await identify(engine, come.browser.caller.cookie)
    assert.equal(signedIn?.person.id, own?.person.id)
    assert.equal(signedIn?.person.name, 'Amina')
  })

  test('asks for the second factor that somebody has set here', async () => {
    const owner = await joined(engine, 'guarded@example.org', password)
    const signedIn = await identify(engine, owner.caller.cookie)
    assert.ok(signedIn)
    await beginSecondFactor(engine, owner.caller, signedIn, password)
    const key = (await secondFactorSetup(engine, signedIn))?.key ?? ''
    assert.ok('cookies' in (await confirmSecondFactor(engine, owner.caller, signedIn, codeOf(key))))
    const { entrance, browser } = await goAndComeBack('guarded')
    assert.equal(entrance.kind, 'second-factor')
    assert.equal(await identify(engine, browser.caller.cookie), null)
    const passed = await passSecondFactor(engine, browser.caller, codeOf(key, 1))
    assert.equal(passed.kind, 'signed-in')
  })

  test('takes an account over from a stranger who has begun it without the mailbox', async () => {
    const stranger = { email: 'begun@example.org', password: 'the stranger knows this' }
    await signUp(engine, new Browser('192.0.2.60').caller, { ...stranger, name: 'Stranger', language: 'en' })
    const { entrance, browser } = await goAndComeBack('begun')
    assert.equal(entrance.kind, 'signed-in', JSON.stringify(entrance))
    assert.equal((await identify(engine, browser.caller.cookie))?.person.email, stranger.email)
    assert.deepEqual(await signIn(engine, new Browser('192.0.2.60').caller, stranger), {
      kind: 'refused',
      issues: [{ field: 'password', key: 'sign-in.wrong' }],
    })
  })

  test('is refused in a browser that did not begin it, and when it is played again', async () => {
    const browser = new Browser()
    const leaving = await leaveForProvider(engine, browser.caller, 'union', { language: 'en', to: '/' })
    const back = await provider.signIn(leaving?.away ?? '', 'amina')
    const given = { query: back.searchParams, language: 'en' } as const
    const refused = {
      kind: 'refused',
      issues: [{ field: '', key: 'sign-in.provider-failed', values: { provider: 'Union account' } }],
    }
    assert.deepEqual((await comeBackFrom(engine, browser.caller, 'union', given)).entrance, refused)
    browser.keep(leaving?.cookies ?? [])
    assert.equal((await comeBackFrom(engine, browser.caller, 'union', given)).entrance.kind, 'signed-in')
    assert.deepEqual((await comeBackFrom(engine, browser.caller, 'union', given)).entrance, refused)
    for (const query of ['', 'code=x', 'state=x', 'error=access_denied', 'code=x&state=y&code=z']) {
      const bent = { query: new URLSearchParams(query), language: 'en' } as const
      assert.deepEqual((await comeBackFrom(engine, browser.caller, 'union', bent)).entrance, refused, query)
    }
  })
})
