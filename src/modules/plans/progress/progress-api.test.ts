import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { programOf, type Program } from '../../../../test/program.ts'
import { runningPlan } from '../../../../test/progress-samples.ts'
import { testMoment } from '../../../../test/register-database.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'

describe('progress through the API', () => {
  let site: TestSite
  let made: Awaited<ReturnType<typeof runningPlan>>
  let lead: Program
  let eve: Program

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['lead', 'eve'])
    const role = { role: 'facilitator', scope: 'action-line:C5' } as const
    await grantRole(site.db, { actor: operator, at: testMoment, person: 'lead', ...role })
    made = await runningPlan(site.db)
    lead = await programOf(site, 'lead')
    eve = await programOf(site, 'eve')
  })

  test('a report is written, changed after a look at what was changed, and sent', async () => {
    const path = `/plan-items/${made.first}/reports/${made.october}`
    const report = { language: 'en', rating: 'at-risk', percentDone: 20, achieved: 'A start was made.' }
    assert.equal((await eve.send('PUT', path, report)).status, 403)
    const wrong = await lead.send('PUT', path, { ...report, percentDone: 120, evidence: ['nowhere'] })
    assert.equal(wrong.status, 422)
    const written = await lead.send('PUT', path, report)
    assert.deepEqual([written.status, written.headers.get('ETag')], [200, '"1"'])
    assert.equal((await lead.send('PUT', path, report, { 'If-Match': '"7"' })).status, 412)
    const sent = await lead.send('PUT', path, { ...report, submit: true }, { 'If-Match': '"1"' })
    assert.deepEqual((sent.body['state'] as { code: string }).code, 'submitted')
    assert.equal((await lead.send('PUT', path, report)).status, 409)
    const { id } = sent.body as { id: string }
    assert.equal((await eve.get(`/plan-reports/${id}`)).status, 404)
    assert.equal((await lead.get(`/plan-reports/${id}`)).status, 200)
  })

  test('a measured value is kept with both parts of the ratio, and corrected with a reason', async () => {
    const path = `/plan-indicators/${made.indicator}`
    const said = { on: '2026-10-31', numerator: 1, denominator: 4, language: 'en' }
    assert.equal((await lead.send('POST', `${path}/actuals`, { ...said, denominator: 0 })).status, 422)
    const first = await lead.send('POST', `${path}/actuals`, said)
    assert.deepEqual([first.status, first.body['value']], [201, 25])
    const { on: _, ...corrected } = { ...said, denominator: 5, reason: 'One was forgotten.' }
    const actual = `/plan-actuals/${String(first.body['id'])}`
    assert.equal((await lead.send('PUT', actual, corrected)).status, 428)
    const second = await lead.send('PUT', actual, corrected, { 'If-Match': '"1"' })
    assert.deepEqual([second.status, second.body['value']], [200, 20])
    const { actuals } = (await eve.get(path)).body as {
      actuals: { value: number; before: { value: number }[] }[]
    }
    assert.deepEqual(
      actuals.map(({ value, before: earlier }) => [value, earlier.map((one) => one.value)]),
      [[20, [25]]],
    )
  })
})
