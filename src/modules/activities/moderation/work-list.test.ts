import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readSettings } from '#platform/settings.ts'
import { sentEntry, draftEntry } from '../../../../test/activity-samples.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { openSite } from '../../../site.ts'
import { returnEntry, takeCare } from './decision-commands.ts'

const day = (number: number) => new Date(`2026-11-${String(number).padStart(2, '0')}T09:00:00Z`)
const olga = person('olga', { role: 'secretariat', scope: null })
const oscar = person('oscar', { role: 'secretariat', scope: null })
const amina = person('amina')

type Row = { id: string; title: string; days: number; state: { code: string } }
type Listed = {
  rows: Row[]
  total: number
  next: string | null
  facets: { name: string; values: { value: string; count: number }[] }[]
}

describe('the work list of the secretariat', () => {
  let site: TestSite
  let officer: SignedIn
  const ids: Record<string, string> = {}

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'olga', 'oscar', 'eve'])
    await newOrganization(site.db, { id: 'harbour-office' })
    await newOrganization(site.db, { id: 'reading-rooms', country: 'FR', region: 'europe' })
    officer = site.as(olga)
    const sent = async (name: string, on: number, more: object) => {
      ids[name] = await sentEntry(site.db, {
        actor: amina,
        at: day(on),
        organization: 'harbour-office',
        title: name,
        ...more,
      })
    }
    await sent('Young', 20, { language: 'fr', organization: 'reading-rooms' })
    await sent('Oldest', 3, {})
    await sent('Middle', 11, { content: { actionLines: [{ code: 'C4', why: '', themes: [] }] } })
    await sent('Sent back', 12, {})
    await returnEntry(site.db, {
      actor: olga,
      at: day(13),
      id: ids['Sent back'] ?? '',
      reasons: ['dates'],
      words: '',
    })
    await takeCare(site.db, { actor: oscar, at: day(13), id: ids['Middle'] ?? '', moderator: 'oscar' })
    await draftEntry(site.db, { actor: amina, at: day(14), organization: 'harbour-office', title: 'A draft' })
  })

  const listed = async (query = '') =>
    JSON.parse((await officer.get(`/en/moderation.json${query}`)).text) as Listed
  const titles = async (query: string) => (await listed(query)).rows.map(({ title }) => title)

  test('shows what waits, the longest first, with the days that it has waited', async () => {
    const { rows, total } = await listed()
    assert.deepEqual(
      rows.map(({ title, days }) => [title, days]),
      [
        ['Oldest', 18],
        ['Middle', 10],
        ['Young', 1],
      ],
    )
    assert.equal(total, 3)
  })

  test('goes on from page to page without leaving one out', async () => {
    const first = await listed('?limit=2')
    const second = await listed(`?limit=2&after=${first.next}`)
    assert.deepEqual(
      [...first.rows, ...second.rows].map(({ title }) => title),
      ['Oldest', 'Middle', 'Young'],
    )
    assert.equal(second.next, null)
    assert.equal((await officer.get('/en/moderation?after=nonsense')).status, 400)
  })

  test('filters by everything that it counts, and counts as the filter finds', async () => {
    for (const { name, values } of (await listed()).facets)
      for (const { value, count } of values)
        assert.deepEqual([name, value, (await listed(`?${name}=${value}`)).total], [name, value, count])
    assert.deepEqual(await titles('?language=fr'), ['Young'])
    assert.deepEqual(await titles('?region=europe&stakeholder=civil-society'), ['Young'])
    assert.deepEqual(await titles('?line=C4'), ['Middle'])
    assert.deepEqual(await titles('?care=others'), ['Middle'])
    assert.deepEqual(await titles('?care=nobody&country=KE'), ['Oldest'])
    assert.deepEqual(await titles('?q=OLD'), ['Oldest'])
    assert.deepEqual(await titles('?state=returned'), ['Sent back'])
    assert.deepEqual(await titles('?state=draft'), ['A draft'])
  })

  test('counts of a filter ignore that filter itself', async () => {
    const { facets } = await listed('?language=fr')
    const languages = facets
      .find(({ name }) => name === 'language')
      ?.values.map(({ value, count }) => [value, count])
    assert.deepEqual(languages, [
      ['en', 2],
      ['fr', 1],
    ])
  })

  test('is as CSV what it is as JSON', async () => {
    const csv = (await officer.get('/en/moderation.csv?language=fr')).text
    assert.match(csv, new RegExp(`${ids['Young']},Young,fr,submitted`))
  })

  test('is for those who moderate: a visitor is led to sign in, everybody else is refused', async () => {
    for (const path of ['/moderation', '/moderation/figures', '/moderation/settings', '/moderation/bulk']) {
      assert.equal((await site.ask(`/en${path}`)).status, 303, path)
      assert.equal((await site.as(amina).get(`/en${path}`)).status, 403, path)
      assert.equal((await officer.get(`/en${path}`)).status, 200, path)
    }
    assert.equal((await site.as(amina).get(`/en/moderation/${ids['Oldest']}`)).status, 403)
    assert.equal((await site.as(person('eve')).get(`/en/moderation/${ids['Oldest']}`)).status, 404)
    assert.equal((await site.ask(`/en/moderation/${ids['Oldest']}`)).status, 404)
    assert.equal((await officer.get('/en/moderation/nosuchentry')).status, 404)
  })

  test('asks the database as often for one row as for three', async () => {
    let asked = 0
    const counted = site.db.withPlugin({
      transformQuery: ({ node }) => {
        // Whether the content has changed is asked once a second, whatever the list.
        if (!JSON.stringify(node).includes('"history"')) asked += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const settings = readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/')
    const identify = async () => ({ actor: olga, session: 'session' })
    const app = openSite(counted, settings, { now: () => day(21), identify })
    const questions = async (path: string) => {
      const before = asked
      const answer = await app.fetch(new Request(`http://site.test/en${path}`))
      assert.equal(answer.status, 200, path)
      await answer.arrayBuffer()
      return asked - before
    }
    await questions('/moderation')
    assert.equal(await questions('/moderation?limit=1'), await questions('/moderation?limit=3'))
    assert.equal(await questions('/moderation.json?limit=1'), await questions('/moderation.json?limit=3'))
    const [one = '', ...others] = [ids['Oldest'], ids['Middle'], ids['Young']]
    const ticked = (all: (string | undefined)[]) => all.map((id) => `entry=${id}`).join('&')
    assert.equal(
      await questions(`/moderation/bulk?step=publish&${ticked([one])}`),
      await questions(`/moderation/bulk?step=publish&${ticked([one, ...others])}`),
    )
  })
})
