import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { grantRole } from '#modules/accounts/index.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { planWithItems } from '../../../../test/plan-samples.ts'
import { programOf, type Program } from '../../../../test/program.ts'
import { newIndicator, runningPlan } from '../../../../test/progress-samples.ts'
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

  test('an indicator is added, changed and taken out while its plan is drafted', async () => {
    const { plan, outcome } = await planWithItems(site.db)
    const said = {
      ...{ name: 'Share of tested lamps', frequency: 'yearly', direction: 'up', per: 100 },
      baseline: { state: 'measured', year: 2025, numerator: 1, denominator: 4 },
      target: { value: 75, year: 2027 },
    }
    const path = `/plan-items/${outcome}/indicators`
    assert.equal((await eve.send('POST', path, { language: 'en', ...said })).status, 404)
    const wrong = await lead.send('POST', path, {
      ...{ ...said, language: 'en', frequency: 'often', per: null },
      target: { value: 1e-9, year: 27 },
    })
    assert.deepEqual(
      (wrong.body['errors'] as { field: string; validValues?: string[] }[]).map(({ field, validValues }) => [
        field,
        validValues?.[0],
      ]),
      [
        ['frequency', 'monthly'],
        ['target.year', undefined],
      ],
    )
    const parts = await lead.send('POST', path, { language: 'en', ...said, per: null })
    assert.match(parts.text, /"baseline\.value".*"baseline\.numerator"/s)
    const key = { 'Idempotency-Key': 'share-1' }
    const made = await lead.send('POST', path, { language: 'en', ...said }, key)
    const again = await lead.send('POST', path, { language: 'en', ...said }, key)
    assert.deepEqual([made.status, again.body['id']], [201, made.body['id']], made.text)
    const own = `/plan-indicators/${String(made.body['id'])}`
    const renamed = { ...said, name: 'Share of lamps tested at night', baseline: { state: 'none' } }
    assert.equal((await lead.send('PUT', own, renamed)).status, 428)
    const changed = await lead.send('PUT', own, renamed, { 'If-Match': '"1"' })
    assert.deepEqual([changed.status, changed.headers.get('ETag')], [200, '"2"'], changed.text)
    assert.equal((await lead.send('PUT', own, renamed, { 'If-Match': '"1"' })).status, 412)
    const other = await newIndicator(site.db, outcome)
    const list = await lead.get(`/plans/${plan}/indicators?page-size=1`)
    const rest = await lead.get(`/plans/${plan}/indicators?page-size=1&cursor=${String(list.body['next'])}`)
    assert.deepEqual(
      [list, rest].map(({ body }) => (body['items'] as { id: string }[]).map(({ id }) => id)),
      [[made.body['id']], [other]],
    )
    assert.equal(rest.body['next'], null)
    const gone = await lead.send('POST', `${own}/withdrawal`, { reason: 'Nobody measures it.' })
    assert.deepEqual([gone.status, gone.body['isDropped']], [200, true])
  })

  test('a value is kept by parts, which may tell the total and never contradict it', async () => {
    const sex = {
      ...{ code: 'sex', name: { en: 'Sex', fr: 'Sexe' }, sum: 'whole' as const },
      parts: ['women', 'men'].map((code) => ({ code, name: { en: code } })),
    }
    const { indicator } = await runningPlan(site.db, {}, { dimensions: [sex] })
    const path = `/plan-indicators/${indicator}/actuals`
    const part = (code: string, numerator: number, denominator: number) => ({
      ...{ dimension: 'sex', part: code },
      ...{ numerator, denominator },
    })
    const said = { on: '2026-10-31', language: 'en', note: 'Two islands are missing.' }
    const errors = async (parts: object[], total = {}) =>
      (
        (await lead.send('POST', path, { ...said, ...total, parts })).body['errors'] as {
          field: string
          rule: string
          validValues?: string[]
        }[]
      ).map(({ field, rule, validValues = [] }) => [field, rule, ...validValues])
    assert.deepEqual(await errors([part('girls', 1, 2)]), [
      ['parts.0.part', 'form.value.choice', 'women', 'men'],
    ])
    assert.deepEqual(
      await errors([part('women', 3, 4), part('men', 3, 4)], { numerator: 5, denominator: 8 }),
      [['numerator', 'indicators.parts-not-whole']],
    )
    const made = await lead.send('POST', path, { ...said, parts: [part('women', 3, 4), part('men', 1, 4)] })
    assert.deepEqual([made.status, made.body['value'], made.body['numerator']], [201, 50, 4], made.text)
    const { on: _, ...corrected } = { ...said, parts: [part('women', 1, 4)], reason: 'A slip.' }
    const total = { numerator: 3, denominator: 8 }
    const own = `/plan-actuals/${String(made.body['id'])}`
    const second = await lead.send('PUT', own, { ...corrected, ...total }, { 'If-Match': '"1"' })
    assert.equal(second.status, 200, second.text)
    const { actuals } = (await eve.get(`/plan-indicators/${indicator}?language=fr`)).body as {
      actuals: { parts: unknown[]; note: { text: string }; before: { parts: unknown[] }[] }[]
    }
    const [actual] = actuals
    assert.deepEqual(
      [actual?.parts.length, actual?.before[0]?.parts.length, actual?.note.text],
      [1, 2, 'Two islands are missing.'],
    )
    const csv = await site.ask(`/fr/plan-indicators/${indicator}.csv`)
    assert.match(await csv.text(), /2026-10-31,sex,Sexe,women,women,25,1,4/)
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
