import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { emptyContent, type ActivityContent } from '../content.ts'
import { sendEntry, startEntry } from '../entry/entry-commands.ts'
import { publishEntry } from '../moderation/decision-commands.ts'

const at = new Date('2026-11-20T12:00:00Z')
const amina = person('amina')
const olga = person('olga', { role: 'secretariat', scope: null })

type Listed = {
  total: number
  rows: { id: string; title: { text: string }; via: string | null }[]
  facets: { name: string; values: { value: string; count: number; label: string; chosen: boolean }[] }[]
  next: string | null
}

type Values = { total: number; rows: { value: string; count: number }[] }

describe('the list of activities', () => {
  let site: TestSite
  let reader: SignedIn

  before(async () => {
    site = await testSite()
    reader = site.as(person('reader'))
    await insertPeople(site.db, ['amina', 'olga', 'reader'])
    await newOrganization(site.db, { id: 'harbour-office', country: 'TV', region: 'asia-pacific' })
    await published('en', {
      title: 'Boats that carry broadband to islands',
      countries: ['TV'],
      actionLines: lines('C2'),
    })
    await published('fr', {
      title: 'Des cybercafés pour les villages',
      countries: ['SN'],
      actionLines: lines('C2', 'C4'),
    })
    await published('ar', {
      title: 'التعلم الإلكتروني في القرى',
      countries: ['EG'],
      actionLines: lines('C7.eLea'),
      sdgs: [{ code: '4', why: '' }],
    })
    await published('zh', { title: '农村宽带建设', countries: ['CN'], actionLines: lines('C2') })
    await draft('es', { title: 'Un secreto todavía' })
  })

  const lines = (...codes: string[]) => codes.map((code) => ({ code, why: '', themes: [] }))

  async function draft(language: LanguageCode, content: Partial<ActivityContent>): Promise<string> {
    const whole = {
      ...emptyContent,
      type: 'project',
      summary: content.title ?? '',
      reach: 'national' as const,
      countries: ['TV'],
      status: 'ongoing' as const,
      start: '2025',
      actionLines: lines('C2'),
      ...content,
    }
    const started = await startEntry(site.db, {
      actor: amina,
      at,
      language,
      organization: 'harbour-office',
      content: whole,
    })
    if ('issues' in started) throw new Error(JSON.stringify(started.issues))
    return started.id
  }

  async function published(language: LanguageCode, content: Partial<ActivityContent>): Promise<string> {
    const id = await draft(language, content)
    const sent = await sendEntry(site.db, { actor: amina, at, id })
    if ('issues' in sent) throw new Error(JSON.stringify(sent.issues))
    await publishEntry(site.db, { actor: olga, at, id })
    return id
  }

  const list = async (query: string): Promise<Listed> =>
    JSON.parse((await reader.get(`/en/activities.json${query}`)).text) as Listed

  const counts = ({ facets }: Listed, name: string) =>
    Object.fromEntries(
      (facets.find((facet) => facet.name === name)?.values ?? []).map(({ value, count }) => [value, count]),
    )

  test('holds what is published, counts every value, and nothing of drafts', async () => {
    const all = await list('')
    assert.equal(all.total, 4)
    assert.deepEqual(counts(all, 'action-line'), { C2: 3, C4: 1, C7: 1, 'C7.eLea': 1 })
    assert.deepEqual(counts(all, 'language'), { ar: 1, en: 1, fr: 1, zh: 1 })
    assert.deepEqual(counts(all, 'age'), { fresh: 4 })
    assert.doesNotMatch(JSON.stringify(all), /secreto/)
  })

  test('counts of a filter ignore that filter itself, and values of one filter add up', async () => {
    const both = await list('?action-line=C4,C7.eLea')
    assert.equal(both.total, 2)
    assert.deepEqual(counts(both, 'action-line'), { C2: 3, C4: 1, C7: 1, 'C7.eLea': 1 })
    assert.deepEqual(counts(both, 'country'), { EG: 1, SN: 1 })
    assert.deepEqual(counts(await list('?country=SN'), 'country'), { CN: 1, EG: 1, SN: 1, TV: 1 })
    assert.deepEqual(counts(await list('?group=SIDS'), 'country'), { TV: 1 })
  })

  test('finds the parts of C7 by the whole line, as filter, as word and in the grid', async () => {
    for (const query of ['?action-line=C7', '?q=C7', '?q=c7']) {
      const { rows } = await list(query)
      assert.deepEqual(
        rows.map(({ title }) => title.text),
        ['التعلم الإلكتروني في القرى'],
        query,
      )
    }
    const cells = async (query: string) =>
      (JSON.parse((await reader.get(`/en/activities/grid.json${query}`)).text) as { cells: unknown[] }).cells
    assert.deepEqual(await cells('?action-line=C7'), [{ line: 'C7.eLea', goal: '4', count: 1 }])
    assert.deepEqual(await cells('?action-line=C4'), [])
  })

  test('finds words in any language, through the thesaurus too, and says so', async () => {
    assert.deepEqual(
      (await list('?q=cybercafes')).rows.map(({ title }) => title.text),
      ['Des cybercafés pour les villages'],
    )
    const widened = await list('?q=broadband')
    assert.deepEqual(
      widened.rows.map(({ title, via }) => [title.text, via]),
      [
        ['Boats that carry broadband to islands', null],
        ['农村宽带建设', 'thesaurus'],
      ],
    )
    assert.deepEqual(
      (await list('?q=C4')).rows.map(({ title }) => title.text),
      ['Des cybercafés pour les villages'],
    )
  })

  test('has an address for all values of a filter, from which each leads back with what was chosen', async () => {
    const asked = '/en/activities/values/country?action-line=C2&sort=title'
    const page = await reader.get(asked)
    assert.equal(page.status, 200)
    const back = '/en/activities?action-line=C2&amp;sort=title'
    for (const country of ['TV', 'SN', 'CN'])
      assert.match(page.text, new RegExp(`${back.replace('?', '[?]')}&amp;country=${country}"`))
    const { total, rows } = JSON.parse((await reader.get(asked.replace('?', '.json?'))).text) as Values
    assert.deepEqual(
      [total, rows.map(({ value, count }) => [value, count])],
      [
        3,
        [
          ['CN', 1],
          ['SN', 1],
          ['TV', 1],
        ],
      ],
    )
    const part = JSON.parse(
      (await reader.get('/en/activities/values/country.json?limit=3')).text,
    ) as Values & { next: string }
    const rest = await reader.get(`/en/activities/values/country.json?limit=3&after=${part.next}`)
    assert.deepEqual([part.rows.length, (JSON.parse(rest.text) as Values).rows.length], [3, 1])
    assert.equal((await reader.get('/en/activities/values/nonsense')).status, 404)
  })

  test('goes on page by page, and shows what is published at once', async () => {
    const first = await list('?limit=3&sort=title')
    const second = await list(`?limit=3&sort=title&after=${first.next}`)
    assert.deepEqual([first.rows.length, second.rows.length, second.next], [3, 1, null])
    const id = await published('en', { title: 'Lamps for the reading room' })
    assert.deepEqual(
      (await list('?q=lamps')).rows.map((row) => row.id),
      [id],
    )
  })

  test('is a page that works in every language, and refuses what it does not know', async () => {
    for (const language of ['ar', 'zh', 'fr']) {
      const page = await site.get(`/${language}/activities?action-line=C2`)
      assert.equal(page.status, 200)
      assert.match(page.text, /Boats that carry broadband/)
    }
    assert.equal((await site.ask('/en/activities?action-line=C99')).status, 400)
    assert.equal((await site.ask('/en/activities?after=nonsense')).status, 400)
    const errorOf = async (query: string) => {
      const { status, text } = await reader.get(`/api/v1/activities?${query}`)
      return [status, ...(JSON.parse(text) as { errors: unknown[] }).errors]
    }
    const unknown = (parameter: string, validValues: string[]) => [
      400,
      { parameter, detail: `“${parameter}” has a value that this address does not know.`, validValues },
    ]
    assert.deepEqual(await errorOf('age=young'), unknown('age', ['fresh', 'ageing', 'old']))
    assert.deepEqual(
      await errorOf('original-language=en,de'),
      unknown('original-language', ['ar', 'zh', 'en', 'fr', 'ru', 'es']),
    )
    assert.deepEqual(await errorOf('organization=nobody'), unknown('organization', ['harbour-office']))
    assert.deepEqual(await errorOf('year=soon'), [
      400,
      { parameter: 'year', detail: '“year” does not have the right form: a year of four digits' },
    ])
  })
})
