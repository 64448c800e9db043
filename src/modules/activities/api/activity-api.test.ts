import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { grantRole } from '#modules/accounts/index.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { boats } from '../../../../test/boats.ts'
import { programOf, programWith, type Program } from '../../../../test/program.ts'
import { person, testSite, type TestSite } from '../../../../test/test-site.ts'
import { publishEntry } from '../moderation/decision-commands.ts'

const at = new Date('2026-11-21T12:00:00Z')
const olga = person('olga', { role: 'secretariat', scope: null })

type Listed = {
  total: number
  items: { id: string }[]
  facets: { name: string; values: unknown[] }[]
  next: string
}

type Errors = { field: string; rule: string; detail: string; validValues?: string[] }[]

describe('activities through the API', () => {
  let site: TestSite
  let amina: Program
  let eve: Program
  let office: Program
  let visitor: Program

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina', 'eve', 'olga'])
    await newOrganization(site.db, { id: 'harbour-office' })
    await grantRole(site.db, { actor: operator, at, person: 'olga', role: 'secretariat', scope: null })
    amina = await programOf(site, 'amina')
    eve = await programOf(site, 'eve')
    office = await programOf(site, 'olga')
    visitor = programWith(site, '')
  })

  const linesOfHistory = async () => {
    const { count } = await site.db
      .selectFrom('history')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  const begun = async (more: object = {}) => {
    const answer = await amina.send('POST', '/activities', { ...boats, ...more })
    assert.equal(answer.status, 201, answer.text)
    return { id: String(answer.body['id']), etag: answer.headers.get('ETag') ?? '' }
  }

  const published = async () => {
    const { id } = await begun({ submit: true })
    assert.deepEqual(await publishEntry(site.db, { actor: olga, at, id }), { state: 'published' })
    return id
  }

  test('a new entry stands at its address, with its revision as ETag, for its keepers alone', async () => {
    const answer = await amina.send('POST', '/activities', boats)
    const { id, state, missing } = answer.body as { id: string; state: string; missing: { issues: [] }[] }
    assert.equal(answer.status, 201)
    assert.equal(answer.headers.get('Location'), `https://actionline.test/api/v1/activities/${id}`)
    assert.equal(answer.headers.get('ETag'), '"1"')
    assert.deepEqual([state, missing[0]?.issues], ['draft', []])

    const read = await amina.get(`/activities/${id}`)
    assert.equal(read.headers.get('ETag'), '"1"')
    assert.deepEqual(read.body, { id, entry: answer.body })
    assert.equal((await office.get(`/activities/${id}`)).status, 200)
    assert.equal((await eve.get(`/activities/${id}`)).status, 404)
    assert.equal((await visitor.get(`/activities/${id}`)).status, 404)
    assert.equal((await eve.send('PUT', `/activities/${id}`, boats, { 'If-Match': '"1"' })).status, 404)
  })

  test('an entry is sent at once when nothing is missing, and else every issue comes back', async () => {
    const sent = await amina.send('POST', '/activities', { ...boats, submit: true })
    assert.deepEqual([sent.status, sent.body['state'], sent.headers.get('ETag')], [201, 'submitted', '"2"'])

    const before = await linesOfHistory()
    const refused = await amina.send('POST', '/activities?language=fr', {
      language: 'en',
      title: 'Boats',
      type: 'ferry',
      end: '2026-02-31',
      budget: { amount: 5, currency: 'ZZZ' },
      picture: {
        checksum: 'a'.repeat(64),
        width: 1,
        height: 1,
        alt: '',
        small: { checksum: 'a'.repeat(64), width: 1, height: 1 },
      },
      submit: true,
    })
    const errors = refused.body['errors'] as Errors
    assert.equal(refused.status, 422)
    assert.equal(refused.headers.get('Content-Type'), 'application/problem+json')
    assert.equal(refused.headers.get('Content-Language'), 'fr')
    assert.deepEqual(errors.map(({ field, rule }) => `${field}: ${rule}`).toSorted(), [
      'actionLines: activities.missing',
      'currency: activities.currency.unknown',
      'end: rule.partial-date',
      'organization: activities.missing',
      'picture: activities.files.by-form',
      'reach: activities.missing',
      'start: activities.missing',
      'status: activities.missing',
      'summary: activities.missing',
      'type: activities.code.unknown',
    ])
    assert.ok(errors.find(({ field }) => field === 'type')?.validValues?.includes('project'))
    assert.equal(await linesOfHistory(), before)
  })

  test('a published entry is read by everybody, and its update waits beside it', async () => {
    const id = await published()
    const open = await visitor.get(`/activities/${id}?language=ar`)
    assert.equal(open.status, 200)
    assert.equal(open.headers.get('Content-Language'), 'ar')
    assert.equal('entry' in open.body, false)
    assert.equal((await visitor.get(`/activities/${id}/revisions/1`)).status, 200)
    assert.equal((await visitor.get(`/activities/${id}/revisions/2`)).status, 404)

    const etag = (await amina.get(`/activities/${id}`)).headers.get('ETag') ?? ''
    const changed = await amina.send(
      'PUT',
      `/activities/${id}`,
      { ...boats, title: 'Ships' },
      { 'If-Match': etag },
    )
    assert.equal(changed.status, 200, changed.text)
    const waiting = await amina.send(
      'POST',
      `/activities/${id}/submission`,
      {},
      {
        'If-Match': changed.headers.get('ETag') ?? '',
      },
    )
    assert.deepEqual([waiting.status, waiting.body['state']], [200, 'update-pending'])
    const { title } = (await amina.get(`/activities/${id}`)).body as { title: { text: string } }
    assert.equal(title.text, boats.title)
  })

  test('a replacement empties what it does not name', async () => {
    const { id, etag } = await begun({ objective: 'To connect islands.' })
    const { objective: _, countries: __, ...less } = { objective: '', ...boats }
    const answer = await amina.send('PUT', `/activities/${id}`, less, { 'If-Match': etag })
    const { content } = answer.body as { content: { objective: string; countries: string[]; title: string } }
    assert.deepEqual([content.objective, content.countries, content.title], ['', [], boats.title])
  })

  test('a change without If-Match is refused, and of five that follow the same revision one is done', async () => {
    const { id, etag } = await begun()
    assert.equal((await amina.send('PUT', `/activities/${id}`, boats)).status, 428)
    assert.equal((await amina.send('PUT', `/activities/${id}`, boats, { 'If-Match': 'W/"1"' })).status, 412)
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((number) =>
        amina.send('PUT', `/activities/${id}`, { ...boats, title: `Boat ${number}` }, { 'If-Match': etag }),
      ),
    )
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((one, other) => one - other),
      [200, 412, 412, 412, 412],
    )
    assert.equal((await amina.get(`/activities/${id}`)).headers.get('ETag'), '"2"')
  })

  test('the same request with the same key is done once, also at the same moment', async () => {
    const headers = { 'Idempotency-Key': 'b2a1c0de-0001' }
    const before = await linesOfHistory()
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => amina.send('POST', '/activities', { ...boats, title: 'Once' }, headers)),
    )
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      answers.map(() => [201, answers[0]?.text]),
    )
    assert.equal(new Set(answers.map((answer) => answer.headers.get('Location'))).size, 1)
    assert.equal(answers.filter((answer) => answer.headers.get('Idempotency-Replayed') === 'true').length, 3)
    assert.equal(await linesOfHistory(), before + 1)

    assert.equal((await amina.send('POST', '/activities', { ...boats, title: 'Other' }, headers)).status, 422)
    const another = await eve.send('POST', '/activities', { ...boats, title: 'Once' }, headers)
    assert.notEqual(another.body['id'], answers[0]?.body['id'])
  })

  test('a request that was refused may be sent again with its key', async () => {
    const headers = { 'Idempotency-Key': 'second-try' }
    const wrong = { ...boats, type: 'ferry' }
    assert.equal((await amina.send('POST', '/activities', wrong, headers)).status, 422)
    assert.equal((await amina.send('POST', '/activities', boats, headers)).status, 201)
    const bad = await amina.send('POST', '/activities', boats, { 'Idempotency-Key': 'k'.repeat(256) })
    assert.equal(bad.status, 400)
  })

  test('two entries of one organization never have the same external key', async () => {
    const key = { ...boats, externalKey: 'boats-1' }
    const answers = await Promise.all([1, 2, 3].map(() => amina.send('POST', '/activities', key)))
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((one, other) => one - other),
      [201, 422, 422],
    )
    const other = await begun()
    const taken = await amina.send('PUT', `/activities/${other.id}`, key, { 'If-Match': other.etag })
    assert.deepEqual(
      (taken.body['errors'] as Errors).map(({ field }) => field),
      ['externalKey'],
    )
  })

  test('lists find, filter, count and go on as the page does', async () => {
    const french = {
      ...boats,
      language: 'fr',
      title: 'Des bateaux pour l’Internet',
      countries: ['KI'],
      submit: true,
    }
    const { id } = (await amina.send('POST', '/activities', french)).body as { id: string }
    await publishEntry(site.db, { actor: olga, at, id })
    await published()
    const list = async (query: string) => (await eve.get(`/activities${query}`)).body as Listed

    const written = await list('?original-language=fr&language=en&facets=original-language,country')
    assert.deepEqual(
      written.items.map((row) => row.id),
      [id],
    )
    assert.deepEqual(
      written.facets.map(({ name }) => name),
      ['original-language', 'country'],
    )
    assert.deepEqual((await list('?original-language=fr&facets=none')).facets, [])
    const all = await list('?country=KI,ZW&language=fr')
    const ofPage = JSON.parse(
      (await site.as(person('eve')).get('/fr/activities.json?country=KI,ZW')).text,
    ) as Listed
    assert.deepEqual(
      all.facets.map(({ values }) => values),
      ofPage.facets.map(({ values }) => values),
    )
    const either = await list('?country=KI&country=TV&country=&original-language=fr,en&facets=none')
    assert.deepEqual(either.total, (await list('?country=KI,TV&facets=none')).total)
    assert.equal((await list('?q=bateaux&facets=none')).items[0]?.id, id)

    const first = await eve.get('/activities?page-size=1&sort=newest&facets=none')
    assert.equal(first.status, 200, first.text)
    const { next, items } = first.body as Listed
    assert.match(first.headers.get('Link') ?? '', /rel="next"/)
    const second = await list(`?page-size=1&sort=newest&facets=none&cursor=${next}`)
    assert.notEqual(second.items[0]?.id, items[0]?.id)
    const page = (await site.ask('/en/activities.json?language=fr')).json() as Promise<{ rows: unknown[] }>
    assert.deepEqual((await list('?original-language=fr&language=en')).items, (await page).rows)

    for (const wrong of [
      'limit=5',
      'after=x',
      'page-size=201',
      'original-language=xx',
      'facets=colour',
      'country=XX',
      'cursor=x',
      'as-of=2026-11-20',
    ])
      assert.deepEqual([wrong, (await eve.get(`/activities?${wrong}`)).status], [wrong, 400])
  })

  test('steps are taken as in the browser: by whom they are for, in the states from which they lead', async () => {
    const id = await published()
    assert.equal((await amina.send('POST', `/activities/${id}/confirmation`)).status, 409)
    assert.equal((await eve.send('POST', `/activities/${id}/submission`)).status, 404)
    await site.db.updateTable('activities').set({ state: 'confirm-due' }).where('id', '=', id).execute()
    const confirmed = await amina.send('POST', `/activities/${id}/confirmation`)
    assert.deepEqual([confirmed.status, confirmed.body['state']], [200, 'published'])
    const unfinished = await amina.send('POST', '/activities', { language: 'en', title: 'Draft' })
    const sent = await amina.send('POST', `/activities/${String(unfinished.body['id'])}/submission`)
    assert.equal(sent.status, 422)
  })

  test('a token that only reads changes nothing, and none is refused with the way to send one', async () => {
    const reader = await programOf(site, 'amina', 'read')
    const refused = await reader.send('POST', '/activities', boats)
    assert.equal(refused.status, 403)
    const unknown = await visitor.send('POST', '/activities', boats)
    assert.deepEqual(
      [unknown.status, unknown.headers.get('WWW-Authenticate')],
      [401, 'Bearer realm="Actionline"'],
    )
    const { cookie } = site.as(person('amina'))
    assert.equal((await visitor.send('POST', '/activities', boats, { Cookie: cookie })).status, 401)
  })
})
