import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { clearDemoMatrix, loadDemoMatrix } from '../demo/demo-commands.ts'
import type { GridRecord } from '../grid/grid-shape.ts'
import { loadMatrix } from '../shipped/load-commands.ts'
import type { LinkRecord, LinkRow } from './link-shape.ts'
import { proposeLink, takeLinkStep } from './link-commands.ts'
import { waitingLinkCount } from './link-queries.ts'

const at = new Date('2026-11-21T11:00:00Z')
const olga = person('olga', { role: 'secretariat', scope: null })
const femi = person('femi', { role: 'facilitator', scope: 'action-line:C2' })

const link = {
  line: 'C2',
  goal: '4.a',
  objective: '1',
  language: 'en',
  agency: 'ITU',
  rationale: 'A connected school opens its doors.',
  from: '2026-01-01',
}

type List<Row> = {
  rows: Row[]
  total: number
  facets?: { name: string; values: { value: string; count: number }[] }[]
}

describe('a link of the Matrix', () => {
  let site: TestSite
  let officer: SignedIn
  let facilitator: SignedIn
  let eve: SignedIn
  let id: string

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['olga', 'femi', 'eve'])
    await newOrganization(site.db, { id: 'hidden-house', visibility: 'secretariat' })
    await loadMatrix(site.db, { actor: 'start', at })
    officer = site.as(olga)
    facilitator = site.as(femi)
    eve = site.as(person('eve'))
  })

  const json = async <Shape>(path: string, as: SignedIn = eve): Promise<Shape> =>
    JSON.parse((await as.get(path)).text) as Shape
  const record = (language = 'en') => json<LinkRecord>(`/${language}/matrix/links/${id}.json`)

  test('is proposed by who facilitates the line, and read by everybody at once', async () => {
    assert.equal((await eve.get('/en/matrix/links/new')).status, 403)
    const proposed = await facilitator.post('/en/matrix/links/new', link)
    assert.equal(proposed.status, 303, proposed.text)
    id = /links\/([0-9a-z]{10})/.exec(proposed.location ?? '')?.[1] ?? ''
    const { state, line, goal, target, objective, agency, rationale, steps } = await record()
    assert.deepEqual(
      [
        state.code,
        line.code,
        goal?.code,
        target?.code,
        objective?.code,
        agency?.scope,
        rationale.text,
        steps,
      ],
      ['proposed', 'C2', '4', '4.a', '1', 'body:itu', link.rationale, []],
    )
  })

  test('is refused where it names what is not there, with what would be right', async () => {
    const wrong = await officer.json('/en/matrix/links/new', {
      ...link,
      ...{ line: 'C7', goal: '9.z', objective: '6', agency: 'nobody', until: '2025-01-01' },
    })
    const { errors } = wrong.body as { errors: { field: string; validValues?: string[] }[] }
    assert.equal(wrong.status, 422)
    assert.deepEqual(
      errors.map(({ field, validValues }) => [field, validValues?.length]),
      [
        ['line', 18],
        ['goal', 186],
        ['objective', 5],
        ['agency', undefined],
        ['until', undefined],
      ],
    )
    assert.equal((await facilitator.json('/en/matrix/links/new', { ...link, line: 'C5' })).status, 403)
    const again = await facilitator.json('/en/matrix/links/new', link)
    assert.deepEqual([again.status, JSON.stringify(again.body).includes(id)], [422, true])
  })

  test('is worded by who facilitates the line until it is agreed, and then by the secretariat alone', async () => {
    const { rationale, from } = link
    const edited = { agency: 'body:itu', rationale: `${rationale} Every day.`, from, until: '2030-12-31' }
    assert.equal((await facilitator.post(`/en/matrix/links/${id}/edit`, edited)).status, 303)
    assert.deepEqual(
      [(await record()).rationale.text, (await record()).validUntil],
      [edited.rationale, '2030-12-31'],
    )
    assert.equal((await facilitator.post(`/en/matrix/links/${id}/steps/agree`)).status, 403)
    assert.equal((await officer.post(`/en/matrix/links/${id}/steps/agree`)).status, 303)
    assert.equal((await facilitator.get(`/en/matrix/links/${id}/edit`)).status, 403)
    assert.equal((await officer.get(`/en/matrix/links/${id}/edit`)).status, 200)
    assert.equal((await record()).state.code, 'agreed')
  })

  test('is shown in the language of its rationale where nobody has translated it, which is said', async () => {
    const { rationale } = await record('ar')
    assert.deepEqual([rationale.language, rationale.isFallback], ['en', true])
  })

  test('is found by its words and by its codes, as a link', async () => {
    const found = await json<List<{ id: string; kind: { code: string }; path: string }>>(
      '/en/search.json?q=connected+school&kind=matrix-link',
    )
    assert.deepEqual(
      found.rows.map(({ id: one, path }) => [one, path]),
      [[id, `/matrix/links/${id}`]],
    )
  })

  test('is withdrawn with a reason that everybody reads, and keeps its address', async () => {
    assert.equal((await officer.post(`/en/matrix/links/${id}/steps/withdraw`, { reason: '' })).status, 422)
    const withdrawn = await officer.post(`/en/matrix/links/${id}/steps/withdraw`, { reason: 'Said twice.' })
    assert.equal(withdrawn.status, 303, withdrawn.text)
    assert.equal((await record()).state.code, 'withdrawn')
    const { text } = await eve.get(`/en/history/matrix-link/${id}`)
    assert.match(text, /Said twice\./)
    const versions = [...text.matchAll(/href="(\/en\/history\/matrix-link\/\w+\/[0-9a-f]{12})"/g)]
    const shown = await Promise.all(versions.map(async ([, path = '']) => (await eve.get(path)).text))
    assert.equal(
      shown.some((page) => /proposed[\s\S]*2030-12-31|2030-12-31[\s\S]*proposed/.test(page)),
      true,
    )
    assert.equal((await officer.post(`/en/matrix/links/${id}/steps/agree`)).status, 409)
    const { total } = await json<List<LinkRow>>('/en/search.json?q=connected+school&kind=matrix-link')
    assert.equal(total, 0)
  })

  test('tells of no agency that the reader may not see', async () => {
    const proposed = await proposeLink(site.db, {
      ...{
        actor: operator,
        at,
        line: 'C1',
        goal: '2',
        objective: null,
        language: 'en',
        from: '2026-01-01',
        until: null,
      },
      agency: 'hidden-house',
      rationale: { en: 'Markets.' },
    })
    assert.ok('link' in proposed)
    const path = `/en/matrix/links/${proposed.link.id}.json`
    assert.equal((await json<LinkRecord>(path)).agency, null)
    assert.equal((await json<LinkRecord>(path, officer)).agency?.scope, 'organization:hidden-house')
    await takeLinkStep(site.db, 'withdraw', { actor: operator, at, id: proposed.link.id, reason: 'Test.' })
  })

  test('comes with examples that go away again', async () => {
    const before = await waitingLinkCount(site.db)
    await loadDemoMatrix(site.db, { at })
    await loadDemoMatrix(site.db, { at })
    assert.equal(await waitingLinkCount(site.db), before + 4)
    assert.match((await eve.get('/en/matrix/links?action-line=C6&gdc=5&state=proposed')).text, /example/)
    assert.deepEqual(await clearDemoMatrix(site.db, { actor: 'command-line', at }), { links: 4 })
    assert.equal(await waitingLinkCount(site.db), before)
  })

  test('stands on pages that are valid HTML and say where it comes from', async () => {
    const links = await json<List<LinkRow>>('/en/matrix/links.json?source=2017&limit=1')
    const own = await json<List<LinkRow>>('/en/matrix/links.json?source=own-analysis&limit=1')
    const pages = [
      `/matrix/links/${links.rows[0]?.id}`,
      `/matrix/links/${own.rows[0]?.id}`,
      `/matrix/links/${own.rows[0]?.id}/steps/agree`,
      `/matrix/links/${own.rows[0]?.id}/steps/withdraw`,
      `/matrix/links/${own.rows[0]?.id}/edit`,
      '/matrix/links/new?action-line=C2&sdg=9',
      '/matrix/versions/new',
    ]
    const faults: string[] = []
    for (const [place, path] of pages.entries()) {
      const answer = await officer.get(`/${['en', 'ar', 'zh'][place % 3]}${path}`)
      assert.equal(answer.status, 200, path)
      const { results } = await validator.validateString(answer.text)
      faults.push(
        ...results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${path}: ${ruleId} ${message}`),
        ),
      )
    }
    assert.deepEqual(faults, [])
    assert.match((await eve.get(`/en${pages[0]}`)).text, /2017 state[\s\S]*agency not known/)
    assert.match((await eve.get(`/en${pages[1]}`)).text, /own analysis, not official/)
  })

  test('has a source in the filter, also where it was proposed here', async () => {
    const { total, facets } = await json<List<LinkRecord>>('/en/matrix/links.json?limit=1')
    const sources = facets?.find(({ name }) => name === 'source')?.values ?? []
    assert.equal(
      sources.reduce((sum, { count }) => sum + count, 0),
      total,
    )
    const here = await json<List<LinkRecord>>('/en/matrix/links.json?source=here&limit=1')
    assert.ok(here.total > 0)
    assert.equal(here.rows[0]?.source, null)
    assert.equal(sources.find(({ value }) => value === 'here')?.count, here.total)
  })

  test('is counted in the grid when it is agreed', async () => {
    const cell = async () =>
      (await json<GridRecord>('/en/matrix.json')).cells.find(
        ({ line, goal }) => line === 'C1' && goal === '2',
      )
    assert.deepEqual((await cell())?.agreed, 0)
    const proposed = await proposeLink(site.db, {
      ...{
        actor: operator,
        at,
        line: 'C1',
        goal: '2',
        objective: null,
        language: 'en',
        from: '2026-01-01',
        until: null,
      },
      agency: 'itu',
      rationale: { en: 'Markets.' },
    })
    assert.ok('link' in proposed)
    assert.deepEqual([(await cell())?.agreed, (await cell())?.proposed], [0, 1])
    await takeLinkStep(site.db, 'agree', { actor: operator, at, id: proposed.link.id })
    assert.deepEqual([(await cell())?.agreed, (await cell())?.proposed], [1, 0])
  })
})
