import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../test/accounts-samples.ts'
import { planWithItems, takeSteps } from '../../../test/plan-samples.ts'
import { programOf, programWith, type Program } from '../../../test/program.ts'
import { testSite, type TestSite } from '../../../test/test-site.ts'

const at = new Date('2026-11-21T12:00:00Z')

const plan = {
  type: 'road-map',
  language: 'en',
  actionLine: 'C5',
  lead: 'itu',
  startsOn: '2027-01-01',
  endsOn: '2028-12-31',
  title: 'Lamps that can be trusted',
}

describe('plans through the API', () => {
  let site: TestSite
  let fatou: Program
  let eve: Program
  let visitor: Program
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['fatou', 'eve'])
    const line = { role: 'facilitator', scope: 'action-line:C5' } as const
    await grantRole(site.db, { actor: operator, at, person: 'fatou', ...line })
    fatou = await programOf(site, 'fatou')
    eve = await programOf(site, 'eve')
    visitor = programWith(site, '')
  })

  test('are made, filled and opened as by the forms', async () => {
    const made = await fatou.send('POST', '/plans', plan)
    assert.equal(made.status, 201, made.text)
    const id = String(made.body['id'])
    const objective = { level: 'objective', language: 'en', title: 'Lamps are tested' }
    const wrong = await fatou.send('POST', `/plans/${id}/items`, {
      ...objective,
      lead: 'nobody',
      codes: [{ tree: 'sdg-targets', code: '9.z' }],
    })
    assert.equal(wrong.status, 422)
    assert.deepEqual(fieldsIn(wrong), ['lead', 'codes.0.code'], wrong.text)
    const item = await fatou.send('POST', `/plans/${id}/items`, objective)
    assert.equal(item.status, 201, item.text)
    const path = `/plan-items/${String(item.body['id'])}`
    const changed = await fatou.send('PUT', path, { title: 'Lamps are tested twice' }, { 'If-Match': '"1"' })
    assert.equal(changed.status, 200, changed.text)
    const late = await fatou.send('PUT', path, { title: 'Too late' }, { 'If-Match': '"1"' })
    assert.equal(late.status, 412)
    const links = { links: [{ kind: 'duty', record: 'pp-140-dubai-2018/resolves/6/i#1' }] }
    assert.equal((await fatou.send('PUT', `${path}/links`, links, { 'If-Match': '"2"' })).status, 200)
    assert.equal((await visitor.get(`/plans/${id}`)).status, 404)
    const opened = await fatou.send('POST', `/plans/${id}/steps`, {
      step: 'consult',
      commentsUntil: '2027-03-31',
    })
    assert.equal(opened.status, 200, opened.text)
    const read = await visitor.get(`/plans/${id}`)
    assert.deepEqual(
      (read.body['itemRows'] as { title: { text: string }; links: number }[]).map(
        ({ title, links: count }) => [title.text, count],
      ),
      [['Lamps are tested twice', 1]],
    )
  })

  test('are commented on and answered, step by step', async () => {
    const { plan: id, first } = await planWithItems(site.db)
    const said = { item: first, language: 'en', text: 'The lamps must be tested at night.' }
    const path = `/plans/${id}/comments`
    assert.equal((await eve.send('POST', path, said)).status, 404)
    await takeSteps(site.db, id, ['consult'])
    assert.equal((await visitor.send('POST', path, said)).status, 401)
    const wrong = await eve.send('POST', path, { ...said, language: 'de', organization: 'none' })
    assert.deepEqual(
      (wrong.body['errors'] as { validValues?: string[] }[])[0]?.validValues?.includes('fr'),
      true,
    )
    const other = await eve.send('POST', path, { ...said, organization: 'harbour-office' })
    assert.match(other.text, /"organization"/)
    const made = await eve.send('POST', path, said)
    assert.deepEqual([made.status, made.body['isOwn']], [201, true], made.text)
    const own = `/plan-comments/${String(made.body['id'])}`
    const reply = { disposition: 'accepted', language: 'fr', text: 'De nuit aussi.' }
    assert.equal((await eve.send('PUT', `${own}/disposition`, reply, { 'If-Match': '"1"' })).status, 403)
    assert.equal((await fatou.send('PUT', `${own}/disposition`, reply)).status, 428)
    const answered = await fatou.send('PUT', `${own}/disposition`, reply, { 'If-Match': '"1"' })
    assert.deepEqual([answered.status, answered.headers.get('ETag')], [200, '"2"'], answered.text)
    const { items, next } = (await fatou.get(`${path}?page-size=1`)).body as {
      items: { reply: { text: string } }[]
      next: null
    }
    assert.deepEqual([items.map((one) => one.reply.text), next], [['De nuit aussi.'], null])
    const aside = await fatou.send('POST', `${own}/steps`, { step: 'set-aside', reason: 'off-topic' })
    assert.equal(aside.status, 403)
    const gone = await eve.send('POST', `${own}/steps`, { step: 'withdraw' }, { 'If-Match': '"2"' })
    assert.deepEqual([gone.status, (gone.body['state'] as { code: string }).code], [200, 'withdrawn'])
  })

  test('that say what is wrong name the fields of the body, and what would be right', async () => {
    const wrong = async (path: string, body: unknown) => errorsOf(await fatou.send('POST', path, body))
    const types = (await wrong('/plans', { ...plan, type: 'wish-list' }))[0]
    assert.deepEqual([types?.field, types?.validValues?.includes('road-map')], ['type', true])
    for (const [field, body] of [
      ['title', { ...plan, title: ' ' }],
      ['endsOn', { ...plan, endsOn: '2026-01-01' }],
      ['actionLine', { ...plan, actionLine: 'C99' }],
      ['lead', { ...plan, lead: 'nobody' }],
      ['facilitators.1', { ...plan, facilitators: ['unesco', 'nobody'] }],
    ] as const)
      assert.deepEqual(
        (await wrong('/plans', body)).map((one) => one.field),
        [field],
      )
    const made = await fatou.send('POST', '/plans', { ...plan, facilitators: ['unesco', 'unesco'] })
    const path = `/plans/${String(made.body['id'])}`
    const item = { level: 'objective', language: 'en', title: 'Lamps are tested' }
    for (const [field, more] of [
      ['title', { title: '\t' }],
      ['deadlineOn', { deadlineTime: '10:00' }],
      ['deadlineOn', { deadlineOn: '2030-01-01' }],
      ['amount', { amount: 1.005, currency: 'CHF' }],
      ['staffMonths', { staffMonths: 1.25 }],
      ['parties.0.party', { parties: [{ role: 'partner', kind: 'organization', party: 'nobody' }] }],
      ['level', { level: 'output' }],
    ] as const)
      assert.deepEqual(
        (await wrong(`${path}/items`, { ...item, ...more })).map((one) => one.field),
        [field],
      )
    assert.deepEqual((await wrong(`${path}/items`, { ...item, level: 'output' }))[0]?.validValues, [
      'objective',
    ])
    assert.deepEqual(
      (await wrong(`${path}/steps`, { step: 'consult' })).map((one) => one.field),
      ['plan', 'commentsUntil'],
    )
  })

  test('hold once what is named twice', async () => {
    const made = await fatou.send('POST', '/plans', { ...plan, facilitators: ['unesco', 'unesco'] })
    assert.equal(made.status, 201, made.text)
    assert.equal((made.body['facilitators'] as unknown[]).length, 1)
    const party = { role: 'partner', kind: 'body', party: 'unesco' }
    const code = { tree: 'sdgs', code: '9' }
    const item = await fatou.send('POST', `/plans/${String(made.body['id'])}/items`, {
      ...{ level: 'objective', language: 'en', title: 'Lamps are tested' },
      ...{ parties: [party, party], codes: [code, code], amount: 1200.55, currency: 'CHF' },
    })
    assert.equal(item.status, 201, item.text)
    const { parties, tags } = item.body as Record<'parties' | 'tags', unknown[]>
    assert.deepEqual([parties.length, tags.length], [1, 1])
  })

  test('of another line are refused', async () => {
    assert.equal((await fatou.send('POST', '/plans', { ...plan, actionLine: 'C1' })).status, 403)
    assert.equal((await visitor.send('POST', '/plans', plan)).status, 401)
  })
})

type Told = Awaited<ReturnType<Program['send']>>

const errorsOf = ({ body }: Told) => body['errors'] as { field: string; validValues?: string[] }[]

const fieldsIn = (told: Told): string[] => errorsOf(told).map(({ field }) => field)
