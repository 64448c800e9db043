import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { has, operator, visitor, type Actor, type Standing } from '#platform/access/actor.ts'
import { decide, Forbidden } from '#platform/access/rights.ts'
import { visibilities } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Refusal } from '#platform/errors.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { testSite } from '../../../../test/test-site.ts'
import { listDomain, verifyDomain } from './domain-commands.ts'
import { approveOrganization, editOrganization, proposeOrganization } from './organization-commands.ts'
import { organizationById, organizationList } from './organization-queries.ts'
import { organizationRights } from './organization-rights.ts'
import { asThing, organizationStates, type OrganizationFields } from './organization.ts'

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

describe('an organization', () => {
  let db: Db

  before(async () => {
    db = (await testSite()).db
  })

  beforeEach(async () => {
    for (const table of ['outbox', 'roles', 'claims', 'organizations', 'people'] as const)
      await db.deleteFrom(table).execute()
    await insertPeople(db, ['amina', 'chen', 'olga'])
  })

  const propose = async (more: Partial<OrganizationFields> = {}, actor = someone('amina')) => {
    const outcome = await proposeOrganization(db, { actor, at, fields: { ...fields, ...more } })
    assert.ok('id' in outcome, JSON.stringify(outcome))
    return outcome.id
  }
  const rowOf = async (id: string) => {
    const row = await organizationById(db, operator, id)
    assert.ok(row)
    return row
  }

  test('is proposed by a person, gets its region from its country, and waits', async () => {
    const { region, state, membership, proposedBy, revision } = await rowOf(await propose())
    assert.deepEqual(
      { region, state, membership, proposedBy, revision },
      { region: 'africa', state: 'proposed', membership: 'none', proposedBy: 'amina', revision: 1 },
    )
    await assert.rejects(proposeOrganization(db, { actor: visitor, at, fields }), Forbidden)
  })

  const unfit: [string, Partial<OrganizationFields>][] = [
    ['name-en organizations.name.missing', { name: { en: '  ' } }],
    ['type form.value.choice', { stakeholderType: 'tribe' }],
    ['country form.value.choice', { country: 'XX' }],
    ['region form.value.choice', { country: null, region: 'mars' }],
    ['website form.value.wrong rule.web-address', { website: 'javascript:alert(1)' }],
    ['website form.value.wrong rule.web-address', { website: 'https://' }],
    ['ror form.value.wrong rule.ror', { ror: '05dxps056' }],
    ['iati form.value.wrong rule.iati', { iati: 'x' }],
  ]
  for (const [told, wrong] of unfit)
    test(`with ${JSON.stringify(wrong)} is not stored and says why`, async () => {
      const outcome = await proposeOrganization(db, {
        actor: someone('amina'),
        at,
        fields: { ...fields, ...wrong },
      })
      assert.ok('issues' in outcome)
      assert.deepEqual(
        outcome.issues.map(({ field, key, rule }) => [field, key, rule].filter(Boolean).join(' ')),
        [told],
      )
      assert.deepEqual(await db.selectFrom('organizations').select('id').execute(), [])
    })

  test('cannot be classified by whoever proposes or represents it', async () => {
    const standing = { membership: 'member-state', visibility: 'public' } as const
    const proposed = proposeOrganization(db, { actor: someone('amina'), at, fields, standing })
    await assert.rejects(proposed, Forbidden)
    const id = await propose()
    const edit = { at, id, revision: 1, fields, standing }
    await assert.rejects(editOrganization(db, { actor: someone('amina'), ...edit }), Forbidden)
    assert.deepEqual(await editOrganization(db, { actor: operator, ...edit }), { id })
    assert.equal((await rowOf(id)).membership, 'member-state')
  })

  test('that two people edit at once keeps the first edit and tells the second', async () => {
    const id = await propose()
    const edits = ['First', 'Second'].map((en) =>
      editOrganization(db, { actor: operator, at, id, revision: 1, fields: { ...fields, name: { en } } }),
    )
    const settled = await Promise.allSettled(edits)
    const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    assert.deepEqual(
      failures.map((failure) => failure instanceof Stale),
      [true],
    )
    assert.equal((await rowOf(id)).revision, 2)
  })

  test('is approved once, however many do it at the same moment', async () => {
    const id = await propose()
    const settled = await Promise.allSettled(
      Array.from({ length: 5 }, () => approveOrganization(db, { actor: operator, at, id })),
    )
    assert.deepEqual(settled.map(({ status }) => status).toSorted(), [
      'fulfilled',
      ...Array.from({ length: 4 }, () => 'rejected'),
    ])
    const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []))
    assert.deepEqual([...new Set(refusals.map(({ status }) => status))], [409])
  })

  test('is seen by exactly those whom its state and visibility allow, in lists as one by one', async () => {
    const people: Actor[] = [
      visitor,
      someone('amina'),
      someone('chen'),
      someone('olga', { role: 'member', scope: 'organization:elsewhere' }),
      someone('olga', { role: 'delegate', scope: 'organization:elsewhere' }),
      someone('olga', { role: 'representative', scope: 'organization:own-secretariat-approved' }),
      someone('olga', { role: 'regional-officer', scope: 'region:africa' }),
      someone('olga', { role: 'regional-officer', scope: 'region:europe' }),
      someone('olga', { role: 'secretariat', scope: null }),
      operator,
    ]
    const successor = await newOrganization(db, { id: 'successor-of-all', visibility: 'secretariat' })
    for (const state of organizationStates)
      for (const visibility of visibilities) {
        const id = `own-${visibility}-${state}`
        const put = state === 'merged' ? 'approved' : state
        await newOrganization(db, { id, state: put, visibility, proposedBy: 'amina' })
        if (state === 'merged')
          await db.updateTable('organizations').set({ state, successor }).where('id', '=', id).execute()
      }
    const rows = await db.selectFrom('organizations').selectAll().orderBy('id').execute()
    for (const actor of people) {
      const listed = new Set<string>()
      for (const state of organizationStates) {
        const { rows: seen, total } = await organizationList(db, actor, { state }, { limit: 200 })
        assert.equal(seen.length, total)
        for (const { id } of seen) listed.add(id)
      }
      for (const row of rows) {
        const one = (await organizationById(db, actor, row.id)) !== null
        assert.equal(listed.has(row.id), one, `${actor.id} ${row.id}`)
        if (row.state !== 'proposed' || actor === visitor) continue
        const thing = asThing({ ...row, proposedBy: row.proposed_by })
        assert.equal(decide(organizationRights, 'see-undecided', actor, thing).allowed, one, row.id)
      }
      // Whoever sees all is of the office; nobody else sees what only the secretariat may.
      const hidden = listed.has('own-secretariat-closed')
      const office = ['secretariat', 'administrator', 'regional-officer'] as const
      assert.equal(
        hidden,
        office.some((role) => has(actor, role)),
      )
    }
  })

  describe('domains', () => {
    const keys = (outcome: Awaited<ReturnType<typeof listDomain>>) =>
      'issues' in outcome ? outcome.issues.map(({ key }) => key) : []

    test('of public mail, unclean ones and doubles are refused', async () => {
      const id = await newOrganization(db)
      const list = async (domain: string) => keys(await listDomain(db, { actor: operator, at, id, domain }))
      assert.deepEqual(await list('GMail.com'), ['organizations.domain.public-mail'])
      assert.deepEqual(await list('no domain'), ['form.value.wrong'])
      assert.deepEqual(await list('amina.example'), [])
      assert.deepEqual(await list('AMINA.example'), ['organizations.domain.listed'])
    })

    test('are confirmed by the secretariat, or by a focal point for their own address', async () => {
      const id = await newOrganization(db)
      const focal = someone('amina', { role: 'focal-point', scope: `organization:${id}` })
      for (const domain of ['amina.example', 'other.example'])
        await listDomain(db, { actor: focal, at, id, domain })
      assert.deepEqual(await verifyDomain(db, { actor: focal, at, id, domain: 'amina.example' }), { id })
      await assert.rejects(verifyDomain(db, { actor: focal, at, id, domain: 'other.example' }), Forbidden)
      assert.deepEqual(await verifyDomain(db, { actor: operator, at, id, domain: 'other.example' }), { id })
    })

    test('speak for one organization only', async () => {
      const [one, two] = [await newOrganization(db), await newOrganization(db)]
      for (const id of [one, two]) await listDomain(db, { actor: operator, at, id, domain: 'both.example' })
      const verified = await Promise.all(
        [one, two].map((id) => verifyDomain(db, { actor: operator, at, id, domain: 'both.example' })),
      )
      assert.deepEqual(verified.flatMap(keys), ['organizations.domain.taken'])
    })
  })
})
