import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { operator, type Actor, type Standing } from '#platform/access/actor.ts'
import { Forbidden } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Refusal } from '#platform/errors.ts'
import { verifyHistory } from '#platform/history.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { testSite } from '../../../../test/test-site.ts'
import { modules } from '../../../modules.ts'
import { actorOf } from '../roles/actor-queries.ts'
import { grantRole } from '../roles/role-commands.ts'
import { askClaim, decideClaim, withdrawClaim } from './claim-commands.ts'
import { openClaims } from './claim-queries.ts'
import { dropDomain, listDomain, verifyDomain } from './domain-commands.ts'
import { mergeOrganization } from './merge-commands.ts'
import { approveOrganization, proposeOrganization } from './organization-commands.ts'
import type { OrganizationFields } from './organization.ts'

const at = new Date('2026-11-21T12:00:00Z')

const someone = (id: string, ...standings: Standing[]): Actor => ({ person: id, id, name: id, standings })

const fields: OrganizationFields = {
  name: { en: 'Blue Harbour Telecommunications', fr: 'Télécommunications du Port bleu' },
  acronym: 'BHT',
  stakeholderType: 'private-sector',
  country: 'KE',
  region: null,
  website: 'https://blue-harbour.example',
  ror: null,
  iati: null,
}

describe('a request to act for an organization', () => {
  let db: Db

  before(async () => {
    db = (await testSite()).db
  })

  beforeEach(async () => {
    for (const table of ['outbox', 'roles', 'claims', 'organizations', 'people'] as const)
      await db.deleteFrom(table).execute()
    await insertPeople(db, ['amina', 'chen', 'olga'])
  })

  const ask = (organization: string, person = 'amina') =>
    askClaim(db, { actor: someone(person), at, organization, words: 'I work there' })
  const claimOf = async (organization: string, person = 'amina') => {
    const outcome = await ask(organization, person)
    assert.ok('id' in outcome, JSON.stringify(outcome))
    return outcome
  }
  const rolesOf = async (person: string) => (await actorOf(db, person, at)).standings

  test('is granted at once to whose proven address is in a confirmed domain', async () => {
    const id = await newOrganization(db)
    await listDomain(db, { actor: operator, at, id, domain: 'amina.example' })
    assert.equal((await claimOf(id, 'chen')).state, 'asked')
    const unconfirmed = await claimOf(id)
    assert.equal(unconfirmed.state, 'asked')
    await withdrawClaim(db, { actor: someone('amina'), at, id: unconfirmed.id })
    await verifyDomain(db, { actor: operator, at, id, domain: 'amina.example' })
    assert.equal((await claimOf(id)).state, 'granted')
    assert.deepEqual(await rolesOf('amina'), [{ role: 'representative', scope: `organization:${id}` }])
    assert.deepEqual(await rolesOf('chen'), [])
    const again = await ask(id)
    assert.deepEqual('issues' in again && again.issues.map(({ key }) => key), ['claims.represents-already'])
  })

  test('waits, once, and is seen only by those who decide', async () => {
    const [id, other] = [await newOrganization(db), await newOrganization(db)]
    await claimOf(id)
    const again = await ask(id)
    assert.deepEqual('issues' in again && again.issues.map(({ key }) => key), ['claims.asked-already'])
    const focal = (of: string) => someone('chen', { role: 'focal-point', scope: `organization:${of}` })
    const seen = await Promise.all([focal(id), focal(other), operator].map((actor) => openClaims(db, actor)))
    assert.deepEqual(
      seen.map(({ total, rows }) => [total, rows.length]),
      [
        [1, 1],
        [0, 0],
        [1, 1],
      ],
    )
  })

  test('that is granted makes a representative, and tells them by mail', async () => {
    const id = await newOrganization(db)
    const claim = await claimOf(id)
    const focal = someone('chen', { role: 'focal-point', scope: `organization:${id}` })
    await decideClaim(db, { actor: focal, at, id: claim.id, decision: 'grant' })
    assert.deepEqual(await rolesOf('amina'), [{ role: 'representative', scope: `organization:${id}` }])
    const mails = await db.selectFrom('outbox').select(['address', 'kind']).execute()
    assert.deepEqual(mails, [{ address: 'amina@amina.example', kind: 'accounts.claim-decided' }])
  })

  test('is refused with a reason only, and can be asked anew', async () => {
    const id = await newOrganization(db)
    const claim = await claimOf(id)
    const refuse = (reason: string | null) =>
      decideClaim(db, { actor: operator, at, id: claim.id, decision: 'refuse', reason })
    const without = await refuse(' ')
    assert.deepEqual('issues' in without && without.issues.map(({ field }) => field), ['reason'])
    assert.deepEqual(await refuse('Nobody knows this person there.'), { id: claim.id })
    assert.deepEqual(await rolesOf('amina'), [])
    assert.equal((await claimOf(id)).state, 'asked')
  })

  test('cannot be decided by whoever asks, nor by the focal point of another', async () => {
    const [id, other] = [await newOrganization(db), await newOrganization(db)]
    const claim = await claimOf(id)
    const grant = (actor: Actor) => decideClaim(db, { actor, at, id: claim.id, decision: 'grant' })
    await assert.rejects(grant(someone('amina', { role: 'secretariat', scope: null })), Forbidden)
    await assert.rejects(
      grant(someone('chen', { role: 'focal-point', scope: `organization:${other}` })),
      Forbidden,
    )
    await assert.rejects(
      grant(someone('chen', { role: 'representative', scope: `organization:${id}` })),
      Forbidden,
    )
  })

  test('that five officers decide at once is decided by one; the others are told', async () => {
    const claim = await claimOf(await newOrganization(db))
    // Opens the connections first, so that the five really meet.
    await Promise.all(Array.from({ length: 5 }, () => openClaims(db, operator)))
    const settled = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        decideClaim(db, { actor: operator, at, id: claim.id, decision: 'grant' }),
      ),
    )
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []))
    assert.deepEqual(
      refused.map(({ status }) => status),
      [409, 409, 409, 409],
    )
    const roles = await db.selectFrom('roles').select('person').execute()
    assert.deepEqual(roles, [{ person: 'amina' }])
    assert.equal((await db.selectFrom('outbox').select('id').execute()).length, 1)
  })

  test('moves along when the organization is merged while it waits', async () => {
    const [from, into] = [await newOrganization(db), await newOrganization(db)]
    const claim = await claimOf(from)
    const settled = await Promise.allSettled([
      mergeOrganization(db, { actor: operator, at, id: from, into }),
      decideClaim(db, { actor: operator, at, id: claim.id, decision: 'grant' }),
    ])
    assert.equal(settled[0].status, 'fulfilled')
    if (settled[1].status === 'rejected')
      await decideClaim(db, { actor: operator, at, id: claim.id, decision: 'grant' })
    assert.deepEqual(await rolesOf('amina'), [{ role: 'representative', scope: `organization:${into}` }])
  })
})

test('what was done with organizations, people and roles stands in a history that verifies', async () => {
  const { db } = await testSite()
  await insertPeople(db, ['amina', 'chen'])
  const ids: string[] = []
  for (const acronym of ['ONE', 'TWO']) {
    const proposed = await proposeOrganization(db, { actor: operator, at, fields: { ...fields, acronym } })
    assert.ok('id' in proposed)
    await approveOrganization(db, { actor: operator, at, id: proposed.id })
    ids.push(proposed.id)
  }
  const [one = '', two = ''] = ids
  await listDomain(db, { actor: operator, at, id: one, domain: 'amina.example' })
  await verifyDomain(db, { actor: operator, at, id: one, domain: 'amina.example' })
  await listDomain(db, { actor: operator, at, id: one, domain: 'gone.example' })
  await dropDomain(db, { actor: operator, at, id: one, domain: 'gone.example' })
  await askClaim(db, { actor: someone('amina'), at, organization: one })
  const waiting = await askClaim(db, { actor: someone('chen'), at, organization: one })
  assert.ok('id' in waiting)
  await grantRole(db, { actor: operator, at, person: 'amina', role: 'verifier', scope: null })
  await mergeOrganization(db, { actor: operator, at, id: one, into: two })
  await decideClaim(db, { actor: operator, at, id: waiting.id, decision: 'grant' })
  const digests = Object.assign({}, ...modules.map((module) => module.digests ?? {})) as never
  const { faults } = await verifyHistory(db, digests)
  assert.deepEqual(
    faults.filter(({ subject }) => !/^(people|register|frameworks)/.test(subject)),
    [],
  )
  const lines = JSON.stringify(await db.selectFrom('history').selectAll().execute())
  assert.deepEqual([lines.includes('Hidden'), lines.includes('@')], [false, false])
})
