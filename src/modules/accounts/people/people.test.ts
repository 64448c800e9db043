import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { operator, type Actor, type Standing } from '#platform/access/actor.ts'
import { Forbidden } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Refusal } from '#platform/errors.ts'
import { readSettings } from '#platform/settings.ts'
import { insertPeople, nameOf, newOrganization } from '../../../../test/accounts-samples.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { openSite } from '../../../site.ts'
import { askClaim } from '../organizations/claim-commands.ts'
import { invite } from '../roles/invitation-commands.ts'
import { grantRole } from '../roles/role-commands.ts'
import { disablePerson } from './profile-commands.ts'

const at = new Date('2026-11-21T12:00:00Z')
const someone = (id: string, ...standings: Standing[]): Actor => ({ person: id, id, name: id, standings })

describe('people', () => {
  let site: TestSite
  let db: Db

  before(async () => {
    site = await testSite()
    db = site.db
  })

  beforeEach(async () => {
    const tables = [
      'outbox',
      'invitations',
      'roles',
      'claims',
      'organizations',
      'sessions',
      'people',
    ] as const
    for (const table of tables) await db.deleteFrom(table).execute()
    await insertPeople(db, ['amina', 'chen', 'olga'])
  })

  describe('the list of people', () => {
    const readers: [string, Standing[], boolean][] = [
      ['somebody', [], false],
      ['a verifier', [{ role: 'verifier', scope: null }], false],
      ['a focal point', [{ role: 'focal-point', scope: 'body:itu-council' }], false],
      ['a regional officer', [{ role: 'regional-officer', scope: 'region:africa' }], false],
      ['the secretariat', [{ role: 'secretariat', scope: null }], true],
      ['an administrator', [{ role: 'administrator', scope: null }], true],
    ]
    for (const [who, standings, may] of readers)
      test(`is ${may ? '' : 'not '}there for ${who}`, async () => {
        const reader = site.as(person('olga', ...standings))
        for (const path of [
          '/people',
          '/people.json',
          '/people.csv',
          '/people/amina',
          '/people/amina.json',
        ]) {
          const { status, text } = await reader.get(`/en${path}`)
          assert.deepEqual([status, text.includes(nameOf('amina'))], may ? [200, true] : [403, false])
        }
        const missing = await reader.get('/en/people/nobody')
        assert.equal(missing.status, may ? 404 : 403)
      })

    test('finds people by name, address and role', async () => {
      await grantRole(db, { actor: operator, at, person: 'chen', role: 'verifier', scope: null })
      const office = site.as(person('olga', { role: 'secretariat', scope: null }))
      const found = async (query: string) => {
        const { rows } = JSON.parse((await office.get(`/en/people.json?${query}`)).text) as {
          rows: { id: string }[]
        }
        return rows.map(({ id }) => id)
      }
      assert.deepEqual(await found('q=AMINA@'), ['amina'])
      assert.deepEqual(await found('q=hidden+chen'), ['chen'])
      assert.deepEqual(await found('role=verifier'), ['chen'])
      assert.deepEqual(await found('state=disabled'), [])
      assert.deepEqual((await found('')).toSorted(), ['amina', 'chen', 'olga'])
    })
  })

  test('shut out lose their sessions; nobody shuts themselves out, nor the office an administrator', async () => {
    await db
      .insertInto('sessions')
      .values({
        id: 's',
        person: 'amina',
        token_digest: 'd',
        created_at: at,
        updated_at: at,
        seen_at: at,
        expires_at: new Date('2027-01-01'),
        ip_address: null,
        user_agent: null,
      })
      .execute()
    await grantRole(db, { actor: operator, at, person: 'chen', role: 'administrator', scope: null })
    const office = someone('olga', { role: 'secretariat', scope: null })
    await disablePerson(db, { actor: office, at, id: 'amina', reason: 'left' })
    assert.deepEqual(await db.selectFrom('sessions').select('id').execute(), [])
    await assert.rejects(disablePerson(db, { actor: office, at, id: 'olga', reason: 'x' }), Forbidden)
    await assert.rejects(disablePerson(db, { actor: office, at, id: 'chen', reason: 'x' }), Forbidden)
    const last = disablePerson(db, { actor: operator, at, id: 'chen', reason: 'x' })
    await assert.rejects(last, (error: Refusal) => error.key === 'roles.last-administrator')
  })

  test('say of themselves what others see', async () => {
    const amina = site.as(person('amina'))
    const fields = { name: 'Amina Q.', 'own-name': 'أمينة', language: 'ar', public: 'yes' }
    assert.equal((await amina.post('/en/account', fields)).location, '/en/account?done=done.profile-edited')
    const row = await db.selectFrom('people').selectAll().where('id', '=', 'amina').executeTakeFirstOrThrow()
    assert.deepEqual(
      [row.name, row.own_name, row.language, row.name_is_public, row.email],
      ['Amina Q.', 'أمينة', 'ar', true, 'amina@amina.example'],
    )
    const unknown = await amina.json('/en/account', { ...fields, email: 'other@amina.example' })
    assert.equal(unknown.status, 422)
  })

  test('are told only sentences that there are, whatever an address says', async () => {
    const amina = site.as(person('amina'))
    const { status, text } = await amina.get('/en/account?done=done.no-such-thing')
    assert.deepEqual([status, text.includes('role="status"')], [200, false])
    assert.match((await amina.get('/en/account?done=done.role-ended')).text, /The role has ended/)
  })

  test('lists are read with as many questions for three rows as for one', async () => {
    const office = person(
      'olga',
      { role: 'secretariat', scope: null },
      { role: 'administrator', scope: null },
    )
    let asked = 0
    const counted = db.withPlugin({
      transformQuery: ({ node }) => {
        if (!JSON.stringify(node).includes('"history"')) asked += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const settings = readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/')
    const app = openSite(counted, settings, {
      now: () => at,
      identify: async () => ({ actor: office, session: 's' }),
    })
    const questions = async (path: string) => {
      const before = asked
      const { rows } = (await (await app.fetch(new Request(`http://x.test/en/${path}`))).json()) as {
        rows: unknown[]
      }
      return { path, rows: rows.length, asked: asked - before }
    }
    const lists = ['organizations', 'claims', 'invitations', 'people']
    const fill = async (ids: string[]) => {
      for (const id of ids) {
        const organization = await newOrganization(db)
        await askClaim(db, { actor: someone(id), at, organization })
        await grantRole(db, {
          actor: operator,
          at,
          person: id,
          role: 'focal-point',
          scope: `organization:${organization}`,
        })
        const offer = { language: 'en', role: 'focal-point', scope: 'body:itu-council' } as const
        await invite(db, { actor: operator, at, email: `${id}@new.example`, ...offer })
      }
    }
    await fill(['amina'])
    await questions('organizations.json')
    const few = []
    for (const list of lists) few.push(await questions(`${list}.json?limit=1`))
    await fill(['chen', 'olga'])
    const many = []
    for (const list of lists) many.push(await questions(`${list}.json?limit=3`))
    assert.deepEqual(
      many.map(({ rows }) => rows),
      [3, 3, 3, 3],
    )
    assert.deepEqual(
      many.map((one) => one.asked),
      few.map((one) => one.asked),
    )
  })
})
