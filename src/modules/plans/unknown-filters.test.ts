import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { planWithItems, takeSteps } from '../../../test/plan-samples.ts'
import { person, testSite, type TestSite } from '../../../test/test-site.ts'

const officer = person('nadia', { role: 'secretariat', scope: null })

describe('a filter of plans that names nothing', () => {
  let site: TestSite
  before(async () => {
    site = await testSite()
  })

  const refusedBy = async (address: string) => {
    const { status, text } = await site.as(officer).get(`/en/${address}`)
    const { errors = [] } = JSON.parse(text) as { errors?: { parameter: string; validValues: string[] }[] }
    return { status, errors }
  }

  test('is refused, with the codes that there are', async () => {
    for (const [address, parameter, valid] of [
      ['plans.json?action-line=C99', 'action-line', 'C5'],
      ['plans.json?lead=nobody', 'lead', 'itu-bdt'],
      ['task-force.json?sdg=18', 'sdg', '17'],
      ['task-force.json?unit=nobody', 'unit', 'itu-bdt'],
      ['task-force.json?level=dream', 'level', 'objective'],
      ['task-force.json?region=moon', 'region', 'africa'],
      ['task-force.json?country=ZZ', 'country', 'TV'],
      ['task-force.json?group=G0', 'group', 'LDC'],
      ['task-force/gaps.json?unit=nobody', 'unit', 'itu-bdt'],
      ['task-force/overlaps.json?action-line=C99', 'action-line', 'C5'],
      ['task-force/matters.json?origin=nobody', 'origin', 'cwg-wsis-sdg'],
    ] as const) {
      const { status, errors } = await refusedBy(address)
      assert.deepEqual(
        [status, errors.map((one) => [one.parameter, one.validValues.includes(valid)])],
        [400, [[parameter, true]]],
        address,
      )
    }
    for (const feed of ['unit=nobody', 'action-line=C99'])
      assert.equal((await site.get(`/en/plan-deadlines.ics?${feed}`)).status, 400, feed)
  })

  test('is refused for a reporting period too', async () => {
    const { plan } = await planWithItems(site.db)
    await takeSteps(site.db, plan, ['consult'])
    const { status, errors } = await refusedBy(`plans/${plan}/progress.json?period=none`)
    assert.deepEqual([status, errors.map((one) => one.parameter)], [400, ['period']])
  })
})
