import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { operator, type Actor, type GrantedRole, type Scope } from '#platform/access/actor.ts'
import { Forbidden } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { Refusal } from '#platform/errors.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { testSite } from '../../../../test/test-site.ts'
import { closeOrganization } from '../organizations/organization-commands.ts'
import { mergeOrganization } from '../organizations/merge-commands.ts'
import { disablePerson, enablePerson } from '../people/profile-commands.ts'
import { actorOf } from './actor-queries.ts'
import { acceptInvitation, invite, withdrawInvitation } from './invitation-commands.ts'
import { endRole, grantRole } from './role-commands.ts'
import { fitsRole } from './role.ts'

const at = new Date('2026-11-21T12:00:00Z')
const later = (days: number) => new Date(at.getTime() + days * 86_400_000)

describe('a role', () => {
  const cases: [GrantedRole, Scope | null, boolean][] = [
    ['administrator', null, true],
    ['administrator', 'body:tsb', false],
    ['secretariat', null, true],
    ['translator', 'region:africa', false],
    ['verifier', null, true],
    ['verifier', 'body:itu-tsb', true],
    ['facilitator', 'action-line:C5', true],
    ['facilitator', null, false],
    ['chair', 'body:cwg-internet', true],
    ['chair', 'organization:x', false],
    ['regional-officer', 'region:africa', true],
    ['focal-point', 'organization:x', true],
    ['focal-point', 'body:tsb', true],
    ['focal-point', null, false],
    ['representative', 'organization:x', true],
    ['representative', null, false],
    ['delegate', 'body:tsb', false],
  ]
  for (const [role, scope, fits] of cases)
    test(`${role} for ${scope ?? 'everything'} ${fits ? 'is one' : 'is none'}`, () =>
      assert.equal(fitsRole(role, scope), fits))
})

describe('roles', () => {
  let db: Db
  const [amina, chen, olga]: [string, string, string] = ['amina', 'chen', 'olga']

  before(async () => {
    db = (await testSite()).db
  })

  beforeEach(async () => {
    await db.deleteFrom('invitations').execute()
    await db.deleteFrom('roles').execute()
    await db.deleteFrom('claims').execute()
    await db.deleteFrom('organizations').execute()
    await db.deleteFrom('people').execute()
    await insertPeople(db, [amina, chen, olga])
  })

  const give = async (person: string, role: GrantedRole, scope: Scope | null = null, more = {}) => {
    const given = await grantRole(db, { actor: operator, at, person, role, scope, ...more })
    assert.ok('id' in given, JSON.stringify(given))
    return given.id
  }
  const standingsOf = async (id: string, when = at) => (await actorOf(db, id, when)).standings

  test('count from their first day to their last, and no longer once they are ended', async () => {
    const id = await give(amina, 'verifier', null, { from: '2026-11-22', to: '2026-11-23' })
    const days = [at, later(1), later(2), later(3)]
    const seen = await Promise.all(days.map((day) => standingsOf(amina, day)))
    assert.deepEqual(
      seen.map((standings) => standings.length),
      [0, 1, 1, 0],
    )
    await endRole(db, { actor: operator, at: later(1), id })
    assert.deepEqual(await standingsOf(amina, later(1)), [])
  })

  test('of somebody who is disabled, unconfirmed or unknown count for nothing', async () => {
    await give(amina, 'verifier')
    await give(chen, 'verifier')
    await disablePerson(db, { actor: operator, at, id: amina, reason: 'left' })
    await db.updateTable('people').set({ email_verified: false }).where('id', '=', chen).execute()
    const actors = await Promise.all([amina, chen, 'nobody'].map((id) => actorOf(db, id, at)))
    assert.deepEqual(
      actors.map(({ person, standings }) => [person, standings]),
      [
        [null, []],
        [null, []],
        [null, []],
      ],
    )
    await enablePerson(db, { actor: operator, at, id: amina })
    assert.deepEqual(await standingsOf(amina), [{ role: 'verifier', scope: null }])
  })

  test('make whoever represents a member of the Union a member', async () => {
    const member = await newOrganization(db, { membership: 'sector-member' })
    const other = await newOrganization(db, { membership: 'none' })
    await give(amina, 'representative', `organization:${member}`)
    await give(amina, 'representative', `organization:${other}`)
    assert.deepEqual(
      await standingsOf(amina),
      [
        { role: 'member', scope: `organization:${member}` },
        { role: 'representative', scope: `organization:${member}` },
        { role: 'representative', scope: `organization:${other}` },
      ].toSorted((one, two) => (one.role + one.scope < two.role + two.scope ? -1 : 1)),
    )
    await closeOrganization(db, { actor: operator, at, id: member, reason: 'dissolved' })
    assert.deepEqual(await standingsOf(amina), [{ role: 'representative', scope: `organization:${other}` }])
  })

  test('move along when an organization is merged into another', async () => {
    const [from, into] = [await newOrganization(db), await newOrganization(db)]
    await give(amina, 'representative', `organization:${from}`)
    await give(chen, 'representative', `organization:${from}`)
    await give(chen, 'representative', `organization:${into}`)
    assert.deepEqual(await mergeOrganization(db, { actor: operator, at, id: from, into }), { id: into })
    const expected = [{ role: 'representative', scope: `organization:${into}` }]
    assert.deepEqual([await standingsOf(amina), await standingsOf(chen)], [expected, expected])
  })

  test('cannot be held twice at once, nor for what does not exist', async () => {
    await give(amina, 'verifier', null, { from: '2026-11-21', to: '2026-11-30' })
    const again = (more: object, scope: Scope | null = null, role: GrantedRole = 'verifier') =>
      grantRole(db, { actor: operator, at, person: amina, role, scope, ...more })
    const keys = async (given: ReturnType<typeof again>) => {
      const outcome = await given
      return 'issues' in outcome ? outcome.issues.map(({ field, key }) => `${field} ${key}`) : outcome.id
    }
    assert.deepEqual(await keys(again({ from: '2026-11-30' })), ['role roles.held-already'])
    assert.deepEqual(await keys(again({ from: '2026-12-05', to: '2026-12-04' })), ['to roles.days.order'])
    assert.deepEqual(await keys(again({}, 'body:nobody')), ['body roles.scope.unknown'])
    assert.deepEqual(await keys(again({}, 'action-line:C99', 'facilitator')), [
      'action-line roles.scope.unknown',
    ])
    assert.ok('id' in (await again({ from: '2026-12-01' })))
  })

  const grantors: [string, Actor['standings'], GrantedRole, boolean][] = [
    ['an administrator', [{ role: 'administrator', scope: null }], 'administrator', true],
    ['an officer of the secretariat', [{ role: 'secretariat', scope: null }], 'verifier', true],
    ['an officer of the secretariat', [{ role: 'secretariat', scope: null }], 'secretariat', false],
    ['an officer of the secretariat', [{ role: 'secretariat', scope: null }], 'administrator', false],
    ['a verifier', [{ role: 'verifier', scope: null }], 'verifier', false],
    ['somebody', [], 'representative', false],
  ]
  for (const [who, standings, role, may] of grantors)
    test(`${who} ${may ? 'may' : 'may not'} make somebody ${role}`, async () => {
      const organization = await newOrganization(db)
      const scope: Scope | null = role === 'representative' ? `organization:${organization}` : null
      const actor = { person: chen, id: chen, name: null, standings }
      const given = grantRole(db, { actor, at, person: amina, role, scope })
      if (may) assert.ok('id' in (await given))
      else await assert.rejects(given, Forbidden)
    })

  test('of an organization are given by its focal point, and by that of no other', async () => {
    const [own, other] = [await newOrganization(db), await newOrganization(db)]
    const actor: Actor = {
      person: chen,
      id: chen,
      name: null,
      standings: [{ role: 'focal-point', scope: `organization:${own}` }],
    }
    const grant = (scope: Scope, role: GrantedRole) =>
      grantRole(db, { actor, at, person: amina, role, scope })
    assert.ok('id' in (await grant(`organization:${own}`, 'representative')))
    assert.ok('id' in (await grant(`organization:${own}`, 'focal-point')))
    await assert.rejects(grant(`organization:${own}`, 'delegate'), Forbidden)
    await assert.rejects(grant(`organization:${other}`, 'representative'), Forbidden)
    await assert.rejects(grant('body:itu-council', 'focal-point'), Forbidden)
  })

  test('of the last administrator cannot be ended, even when two leave at once', async () => {
    const [one, two] = [await give(amina, 'administrator'), await give(chen, 'administrator')]
    const ended = await Promise.allSettled(
      [one, two].map(async (id) => endRole(db, { actor: operator, at, id })),
    )
    assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const refused = ended.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    assert.ok(refused.reason instanceof Refusal)
    assert.deepEqual([refused.reason.status, refused.reason.key], [409, 'roles.last-administrator'])
  })

  describe('an invitation', () => {
    const offer = { email: 'amina@amina.example', language: 'fr', role: 'verifier', scope: null } as const
    const tokenOfMail = async () => {
      const mail = await db
        .selectFrom('outbox')
        .selectAll()
        .orderBy('created_at', 'desc')
        .executeTakeFirstOrThrow()
      return /\/invitation\/([\w-]+)/.exec(JSON.stringify(mail.content))?.[1] ?? ''
    }
    const asPerson = (id: string): Actor => ({ person: id, id, name: null, standings: [] })

    beforeEach(async () => {
      await db.deleteFrom('outbox').execute()
    })

    test('gives the role to whoever has its address, once, and forgets the address', async () => {
      await invite(db, { actor: operator, at, ...offer, email: 'Amina@Amina.example' })
      const token = await tokenOfMail()
      const taken = await acceptInvitation(db, { actor: asPerson(amina), at: later(1), token })
      assert.ok('id' in taken)
      assert.deepEqual(await standingsOf(amina, later(1)), [{ role: 'verifier', scope: null }])
      const kept = await db.selectFrom('invitations').select(['email', 'state']).executeTakeFirstOrThrow()
      assert.deepEqual(kept, { email: null, state: 'accepted' })
      await assert.rejects(acceptInvitation(db, { actor: asPerson(amina), at: later(1), token }), Forbidden)
    })

    test('gives nothing to another address', async () => {
      await invite(db, { actor: operator, at, ...offer })
      const outcome = await acceptInvitation(db, { actor: asPerson(chen), at, token: await tokenOfMail() })
      assert.deepEqual(outcome, { issues: [{ field: '', key: 'invitations.other-address' }] })
      assert.deepEqual(await standingsOf(chen), [])
    })

    test('is not there any more after its time, when withdrawn, and when who invited may no longer', async () => {
      const gone = (actor: Actor, token: string, when: Date) =>
        assert.rejects(acceptInvitation(db, { actor, at: when, token }), Refusal)
      await invite(db, { actor: operator, at, ...offer })
      await gone(asPerson(amina), await tokenOfMail(), later(14))
      const second = await invite(db, { actor: operator, at: later(1), ...offer })
      assert.ok('id' in second)
      await withdrawInvitation(db, { actor: operator, at: later(1), id: second.id })
      await gone(asPerson(amina), await tokenOfMail(), later(1))
      const office = await give(olga, 'secretariat')
      await invite(db, { actor: await actorOf(db, olga, at), at: later(2), ...offer })
      await endRole(db, { actor: operator, at: later(2), id: office })
      await gone(asPerson(amina), await tokenOfMail(), later(2))
      assert.deepEqual(await standingsOf(amina, later(2)), [])
    })

    test('keeps no token that opens anything', async () => {
      await invite(db, { actor: operator, at, ...offer })
      const token = await tokenOfMail()
      const rows = JSON.stringify(await db.selectFrom('invitations').selectAll().execute())
      assert.equal(rows.includes(token), false)
      const lines = JSON.stringify(await db.selectFrom('history').selectAll().execute())
      assert.deepEqual([lines.includes(token), lines.includes('amina.example')], [false, false])
    })
  })
})
