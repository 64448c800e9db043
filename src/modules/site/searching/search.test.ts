import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { putActivities } from '../../../../test/published-activities.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'
import type { HitRecord } from './hit-shape.ts'

type Answer = {
  rows: HitRecord[]
  total: number
  next: string | null
  facets: { name: string; values: { value: string; count: number; chosen: boolean }[] }[]
  widenedBy: { asked: string; terms: string[] }[]
  corrected: { asked: string; used: string; by: string }[]
}

let site: TestSite
const address = (language: string, asked: Record<string, string>, ending = '.json') =>
  `/${language}/search${ending}?${new URLSearchParams(asked).toString()}`
const found = async (language: string, asked: Record<string, string>) =>
  (await site.json(address(language, asked))) as Answer
const first = async (q: string, language: string) => {
  const [hit] = (await found(language, { q, limit: '1' })).rows
  return hit ? `${hit.kind.code} ${hit.id} ${hit.language}${hit.exact ? ' exact' : ''}` : null
}

const tags = (...codes: string[]) => codes.map((code) => ({ code, why: '', themes: [] }))
const english = {
  title: 'A library boat for the islands',
  summary: 'Every year a report on the sustainable network tells what was read.',
  countries: ['TV'],
  actionLines: tags('C2', 'C3'),
}
const spanish = {
  title: 'Telemedicina para la isla',
  summary: 'Una red',
  countries: ['CL'],
  actionLines: tags('C2'),
}
const french = {
  title: 'Télémédecine au village',
  summary: 'Un réseau',
  countries: ['SN'],
  actionLines: tags('C4'),
}

describe('the search over all that is published', () => {
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina'])
    await newOrganization(site.db, { id: 'harbour-office', country: 'TV' })
    await putActivities(site.db, [
      { id: 'aaaaaaaaa1', content: english, example: true },
      { id: 'aaaaaaaaa2', language: 'es', content: spanish },
      { id: 'aaaaaaaaa3', language: 'fr', content: french, state: 'archived' },
      { id: 'aaaaaaaaa4', content: { title: 'A draft about a report' }, state: 'draft' },
    ])
  })

  test('finds records of every module, counts each kind, and narrows to one', async () => {
    const { facets, total } = await found('en', { q: 'report' })
    const kinds = facets[0]!.values
    assert.deepEqual(
      ['activity', 'duty', 'provision'].filter((kind) => kinds.some(({ value }) => value === kind)),
      ['activity', 'duty', 'provision'],
    )
    assert.equal(
      kinds.reduce((sum, { count }) => sum + count, 0),
      total,
    )
    for (const { value, count } of kinds) {
      const narrowed = await found('en', { q: 'report', kind: value })
      assert.equal(narrowed.total, count, value)
      assert.deepEqual(
        narrowed.facets[0]!.values.map((one) => one.count),
        kinds.map((one) => one.count),
      )
    }
  })

  test('counts for every value of a filter what choosing it gives', async () => {
    const { facets } = await found('en', { q: 'network' })
    for (const { name, values } of facets) {
      for (const { value, count } of values.slice(0, 3)) {
        const chosen = await found('en', { q: 'network', [name]: value })
        assert.equal(chosen.total, count, `${name}=${value}`)
      }
    }
  })

  test('finds codes and numbers as they stand, their own record first', async () => {
    const table = [
      ['C7', 'en', 'action-line C7 en exact'],
      ['С7', 'ru', 'action-line C7 ru exact'],
      ['9.c', 'fr', 'sdg-target 9.c fr exact'],
      ['A/RES/70/125', 'es', 'instrument unga-70-125 es exact'],
      ['70/125', 'zh', 'instrument unga-70-125 zh exact'],
      ['CSTD', 'ar', 'body cstd ar exact'],
      ['resolves 6 i', 'en', 'provision pp-140-dubai-2018/resolves/6/i en exact'],
      ['ODD 9', 'fr', 'sdg 9 fr exact'],
    ] as const
    for (const [words, language, hit] of table) assert.equal(await first(words, language), hit, words)
    const [provision] = (await found('en', { q: 'resolves 6 i', limit: '1' })).rows
    assert.equal(provision?.name, 'Resolution 140 (Rev. Dubai, 2018) · resolves 6 i')
  })

  test('finds words in six languages, in other forms than they stand, and marks them', async () => {
    const report = 'pp-140-dubai-2018/instructs-director-bdt/0'
    const table = [
      ['reporting council yearly', 'en'],
      ['annuellement conseils', 'fr'],
      ['informa consejos ano', 'es'],
      ['ежегодно совет', 'ru'],
      ['理事会 报告', 'zh'],
      ['للمجلس', 'ar'],
    ] as const
    for (const [words, language] of table) {
      const { rows } = await found(language, { q: words, kind: 'provision', limit: '200' })
      const hit = rows.find(({ id }) => id === report)
      assert.equal(hit?.language, language, words)
      assert.equal(hit.snippetMatches.length > 0, true, words)
      const { text } = await site.get(address(language, { q: words, kind: 'provision' }, ''))
      assert.match(text, /<mark>/)
    }
  })

  test('finds in other languages what means the same, and says which terms led there', async () => {
    const { rows, widenedBy } = await found('fr', { q: 'télémédecine', kind: 'activity' })
    assert.equal(widenedBy[0]?.asked, 'télémédecine')
    assert.equal(
      rows.some(({ via, language }) => via === 'thesaurus' && language !== 'fr'),
      true,
    )
    const { text } = await site.get(address('fr', { q: 'télémédecine', kind: 'activity' }, ''))
    assert.equal(text.includes('class="widened"'), true)
  })

  test('forgives typing errors and says so, and takes what is no word for the beginning of one', async () => {
    const wrong = await found('en', { q: 'libary' })
    assert.deepEqual(wrong.corrected, [{ asked: 'libary', used: 'library', by: 'spelling' }])
    const begun = await found('en', { q: 'sustainab' })
    assert.deepEqual(begun.corrected, [{ asked: 'sustainab', used: 'sustainab', by: 'beginning' }])
    assert.equal(begun.total > 0 && begun.rows.some(({ snippetMatches }) => snippetMatches.length > 0), true)
    const { text } = await site.get(address('en', { q: 'libary' }, ''))
    assert.match(text, /<del><bdi>libary<\/bdi><\/del>\s*<ins[^>]*>\s*<bdi>library/)
  })

  test('takes a phrase in quotes and a minus', async () => {
    const all = await found('en', { q: 'action lines', kind: 'provision' })
    const phrase = await found('en', { q: '"action lines"', kind: 'provision' })
    const without = await found('en', { q: 'action lines -"action lines"', kind: 'provision' })
    assert.equal(phrase.total > 0, true)
    assert.equal(phrase.total + without.total, all.total)
  })

  test('goes from page to page until all were seen once, in every order', async () => {
    for (const sort of ['relevance', 'newest', 'oldest', 'title']) {
      const seen: string[] = []
      const { total } = await found('en', { q: 'stocktaking', sort })
      for (let after: string | null = ''; after !== null;) {
        const page: Answer = await found('en', { q: 'stocktaking', sort, limit: '40', after })
        seen.push(...page.rows.map(({ kind, id }) => `${kind.code} ${id}`))
        after = page.next
      }
      assert.deepEqual([new Set(seen).size, seen.length], [total, total], sort)
    }
  })

  test('shows by filters alone, newest first, and nothing where nothing is asked', async () => {
    const { total, rows } = await found('en', { kind: 'activity', 'action-line': 'C2' })
    assert.deepEqual([total, rows.map(({ id }) => id).sort()], [2, ['aaaaaaaaa1', 'aaaaaaaaa2']])
    assert.equal((await found('en', {})).total, 0)
    for (const q of ['!!', "'", '\\', '&|!()']) {
      assert.equal((await site.get(address('en', { q }))).status, 200, q)
    }
  })

  test('marks examples and what is archived, and knows nothing of drafts', async () => {
    const { rows } = await found('en', { kind: 'activity' })
    const told = rows.map(({ id, example, archived }) => `${id} ${example} ${archived}`)
    assert.deepEqual(told.toSorted(), [
      'aaaaaaaaa1 true false',
      'aaaaaaaaa2 false false',
      'aaaaaaaaa3 false true',
    ])
  })

  test('shows what was typed as text, whatever it was', async () => {
    const typed = '"><script>alert(1)</script>'
    const { text, status } = await site.get(address('en', { q: typed }, ''))
    assert.equal(status, 200)
    assert.equal(text.includes('<script>alert'), false)
    assert.equal(text.includes('&lt;script&gt;alert(1)&lt;/script&gt;'), true)
  })

  test('filters the lists of duties, instruments and bodies by the same words, and they say how they were taken', async () => {
    const listed = async (path: string) => (await site.json(path)) as Answer
    const duties = await listed('/en/duties.json?q=stocktaking')
    const all = await listed('/en/duties.json')
    assert.equal(duties.total > 0 && duties.total < all.total, true)
    assert.equal(duties.widenedBy[0]?.asked, 'stocktaking')
    assert.deepEqual((await listed('/en/instruments.json?q=A/RES/70/125')).total, 1)
    const bodies = await listed('/en/bodies.json?q=Councl')
    assert.deepEqual(bodies.corrected, [{ asked: 'Councl', used: 'council', by: 'spelling' }])
    assert.match((await site.get('/en/bodies?q=Councl')).text, /<del><bdi>Councl/)
  })

  test('finds organizations by name and acronym, with their country', async () => {
    const { rows, facets } = await found('en', { q: 'harbour', kind: 'organization' })
    assert.deepEqual(
      rows.map(({ id, path }) => [id, path]),
      [['harbour-office', '/organizations/harbour-office']],
    )
    const country = facets.find(({ name }) => name === 'country')
    assert.deepEqual(
      country?.values.map(({ value, count }) => [value, count]),
      [['TV', 1]],
    )
  })

  test('can be followed as a feed of what is new', async () => {
    const page = (await site.get(address('en', { q: 'network', sort: 'title' }, ''))).text
    const feed = /href="([^"]+\.atom\?[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { text, type } = await site.get(feed)
    assert.match(type, /^application\/atom\+xml/)
    const dates = [...text.matchAll(/<entry>.*?<updated>([^<]+)<\/updated>/gs)].map(([, date = '']) => date)
    assert.deepEqual([dates.length > 1, dates], [true, dates.toSorted().toReversed()])
    assert.match(text, /<entry>\s*<id>[^<]+\/search\/activity\/aaaaaaaaa1<\/id>\s*<title>A library boat/)
    const marks = [...text.matchAll(/<id>([^<]+)<\/id>/g)].map(([, mark]) => mark)
    assert.equal(new Set(marks).size, marks.length)
  })

  test('refuses what it does not know, and is there for programs', async () => {
    const refused = async (asked: Record<string, string>) => (await site.get(address('en', asked))).status
    assert.equal(await refused({ q: 'a', kind: 'rumour' }), 400)
    assert.equal(await refused({ q: 'a', after: 'x' }), 400)
    assert.equal(await refused({ q: 'qqqqq', country: 'nowhere' }), 400)
    const api = (await site.json('/api/v1/search?q=C7&page-size=1')) as { total: number; items: HitRecord[] }
    assert.deepEqual(api.items[0]?.id, 'C7')
  })
})
