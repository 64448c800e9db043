import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { publishedEntry } from '../../../../test/activity-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { loadMatrix } from '../shipped/load-commands.ts'
import type { GridRecord } from './grid-shape.ts'
import type { ViewRow } from './view-routes.ts'

const at = new Date('2026-11-21T11:00:00Z')
const amina = person('amina', { role: 'representative', scope: 'organization:harbour-office' })
const why = { why: '' }

describe('the grid of the Matrix', () => {
  let site: TestSite
  let eve: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'eve', 'femi'])
    await newOrganization(site.db, { id: 'harbour-office', country: 'TV', region: 'asia-pacific' })
    await loadMatrix(site.db, { actor: 'start', at })
    const entry = { actor: amina, at, organization: 'harbour-office' }
    const lines = (...codes: string[]) => codes.map((code) => ({ code, themes: [], ...why }))
    const tags = (...codes: string[]) => codes.map((code) => ({ code, ...why }))
    await publishedEntry(site.db, { ...entry, content: { actionLines: lines('C2'), sdgs: tags('9.c', '4') } })
    await publishedEntry(site.db, {
      ...entry,
      content: {
        actionLines: lines('C2', 'C7.eGov'),
        sdgs: tags('9.c', '9.1'),
        gdc: tags('1'),
        countries: ['KE'],
      },
    })
    await publishedEntry(site.db, {
      ...entry,
      content: { actionLines: lines('C9'), sdgs: tags('1.4'), start: '2020' },
    })
    eve = site.as(person('eve'))
  })

  const json = async <Shape>(path: string): Promise<Shape> => {
    const { status, text } = await eve.get(path)
    assert.equal(status, 200, `${path}: ${text.slice(0, 300)}`)
    return JSON.parse(text) as Shape
  }
  const cells = async (query = '') => {
    const { cells: all } = await json<GridRecord>(`/en/matrix.json?${query}`)
    return (line: string, goal: string) => all.find((cell) => cell.line === line && cell.goal === goal)
  }
  /** Numbers of the cells of a page with the addresses that they open. */
  const numbers = (text: string) =>
    [...text.matchAll(/<td class="step-\d"><a href="([^"]+)">([\d,]+)%?</g)].map(
      ([, href = '', count = '']) => ({
        href: href.replaceAll('&amp;', '&'),
        count: Number(count.replace(',', '')),
      }),
    )
  const totalOf = async (href: string) => {
    const [path = '', query = ''] = href.split('?')
    return (await json<{ total: number }>(`${path}.json?${query}`)).total
  }

  test('counts each record once in every cell whose codes it carries, whatever kind it is', async () => {
    const of = await cells('kind=activity')
    assert.deepEqual(
      [
        of('C2', '9')?.evidence,
        of('C2', '4')?.evidence,
        of('C7.eGov', '9')?.evidence,
        of('C9', '1')?.evidence,
      ],
      [2, 1, 1, 1],
    )
    assert.equal(of('C2', '9')?.share, 1)
    assert.equal(of('C2', '4')?.share, 0.5)
  })

  test('holds links against evidence', async () => {
    const of = await cells('kind=activity')
    assert.deepEqual(
      [of('C2', '9'), of('C2', '8'), of('C9', '1'), of('C7.eLea', '2')].map((cell) => cell?.verdict),
      ['shown', 'not-shown', 'not-linked', 'empty'],
    )
  })

  test('counts for a region, a country, a year, a kind of evidence', async () => {
    const evidence = async (query: string, line = 'C2', goal = '9') =>
      (await cells(query))(line, goal)?.evidence
    assert.deepEqual(
      [
        await evidence('country=KE'),
        await evidence('country=TV&kind=activity'),
        await evidence('region=africa'),
        await evidence('year=2020&kind=activity'),
        await evidence('year=2020&kind=activity', 'C9', '1'),
        await evidence('kind=duty,provision', 'C9', '1'),
      ],
      [1, 1, 1, 0, 1, 0],
    )
  })

  test('opens from each cell exactly what it counts', async () => {
    for (const query of ['', 'measure=evidence', 'measure=evidence&country=KE', 'version=1']) {
      const shown = numbers((await eve.get(`/en/matrix?${query}`)).text)
      assert.equal(shown.length > (query.includes('evidence') ? 1 : 20), true, query)
      const sample = query === '' ? shown.filter((_cell, place) => place % 4 === 0) : shown
      for (const { href, count } of sample)
        assert.deepEqual({ href, total: await totalOf(href) }, { href, total: count })
    }
  })

  test('marks where links are proposed, for eyes and ears, and opens those where none is agreed', async () => {
    const facilitator = site.as(person('femi', { role: 'facilitator', scope: 'action-line:C2' }))
    for (const goal of ['9.b', '16.6']) {
      const link = {
        line: 'C2',
        goal,
        language: 'en',
        agency: 'ITU',
        rationale: 'Because.',
        from: '2026-01-01',
      }
      const proposed = await facilitator.post('/en/matrix/links/new', link)
      assert.equal(proposed.status, 303, proposed.text)
    }
    const of = await cells()
    const counts = [of('C2', '9'), of('C2', '16')].map((cell) => [(cell?.agreed ?? 0) > 0, cell?.proposed])
    assert.deepEqual(counts, [
      [true, 1],
      [false, 1],
    ])
    const marked = (text: string) =>
      [...text.matchAll(/<a href="([^"]+)">(\d+)\*<span class="unseen"> ([^<]+)</g)].map(
        ([, href = '', count, words]) => [href.replace(/.*state=(\w+).*/, '$1'), Number(count) > 0, words],
      )
    const { text } = await eve.get('/en/matrix')
    const words = 'links are proposed here that are not agreed yet'
    assert.deepEqual(marked(text), [
      ['agreed', true, words],
      ['proposed', false, words],
    ])
    assert.match(text, /<p class="hint">\* links are proposed here/)
    assert.match((await eve.get('/en/matrix.svg')).text, />0\*<[\s\S]*\* links are proposed here/)
    assert.doesNotMatch((await eve.get('/en/matrix?version=1')).text, /\*<span/)
    assert.doesNotMatch((await eve.get('/en/matrix?measure=evidence')).text, /\*<span/)
  })

  test('opens from each number of a view exactly what it counts', async () => {
    for (const view of ['action-lines/C2', 'sdgs/9', 'targets/9.c', 'gdc-objectives/1']) {
      const { text } = await eve.get(`/en/matrix/${view}`)
      const shown = [...text.matchAll(/<td\s+class="number">\s*<a href="([^"]+)">([\d,]+)</g)]
      assert.notEqual(shown.length, 0, view)
      for (const [, href = '', count] of shown.slice(0, 12))
        assert.deepEqual(
          { view, href, total: await totalOf(href.replaceAll('&amp;', '&')) },
          { view, href, total: Number(count) },
        )
    }
  })

  test('is read by line, goal, target and objective with the same numbers', async () => {
    const row = async (view: string, fits: (one: ViewRow) => boolean) =>
      (await json<{ rows: ViewRow[] }>(`/en/matrix/${view}.json?kind=activity`)).rows.find(fits)
    const isTarget = (one: ViewRow) => one.line.code === 'C2' && one.target?.code === '9.c'
    const counts = [
      await row('action-lines/C2', isTarget),
      await row('sdgs/9', isTarget),
      await row('targets/9.c', isTarget),
    ].map((one) => [one?.agreed, one?.evidence, one?.links.length, one?.verdict])
    assert.deepEqual(
      counts,
      Array.from({ length: 3 }, () => [1, 2, 1, 'shown']),
    )
    const objective = await row('gdc-objectives/1', ({ line }) => line.code === 'C7.eGov')
    assert.deepEqual([objective?.agreed, objective?.proposed, objective?.evidence], [0, 1, 1])
  })

  test('refuses what it does not know, with what it does', async () => {
    for (const [path, status, words] of [
      ['/en/matrix.json?region=nowhere', 400, /africa/],
      ['/en/matrix.json?kind=call', 400, /activity/],
      ['/en/matrix.json?version=7', 400, /"validValues":\["1"\]/],
      ['/en/matrix.json?measure=beauty', 400, /expectation/],
      ['/en/matrix.json?as-of=2026-11-20', 400, /as-of/],
      ['/en/matrix/links.json?target=9.z', 400, /9\.a/],
      ['/en/matrix/comparison.json?from=2', 400, /from|version/],
      ['/en/matrix/sdgs/18', 404, /./],
      ['/en/matrix/action-lines/C7', 404, /./],
      ['/en/matrix/versions/x', 404, /./],
    ] as const) {
      const answer = await eve.get(path)
      assert.equal(answer.status, status, path)
      assert.match(answer.text, words, path)
    }
  })

  test('stands on pages that are valid HTML, and as files', async () => {
    const faults: string[] = []
    for (const [place, path] of [
      '',
      '?measure=share',
      '?measure=expectation&region=africa',
      '/action-lines/C7.eAgr',
      '/sdgs/4?measure=expectation',
      '/targets/14.4',
      '/gdc-objectives/5',
      '/contradictions',
      '/versions/1',
      '/versions',
      '/comparison',
      '/links?state=agreed&sdg=3',
    ].entries()) {
      const answer = await eve.get(`/${['en', 'ar', 'zh', 'ru'][place % 4]}/matrix${path}`)
      assert.equal(answer.status, 200, path)
      const { results } = await validator.validateString(answer.text)
      faults.push(
        ...results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${path}: ${ruleId} ${message}`),
        ),
      )
    }
    assert.deepEqual(faults, [])
    const csv = (await eve.get('/en/matrix.csv')).text.trim().split('\r\n')
    assert.equal(csv.length, 1 + 17 * 18)
    assert.match((await eve.get('/ar/matrix.svg?measure=expectation')).text, /direction="rtl"[\s\S]*●/)
    const turtle = (await eve.get('/en/matrix.ttl')).text
    assert.match(turtle, /action-lines\/C2> a skos:Concept ;[\s\S]*?skos:relatedMatch [^;]*targets\/9\.c>/)
    assert.doesNotMatch(turtle, /links\/[0-9a-z]{10}> a rdf:Statement[^.]*gdc-objectives/)
    const graph = await json<{ '@graph': { '@type': string }[] }>('/en/matrix.jsonld')
    assert.equal(graph['@graph'].filter((thing) => thing['@type'] === 'rdf:Statement').length, 190)
    const png = Buffer.from(await (await site.ask('/en/matrix.png')).arrayBuffer())
    assert.deepEqual([png.subarray(1, 4).toString(), png.readUInt32BE(16)], ['PNG', 64 + 18 * 48 + 1])
  })
})
