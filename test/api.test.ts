import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { z } from 'zod'
import { operator } from '#platform/access/actor.ts'
import { grantRole } from '#modules/accounts/index.ts'
import { insertPeople } from './accounts-samples.ts'
import { programOf, programWith, type Program } from './program.ts'
import { testSite, type TestSite } from './test-site.ts'

type Listed = {
  total: number
  items: unknown[]
  facets: { name: string; values: { value: string; label: string }[] }[]
  next: string | null
}

describe('the API', () => {
  let site: TestSite
  let visitor: Program
  let officer: Program

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['olga'])
    for (const role of ['secretariat', 'administrator', 'translator', 'verifier'] as const)
      await grantRole(site.db, {
        actor: operator,
        at: new Date('2026-11-21T12:00:00Z'),
        person: 'olga',
        role,
        scope: null,
      })
    visitor = programWith(site, '')
    officer = await programOf(site, 'olga', 'read')
  })

  const listed = async (path: string): Promise<Listed> => (await visitor.get(path)).body as Listed

  /** What needs more than an address: a language to look at, a text to compare. */
  const lists = () =>
    site.app.resources.api.all.flatMap(({ path, GET }) => (GET && !path.includes(':') ? [{ path, GET }] : []))

  test('gives every list behind a page, in the shape that the description promises', async () => {
    const faults: string[] = []
    for (const { path, GET } of lists()) {
      const answer = await officer.get(`${path}?language=fr`)
      const read = GET.shape.safeParse(answer.body)
      if (answer.status !== 200 || !read.success)
        faults.push(`${path}: ${answer.status} ${JSON.stringify(read.error?.issues[0])}`)
    }
    assert.deepEqual(faults, [])
    assert.equal(lists().length > 20, true)
  })

  test('gives records, and what they were', async () => {
    const records = [
      '/instruments/pp-140',
      '/revisions/pp-140-dubai-2018',
      '/revisions/pp-140-dubai-2018/resolves/6',
      '/bodies/itu-council',
      '/action-lines/C5',
      '/sdgs/9',
    ]
    for (const path of records) {
      const [here, there] = [await visitor.get(`${path}?language=es`), await site.ask(`/es${path}.json`)]
      assert.deepEqual([path, here.status, here.body], [path, 200, await there.json()])
    }
    assert.equal((await visitor.get('/bodies/nobody')).status, 404)
    assert.equal((await visitor.get('/bodies/%E0%A4%A')).status, 404)
    assert.equal((await visitor.get('/bodies/a%00b')).status, 404)
    assert.equal((await visitor.get('/instruments/pp-140?as-of=2999-01-01')).status, 400)
  })

  test('walks a list by its cursor, and through the header Link', async () => {
    const whole = await listed('/duties?page-size=200&facets=none')
    const walked: unknown[] = []
    let path: string | null = '/duties?page-size=7&facets=none'
    while (path !== null) {
      const page = await visitor.get(path)
      walked.push(...(page.body as Listed).items)
      path =
        /^<https:\/\/actionline\.test\/api\/v1([^>]+)>; rel="next"$/.exec(
          page.headers.get('Link') ?? '',
        )?.[1] ?? null
    }
    assert.deepEqual(walked.slice(0, 200), whole.items)
    assert.equal(walked.length, whole.total)
  })

  test('counts the filters that are asked for, in the language that is asked for', async () => {
    const all = await listed('/duties')
    assert.equal(all.facets.length > 1, true)
    assert.deepEqual((await listed('/duties?facets=none')).facets, [])
    assert.deepEqual(
      (await listed('/duties?facets=cadence')).facets.map(({ name }) => name),
      ['cadence'],
    )
    const wrong = await visitor.get('/duties?facets=colour')
    assert.equal(wrong.status, 400)
    const accepted = await visitor.get('/action-lines/C5', { 'Accept-Language': 'ru-RU, en;q=0.5' })
    assert.equal(accepted.headers.get('Content-Language'), 'ru')
    const named = await visitor.get('/action-lines/C5?language=zh', { 'Accept-Language': 'ru' })
    assert.equal(named.headers.get('Content-Language'), 'zh')
    assert.notEqual(named.text, accepted.text)
  })

  test('names every wrong parameter as the API calls it', async () => {
    const refused = await visitor.get('/duties?page-size=0&after=x&colour=red&cadence=hourly')
    const errors = refused.body['errors'] as { parameter: string; validValues?: string[] }[]
    assert.equal(refused.status, 400)
    assert.deepEqual(errors.map(({ parameter }) => parameter).toSorted(), [
      'after',
      'cadence',
      'colour',
      'page-size',
    ])
    assert.ok(errors.find(({ parameter }) => parameter === 'colour')?.validValues?.includes('cursor'))
    const cursor = await visitor.get('/duties?cursor=x')
    assert.deepEqual(
      (cursor.body['errors'] as { parameter: string }[]).map(({ parameter }) => parameter),
      ['cursor'],
    )
    for (const query of ['language=xx', 'language=en&language=fr', 'cadence=annual&cadence=once', 'q=%00'])
      assert.deepEqual([query, (await visitor.get(`/duties?${query}`)).status], [query, 400])
  })

  test('may be read from any site, says how much is left, and sends nothing twice', async () => {
    const first = await visitor.get('/duties?page-size=2', { Origin: 'https://elsewhere.example' })
    assert.equal(first.headers.get('Access-Control-Allow-Origin'), '*')
    assert.equal(first.headers.get('Access-Control-Allow-Credentials'), null)
    assert.match(first.headers.get('RateLimit') ?? '', /^limit=\d+, remaining=\d+, reset=\d+$/)
    assert.match(first.headers.get('Vary') ?? '', /Accept-Language/)
    const again = await visitor.get('/duties?page-size=2', {
      'If-None-Match': first.headers.get('ETag') ?? '',
    })
    assert.deepEqual([again.status, again.text], [304, ''])
    const other = await visitor.get('/duties?page-size=2', {
      'If-None-Match': first.headers.get('ETag') ?? '',
      'Accept-Language': 'ar',
    })
    assert.equal(other.status, 200)
    const asked = await visitor.send('OPTIONS', '/activities')
    assert.equal(asked.headers.get('Access-Control-Allow-Methods'), 'GET, HEAD, OPTIONS')
  })

  test('does not tell what one may not see, nor take what it does not take', async () => {
    assert.equal((await visitor.get('/people')).status, 401)
    assert.equal((await visitor.get('/nothing')).status, 404)
    assert.equal((await visitor.send('HEAD', '/duties')).status, 200)
    assert.equal((await visitor.send('POST', '/duties', {})).status, 405)
    assert.equal((await visitor.send('PATCH', '/duties', {})).status, 405)
    assert.equal((await visitor.get('')).status, 404)
  })

  test('describes all of it, each parameter once', async () => {
    const document = (await (await site.ask('/api/openapi.json')).json()) as {
      paths: Record<
        string,
        Record<string, { parameters?: { name: string; in: string }[]; operationId?: string }>
      >
    }
    const ofApi = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/'))
    const operations = ofApi.flatMap(([path, methods]) =>
      ['get', 'post', 'put'].flatMap((method) =>
        methods[method] ? [{ path, method, ...methods[method] }] : [],
      ),
    )
    const ids = operations.map(({ operationId }) => operationId)
    assert.deepEqual(ids.length, new Set(ids).size)
    for (const { path, parameters = [] } of operations) {
      const names = parameters.map((one) => `${one.in} ${one.name}`)
      assert.deepEqual([path, names], [path, [...new Set(names)]])
    }
    assert.deepEqual(
      operations
        .filter(({ method }) => method !== 'get')
        .map(({ path, method }) => `${method} ${path}`)
        .toSorted(),
      [
        'post /api/v1/activities',
        'post /api/v1/activities/{activity}/confirmation',
        'post /api/v1/activities/{activity}/submission',
        'post /api/v1/matrix/links',
        'post /api/v1/matrix/links/{link}/agreement',
        'post /api/v1/matrix/links/{link}/withdrawal',
        'post /api/v1/plan-comments/{comment}/steps',
        'post /api/v1/plan-indicators/{indicator}/actuals',
        'post /api/v1/plan-indicators/{indicator}/withdrawal',
        'post /api/v1/plan-items/{item}/indicators',
        'post /api/v1/plan-reports/{report}/submission',
        'post /api/v1/plans',
        'post /api/v1/plans/{plan}/comments',
        'post /api/v1/plans/{plan}/items',
        'post /api/v1/plans/{plan}/steps',
        'post /api/v1/report-comments/{comment}/replies',
        'post /api/v1/report-comments/{comment}/steps',
        'post /api/v1/report-sections/{section}/comments/{language}',
        'post /api/v1/report-sections/{section}/parts/{key}/drop',
        'post /api/v1/report-sections/{section}/steps',
        'post /api/v1/report-sections/{section}/suggestions/{language}',
        'post /api/v1/report-suggestions/{suggestion}/steps',
        'post /api/v1/reports',
        'post /api/v1/reports/{report}/steps',
        'put /api/v1/activities/{activity}',
        'put /api/v1/matrix/links/{link}',
        'put /api/v1/plan-actuals/{actual}',
        'put /api/v1/plan-comments/{comment}/disposition',
        'put /api/v1/plan-indicators/{indicator}',
        'put /api/v1/plan-items/{item}',
        'put /api/v1/plan-items/{item}/links',
        'put /api/v1/plan-items/{item}/reports/{period}',
        'put /api/v1/report-sections/{section}/header',
        'put /api/v1/report-sections/{section}/parts/{key}',
        'put /api/v1/report-sections/{section}/text/{language}',
        'put /api/v1/reports/{report}/header',
        'put /api/v1/reports/{report}/words/{language}',
      ],
    )
    assert.equal(z.array(z.string()).parse(ids).includes('api-activities'), true)
  })
})
