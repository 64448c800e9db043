import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../test/accounts-samples.ts'
import { planWithItems, takeSteps } from '../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../test/test-site.ts'
import { itemsRead } from './item-queries.ts'

const fields = {
  type: 'road-map',
  language: 'fr',
  'action-line': 'C5',
  lead: 'itu',
  'starts-on': '2027-01-01',
  'ends-on': '2028-12-31',
  title: 'Feuille de route pour des lampes sûres',
  vision: 'Chaque lampe dit vrai.',
}

describe('pages of plans', () => {
  let site: TestSite
  let facilitator: SignedIn
  let officer: SignedIn
  let stranger: SignedIn
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['fatou', 'officer', 'eve'])
    facilitator = site.as(person('fatou', { role: 'facilitator', scope: 'action-line:C5' }))
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    stranger = site.as(person('eve', { role: 'facilitator', scope: 'action-line:C1' }))
  })

  test('let a facilitator make a road map for their line, and for no other', async () => {
    const made = await facilitator.post('/fr/plans/new', fields)
    assert.equal(made.status, 303)
    const path = made.location ?? ''
    assert.match((await facilitator.get(path)).text, /Feuille de route pour des lampes sûres/)
    assert.equal((await stranger.get(path)).status, 404)
    assert.equal((await site.get(path)).status, 404)
    assert.equal((await facilitator.post('/fr/plans/new', { ...fields, 'action-line': 'C1' })).status, 403)
  })

  test('name what is wrong and keep what was typed', async () => {
    const wrong = { ...fields, 'ends-on': '2026-01-01', facilitators: 'The Moon Office' }
    const { status, text } = await facilitator.post('/en/plans/new', wrong)
    assert.equal(status, 422)
    assert.match(text, /“The Moon Office” is no body of the register\./)
    assert.match(text, /Chaque lampe dit vrai\./)
    const late = await facilitator.post('/en/plans/new', { ...fields, 'ends-on': '2026-01-01' })
    assert.match(late.text, /The plan ends before it starts\./)
  })

  test('add items with codes and names in any language, and name the nearest code', async () => {
    const { plan, outcome } = await planWithItems(site.db)
    const address = `/en/plan-items/${outcome}/items/activity`
    const typed = {
      language: 'en',
      title: 'Lend lamps',
      contributors: 'BDT\nUNESCO',
      'starts-on': '2026-11-01',
      'deadline-on': '2027-03-31',
      'deadline-time': '23:00',
      amount: '12000.50',
      currency: 'chf',
      'staff-months': '3.5',
      sdgs: 'SDG 9.c, 4',
      'gdc-objectives': ['1'],
      countries: 'Kenya\nFR',
    }
    const wrong = await officer.post(address, { ...typed, sdgs: '9.z', countries: 'Kenia' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /“9\.z” is no code/)
    const unknown = await officer.post(address, { ...typed, lead: 'BDT' })
    assert.equal(unknown.status, 422)
    assert.match(unknown.text, /href="#f-lead"/)
    const made = await officer.post(address, typed)
    assert.equal(made.status, 303)
    const record = await officer.get(`${made.location?.split('?')[0]}.json`)
    const item = JSON.parse(record.text) as Record<string, unknown>
    assert.deepEqual(item['deadline'], {
      on: '2027-03-31',
      time: '23:00',
      zone: 'Europe/Zurich',
      at: '2027-03-31T21:00:00.000Z',
    })
    assert.deepEqual(item['resources'], { amount: 12000.5, currency: 'CHF', staffMonths: 3.5 })
    const tags = item['tags'] as { tree: string; tag: { code: string } }[]
    assert.deepEqual(
      tags.map(({ tree, tag }) => `${tree} ${tag.code}`),
      ['countries FR', 'countries KE', 'gdc-objectives 1', 'sdg-targets 9.c', 'sdgs 4'],
    )
    assert.equal((await itemsRead(site.db, plan, 'en')).at(-1)?.item.id, item['id'])
  })

  test('link an item to a provision by words and by address', async () => {
    const { first } = await planWithItems(site.db)
    const address = `/en/plan-items/${first}/links`
    const found = await officer.post(address, { words: 'roadmaps', _show: 'search' })
    assert.match(found.text, /value="duty pp-140-dubai-2018\//)
    const wrong = await officer.post(address, { addresses: '/nowhere/at/all' })
    assert.match(wrong.text, /“\/nowhere\/at\/all” is not the address of a record/)
    const linked = await officer.post(address, {
      link: ['duty pp-140-dubai-2018/resolves/6/i#1'],
      addresses: 'https://actionline.test/en/revisions/pp-140-dubai-2018/resolves/6',
    })
    assert.equal(linked.status, 303)
    const page = await officer.get(`/en/plan-items/${first}`)
    assert.match(page.text, /href="\/en\/revisions\/pp-140-dubai-2018\/resolves\/6"/)
  })

  test('show everybody what was opened, its editions and what changed', async () => {
    const { plan, first } = await planWithItems(site.db)
    await takeSteps(site.db, plan, ['consult'])
    const changed = await officer.post(`/en/plan-items/${first}/edit`, {
      title: 'Write a better test for lamps',
      'starts-on': '2026-10-01',
      'deadline-on': '2027-01-31',
    })
    assert.equal(changed.status, 303)
    await takeSteps(site.db, plan, ['coordinate', 'present'])
    for (const path of ['', '/editions', '/editions/1', '/comparison', '/comparison?from=1&to=2'])
      assert.equal((await stranger.get(`/ar/plans/${plan}${path}`)).status, 200, path)
    const page = await stranger.get(`/en/plans/${plan}/comparison`)
    assert.match(page.text, /<ins>.*a better.*<\/ins>/s)
    assert.equal((await officer.post(`/en/plan-items/${first}/edit`, { title: 'x' })).status, 409)
    assert.equal((await site.get(`/en/plans/${plan}/comparison?from=77`)).status, 400)
  })

  test('declare a type of plan whose words stand in six languages', async () => {
    const form = await officer.get('/en/plan-types/new?from=road-map')
    assert.equal(form.status, 200)
    assert.equal((await facilitator.get('/en/plan-types/new')).status, 403)
    const { status, text } = await officer.post('/en/plan-types/new', {
      code: 'Plan 2028!',
      purpose: 'road-map',
    })
    assert.equal(status, 422)
    assert.match(text, /small Latin letters, digits and hyphens/)
  })
})
