import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../test/accounts-samples.ts'
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
  let visitor: Program
  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['fatou'])
    const line = { role: 'facilitator', scope: 'action-line:C5' } as const
    await grantRole(site.db, { actor: operator, at, person: 'fatou', ...line })
    fatou = await programOf(site, 'fatou')
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
    assert.match(wrong.text, /nobody.*9\.z/s)
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

  test('of another line are refused', async () => {
    assert.equal((await fatou.send('POST', '/plans', { ...plan, actionLine: 'C1' })).status, 403)
    assert.equal((await visitor.send('POST', '/plans', plan)).status, 401)
  })
})
