import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import type { ComparisonRecord, EditionWhole } from './edition-shape.ts'

const duty = 'pp-140-dubai-2018/resolves/6/i#1'

describe('editions and what changed between them', () => {
  let site: TestSite
  let officer: SignedIn
  let plan = ''
  let first = ''

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['officer'])
    officer = site.as(person('officer', { role: 'secretariat', scope: null }))
    const made = await planWithItems(site.db)
    plan = made.plan
    first = made.first
    const linked = await officer.post(`/en/plan-items/${first}/links`, { link: [`duty ${duty}`] })
    assert.equal(linked.status, 303)
    await takeSteps(site.db, plan, ['consult'])
    const changed = await officer.post(`/en/plan-items/${first}/edit`, {
      title: 'Write a better test for lamps',
      lead: 'itu-bdt',
      contributors: 'UNESCO',
      'starts-on': '2026-10-05',
      'deadline-on': '2027-01-31',
      'deadline-time': '12:00',
      amount: '40000',
      currency: 'CHF',
      'staff-months': '6',
      sdgs: '17.6, 9.c',
    })
    assert.equal(changed.status, 303)
    const more = await officer.post(`/en/plan-items/${first}/links`, {
      link: [`duty ${duty}`],
      addresses: '/revisions/pp-140-dubai-2018/resolves/6',
    })
    assert.equal(more.status, 303)
    await takeSteps(site.db, plan, ['coordinate', 'present'])
  })

  test('tell of a list what came and went, and name it', async () => {
    const { text } = await site.get(`/en/plans/${plan}/comparison.json?from=1`)
    const record = JSON.parse(text) as ComparisonRecord
    const item = record.items.find((one) => one.after?.id === first)
    const changes = new Map(item?.changes.map((one) => [one.field, one]))
    const links = changes.get('links')
    assert.deepEqual(links?.went, [])
    assert.equal(links?.came.length, 1)
    assert.match(links?.came[0]?.name.text ?? '', /Resolution 140/)
    assert.deepEqual(
      changes.get('contributors')?.came.map(({ name }) => name.text),
      ['United Nations Educational, Scientific and Cultural Organization'],
    )
    assert.deepEqual(
      changes.get('tags')?.came.map(({ code }) => code),
      ['9.c', '17.6'],
    )
    const words = changes.get('deadline')?.words?.map(({ text: said }) => said)
    assert.equal(words?.at(-1), '31 January 2027, 12:00 (Europe/Zurich)')
    const resources = changes.get('resources')?.words?.map(({ text: said }) => said)
    assert.deepEqual(resources, ['40,000 CHF, 6 months of one person'])
  })

  test('show no code and no bare date on the page', async () => {
    const { text } = await site.get(`/en/plans/${plan}/comparison?from=1`)
    const [, main = ''] = text.split('<main')
    const seen = main.replaceAll(/<[^>]*>/g, ' ')
    assert.doesNotMatch(seen, /pp-140-dubai/)
    assert.doesNotMatch(seen, /\d{4}-\d{2}-\d{2}/)
    assert.match(seen, /5 October 2026/)
  })

  test('set a word apart from the one that took its place', async () => {
    const { text } = await site.get(`/en/plans/${plan}/comparison.json?from=1`)
    const { items } = JSON.parse(text) as ComparisonRecord
    const runs = items.flatMap(({ changes }) =>
      changes.flatMap(({ words }) => (words === null ? [] : [words])),
    )
    const met = runs.flatMap((run) =>
      run.filter(({ kind, text: word }, at) => {
        const last = run[at - 1]
        return last && last.kind !== 'same' && kind !== 'same' && /\S$/.test(last.text) && /^\S/.test(word)
      }),
    )
    assert.deepEqual(met, [])
  })

  test('keep all that was published of an item', async () => {
    const { text } = await site.get(`/en/plans/${plan}/editions/2.json`)
    const item = (JSON.parse(text) as EditionWhole).rows.find(({ id }) => id === first)
    assert.equal(item?.levelLabel.text, 'Activity')
    assert.match(item?.ledBy.name?.text ?? '', /Telecommunication Development/)
    assert.deepEqual(item?.deadline, {
      ...{ on: '2027-01-31', time: '12:00', zone: 'Europe/Zurich', at: '2027-01-31T11:00:00.000Z' },
    })
    assert.deepEqual(item?.resources, { amount: 40000, currency: 'CHF', staffMonths: 6 })
    assert.deepEqual(
      item?.tags.map(({ tag }) => tag.code),
      ['9.c', '17.6'],
    )
    assert.equal(item?.records.length, 2)
    const page = await site.get(`/en/plans/${plan}/editions/2`)
    assert.match(page.text, /40,000 CHF<\/bdi>, 6 months of one person/)
    assert.match(
      page.text,
      /<time datetime="2027-01-31T11:00:00.000Z"><bdi>31 January 2027, 12:00 \(Europe\/Zurich\)</,
    )
    assert.match(page.text, /<h4><bdi>/)
  })

  test('are valid pages in both directions', async () => {
    for (const language of ['en', 'ar'])
      for (const path of ['editions/2', 'comparison?from=1']) {
        const { text } = await site.get(`/${language}/plans/${plan}/${path}`)
        const { results } = await validator.validateString(text)
        assert.deepEqual(
          results.flatMap(({ messages }) => messages),
          [],
          path,
        )
      }
  })
})
