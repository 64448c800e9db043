import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import type { Standing } from '#platform/access/actor.ts'
import { insertPeople, nameOf, newOrganization } from '../../../../test/accounts-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'

const hiddenName = 'Nightjar Directorate'

describe('the pages of organizations', () => {
  let site: TestSite
  let office: SignedIn
  let amina: SignedIn

  before(async () => {
    site = await testSite()
    office = site.as(person('olga', { role: 'secretariat', scope: null }))
    amina = site.as(person('amina'))
  })

  beforeEach(async () => {
    for (const table of ['outbox', 'invitations', 'roles', 'claims', 'organizations', 'people'] as const)
      await site.db.deleteFrom(table).execute()
    await insertPeople(site.db, ['amina', 'chen', 'olga'])
  })

  const organizationIn = (location: string | null) =>
    /organizations\/([a-z0-9-]+)/.exec(location ?? '')?.[1] ?? ''

  const hold = (id: string, standing: Standing) =>
    site.db
      .insertInto('roles')
      .values({
        id: `${id}-${standing.role}-${standing.scope}`,
        person: id,
        role: standing.role,
        scope: standing.scope,
        from_date: '2026-11-01',
        to_date: null,
        granted_at: new Date('2026-11-01T12:00:00Z'),
        granted_by: 'command-line',
        reason: null,
        ended_at: null,
        ended_by: null,
        end_reason: null,
      })
      .execute()

  const proposal = {
    'name-en': 'Blue Harbour',
    'name-ar': 'الميناء الأزرق',
    type: 'private-sector',
    country: 'KE',
  }

  test('lead from a proposal to somebody who acts for it, with plain forms only', async () => {
    const proposed = await amina.post('/ar/organizations/new', proposal)
    assert.equal(proposed.status, 303)
    const id = organizationIn(proposed.location)
    assert.equal((await site.ask(`/en/organizations/${id}`)).status, 404)
    assert.match((await amina.get(`/ar/organizations/${id}`)).text, /الميناء الأزرق/)

    const approved = await office.post(`/en/organizations/${id}/approval`, { decision: 'approve' })
    assert.equal(approved.location, `/en/organizations/${id}?done=done.organization-approved`)
    assert.equal((await site.ask(`/en/organizations/${id}`)).status, 200)

    assert.equal((await amina.post(`/en/organizations/${id}/claim`, { words: 'engineer' })).status, 303)
    const waiting = await office.get('/en/claims')
    const claim = /\/en\/claims\/([0-9a-f-]{36})/.exec(waiting.text)?.[1] ?? ''
    const granted = await office.post(`/en/claims/${claim}`, { decision: 'grant' })
    assert.equal(granted.location, '/en/claims?done=done.claim-granted')
    assert.match((await office.get('/en/claims')).text, /Nobody is waiting/)
    assert.match((await office.get(`/en/organizations/${id}`)).text, /Amina Hidden/)

    const role = /\/en\/roles\/([0-9a-f-]{36})\/end/.exec((await amina.get('/en/account')).text)?.[1] ?? ''
    assert.equal((await amina.post(`/en/roles/${role}/end`)).location, '/en/account?done=done.role-ended')
    assert.doesNotMatch((await office.get(`/en/organizations/${id}`)).text, /Amina Hidden/)
  })

  test('bring a form back with what was typed and the rule, and store nothing', async () => {
    const wrong = { ...proposal, ror: '05dxps056', website: 'blue harbour', type: 'tribe' }
    const { status, text } = await amina.post('/en/organizations/new', wrong)
    assert.equal(status, 422)
    for (const typed of ['05dxps056', 'blue harbour', 'الميناء الأزرق'])
      assert.ok(text.includes(typed), typed)
    assert.match(text, /href="#f-ror"/)
    assert.match(text, /identifier of the Research Organization Registry/)
    assert.deepEqual(await site.db.selectFrom('organizations').select('id').execute(), [])
  })

  test('do not let anybody write what the form does not offer them', async () => {
    const more = { ...proposal, membership: 'member-state', visibility: 'secretariat' }
    const { status, location } = await amina.post('/en/organizations/new', more)
    assert.equal(status, 303)
    const row = await site.db.selectFrom('organizations').selectAll().executeTakeFirstOrThrow()
    assert.deepEqual(
      [row.id, row.membership, row.visibility, row.state],
      [organizationIn(location), 'none', 'public', 'proposed'],
    )
    const unknown = await amina.json('/en/organizations/new', { ...proposal, state: 'approved' })
    assert.equal(unknown.status, 422)
  })

  test('say that somebody else was faster, and keep what was typed', async () => {
    const id = await newOrganization(site.db)
    const page = await office.get(`/en/organizations/${id}/edit`)
    const token = /name="_token"\s+value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    assert.equal(
      (await office.post(`/en/organizations/${id}/edit`, { ...proposal, acronym: 'FIRST' })).status,
      303,
    )
    const late = await office.send(`/en/organizations/${id}/edit`, {
      ...proposal,
      acronym: 'LATE',
      _token: token,
      _version: '1',
    })
    assert.equal(late.status, 409)
    assert.match(await late.text(), /value="LATE"/)
    const row = await site.db.selectFrom('organizations').select('acronym').executeTakeFirstOrThrow()
    assert.equal(row.acronym, 'FIRST')
  })

  test('of one that was merged lead to its successor', async () => {
    const [from, into] = [
      await newOrganization(site.db),
      await newOrganization(site.db, { name: { en: 'Heron' } }),
    ]
    const address = `https://actionline.test/en/organizations/${into}?x=1`
    assert.equal((await office.post(`/en/organizations/${from}/merger`, { into: address })).status, 303)
    const { text } = await site.get(`/en/organizations/${from}`)
    assert.match(text, new RegExp(`href="/en/organizations/${into}"`))
    const { total } = (await site.json('/en/organizations.json')) as { total: number }
    assert.equal(total, 1)
  })

  describe('show the names of those who act for it', () => {
    let id: string
    beforeEach(async () => {
      id = await newOrganization(site.db)
      await hold('amina', { role: 'representative', scope: `organization:${id}` })
      await hold('chen', { role: 'representative', scope: `organization:${id}` })
      await site.db.updateTable('people').set({ name_is_public: true }).where('id', '=', 'chen').execute()
    })

    const readers: [string, Standing[] | null, boolean][] = [
      ['a visitor', null, false],
      ['somebody signed in', [], false],
      ['a member of another organization', [{ role: 'representative', scope: 'organization:other' }], false],
      ['a verifier', [{ role: 'verifier', scope: null }], false],
      ['the secretariat', [{ role: 'secretariat', scope: null }], true],
    ]
    for (const [who, standings, all] of readers)
      test(`to ${who}: ${all ? 'all' : 'only who agreed'}`, async () => {
        const reader = standings === null ? site : site.as(person('olga', ...standings))
        for (const ending of ['', '.json']) {
          const { text } = await reader.get(`/en/organizations/${id}${ending}`)
          assert.deepEqual([text.includes(nameOf('amina')), text.includes(nameOf('chen'))], [all, true])
          assert.equal(/(?:amina|chen)@/.test(text), false)
        }
      })

    test('to people of the same organization: all', async () => {
      const colleague = site.as(person('olga', { role: 'representative', scope: `organization:${id}` }))
      const { text } = await colleague.get(`/en/organizations/${id}`)
      assert.deepEqual([text.includes(nameOf('amina')), text.includes(nameOf('chen'))], [true, true])
    })
  })

  test('never tell that something hidden exists, nor an address of a person', async () => {
    const id = await newOrganization(site.db, {
      id: 'nightjar-directorate',
      name: { en: hiddenName },
      visibility: 'secretariat',
    })
    const open = await newOrganization(site.db, { id: 'open-organization', name: { en: 'Open' } })
    const declined = await newOrganization(site.db, {
      name: { en: `${hiddenName} declined` },
      state: 'declined',
    })
    await site.db
      .updateTable('organizations')
      .set({ state: 'merged', successor: id })
      .where('id', '=', open)
      .execute()
    await hold('amina', { role: 'representative', scope: `organization:${id}` })
    await hold('chen', { role: 'focal-point', scope: 'body:itu-council' })
    await amina.post('/en/organizations/new', { ...proposal, 'name-en': `${hiddenName} proposed` })
    const stranger = site.as(person('chen'))
    const paths = [
      '/organizations',
      '/organizations.json',
      '/organizations.csv',
      '/organizations?q=nightjar',
      '/organizations.json?state=proposed',
      '/organizations.json?state=declined',
      '/organizations.json?state=merged',
      `/organizations/${open}`,
      `/organizations/${open}.json`,
      `/organizations/${id}`,
      `/organizations/${id}.json`,
      `/organizations/${id}/edit`,
      `/organizations/${id}/claim`,
      `/organizations/${declined}`,
      '/search?q=nightjar',
      '/search.json?kind=organization',
      '/bodies/itu-council',
      '/bodies/itu-council.json',
      '/languages.json',
    ]
    for (const path of paths)
      for (const [who, reader] of [['visitor', site] as const, ['stranger', stranger] as const]) {
        const { text } = await reader.get(`/en${path}`)
        const told = [
          hiddenName,
          'nightjar-directorate',
          nameOf('amina'),
          nameOf('chen'),
          '.example"',
          '@amina',
        ]
        const echoed = path.includes('nightjar-directorate') ? ['nightjar-directorate'] : []
        assert.deepEqual(
          { who, path, told: told.filter((words) => text.includes(words) && !echoed.includes(words)) },
          { who, path, told: [] },
        )
      }
    const sitemap = await (await site.ask('/sitemap.xml')).text()
    assert.equal(sitemap.includes('nightjar'), false)
    const missing = await stranger.get('/en/organizations/nobody-knows-this')
    const hidden = await stranger.get(`/en/organizations/${id}`)
    assert.deepEqual([missing.status, hidden.status], [404, 404])
    const ofRole = await stranger.get('/en/roles/amina-representative-x/end')
    const ofNobody = await stranger.get('/en/claims/00000000-0000-4000-8000-000000000000')
    assert.deepEqual([ofRole.status, ofNobody.status], [404, 404])
  })

  test('count only what the reader may see', async () => {
    await newOrganization(site.db, { country: 'FR', region: 'europe', visibility: 'secretariat' })
    await newOrganization(site.db, { country: 'KE', region: 'africa' })
    type Listed = { total: number; facets: { name: string; values: { value: string; count: number }[] }[] }
    const listed = (await site.json('/en/organizations.json?limit=77')) as Listed
    const countries = listed.facets.find(({ name }) => name === 'country')?.values
    assert.equal(listed.total, 1)
    assert.deepEqual(
      countries?.map(({ value, count }) => [value, count]),
      [['KE', 1]],
    )
    const refused = await site.get('/en/organizations?country=XX')
    assert.equal(refused.status, 400)
  })

  test('go on page by page, each organization once', async () => {
    for (let number = 0; number < 7; number += 1)
      await newOrganization(site.db, { name: { en: number < 3 ? 'Same' : `Other ${number}` } })
    const seen: string[] = []
    for (let after = ''; ;) {
      const { rows, next } = (await site.json(`/en/organizations.json?limit=3&after=${after}`)) as {
        rows: { id: string }[]
        next: string | null
      }
      seen.push(...rows.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    assert.deepEqual([seen.length, new Set(seen).size], [7, 7])
  })
})
