import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { sentEntry } from '../../../../test/activity-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { publishEntry, returnEntry } from './decision-commands.ts'

const on = (day: string) => new Date(`2026-${day}T12:00:00Z`)
const olga = person('olga', { role: 'secretariat', scope: null })
const amina = person('amina')

type Figure = Record<string, string | number | null>

describe('the workload of the secretariat', () => {
  let site: TestSite
  let officer: SignedIn
  let rows: Figure[]

  const sent = (day: string, more: object = {}) =>
    sentEntry(site.db, { actor: amina, at: on(day), organization: 'harbour-office', ...more })

  before(async () => {
    site = await testSite()
    officer = site.as(olga)
    await insertPeople(site.db, ['amina', 'olga'])
    await newOrganization(site.db, { id: 'harbour-office' })
    await newOrganization(site.db, { id: 'reading-rooms', region: null, country: null })
    await sent('11-01')
    await sent('11-11', { language: 'fr' })
    await sent('11-19', { organization: 'reading-rooms' })
    await publishEntry(site.db, { actor: olga, at: on('11-12'), id: await sent('11-10') })
    const back = await sent('11-04')
    await returnEntry(site.db, { actor: olga, at: on('11-10'), id: back, reasons: ['dates'], words: '' })
    rows = (JSON.parse((await officer.get('/en/moderation/figures.json')).text) as { rows: Figure[] }).rows
  })

  const of = (by: string, ...names: string[]) =>
    rows.filter((row) => row['by'] === by).map((row) => names.map((name) => row[name]))

  test('counts what waits, the oldest and the median, in all and by state, language and region', () => {
    assert.deepEqual(of('all', 'waiting', 'oldestDays', 'medianDays'), [[3, 20, 10]])
    assert.deepEqual(of('state', 'value', 'waiting'), [['submitted', 3]])
    assert.deepEqual(of('language', 'value', 'waiting', 'medianDays'), [
      ['en', 2, 11],
      ['fr', 1, 10],
    ])
    assert.deepEqual(of('region', 'label', 'waiting'), [
      ['Africa', 2],
      ['without a region', 1],
    ])
  })

  test('counts what was received and decided in each of twelve weeks, also in those without any', () => {
    const weeks = of('week', 'value', 'received', 'published', 'returned', 'medianDays')
    assert.equal(weeks.length, 12)
    assert.deepEqual(weeks.slice(-4), [
      ['2026-10-26', 1, 0, 0, null],
      ['2026-11-02', 1, 0, 0, null],
      ['2026-11-09', 2, 1, 1, 4],
      ['2026-11-16', 1, 0, 0, null],
    ])
  })

  test('counts what each person has decided in thirty days', () => {
    assert.deepEqual(of('moderator', 'label', 'published', 'returned', 'approved', 'medianDays'), [
      ['Olga Hidden', 1, 1, 0, 4],
    ])
  })

  test('opens from each number the list that it counts', async () => {
    const page = (await officer.get('/en/moderation/figures')).text
    const opened = [...page.matchAll(/href="(\/en\/moderation\?[a-z]+=[^"]+)"[^>]*>\s*([\d.]+)/g)]
    assert.equal(opened.length, 4)
    for (const [, path = '', count] of opened) {
      const { total } = JSON.parse((await officer.get(path.replace('?', '.json?'))).text) as { total: number }
      assert.equal(String(total), count, path)
    }
    assert.match((await officer.get('/en/moderation/figures.csv')).text, /^.?by,value,label,waiting/)
  })
})
