import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { validator } from '../../../../test/html-validator.ts'
import { takeSteps } from '../../../../test/plan-samples.ts'
import { runningPlan } from '../../../../test/progress-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { adjustDates } from '../adjustment-commands.ts'
import type { Paper } from '../exchange/paper-shape.ts'
import { changeIndicatorContent } from '../indicators/indicator-commands.ts'
import { indicatorsOfPlan } from '../indicators/indicator-queries.ts'
import { startNextPlan } from '../next-commands.ts'
import { addActual, correctActual } from '../indicators/actual-commands.ts'
import type { Dimension } from '../indicators/dimension.ts'
import type { EditionRecord, EditionWhole } from './edition-shape.ts'

const by = { actor: operator, at: new Date('2026-11-12T09:00:00Z') }
const place: Dimension = {
  ...{ code: 'place', name: { en: 'Place', fr: 'Lieu' }, sum: 'whole' },
  parts: [
    { code: 'quay', name: { en: 'On the quay', fr: 'Au quai' } },
    { code: 'sea', name: { en: 'At sea', fr: 'En mer' } },
  ],
}
const share = (part: string, numerator: number, denominator: number) => ({
  ...{ dimension: 'place', part, value: null, numerator, denominator },
})
const measured = { note: null, language: 'en', evidence: [] } as const

describe('what was measured of the parts of an indicator', () => {
  let site: TestSite
  let eve: SignedIn
  let plan = ''
  let item = ''

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['eve'])
    eve = site.as(person('eve'))
    const running = await runningPlan(site.db, {}, { dimensions: [place] })
    plan = running.plan
    item = running.outcome
    const made = await addActual(site.db, {
      ...{ ...by, ...measured, indicator: running.indicator, on: '2026-10-31' },
      figure: { value: null, numerator: 4, denominator: 10 },
      parts: [share('quay', 3, 4), share('sea', 1, 6)],
    })
    assert.ok('actual' in made, JSON.stringify(made))
    const dates = { startsOn: '2026-10-01', deadlineOn: '2026-12-30', deadlineTime: null }
    const adjusted = { ...by, id: running.first, revision: 1, reason: 'A day early.', ...dates }
    assert.deepEqual((await adjustDates(site.db, adjusted)).issues, [])
    const corrected = await correctActual(site.db, {
      ...{ ...by, ...measured, id: made.actual.id, revision: 1, on: '2026-10-31', reason: 'Counted again.' },
      figure: { value: null, numerator: 5, denominator: 10 },
      parts: [share('quay', 3, 4), share('sea', 2, 6)],
    })
    assert.ok('actual' in corrected, JSON.stringify(corrected))
  })

  const json = async <Shape>(path: string): Promise<Shape> => {
    const { status, text } = await eve.get(path)
    assert.equal(status, 200, `${path} ${text.slice(0, 300)}`)
    return JSON.parse(text) as Shape
  }
  const latest = async () =>
    (await json<{ rows: EditionRecord[] }>(`/en/plans/${plan}/editions.json`)).rows[0]?.number ?? 0

  test('stands in the edition as it was then, whatever is corrected later', async () => {
    const { rows } = await json<EditionWhole>(`/en/plans/${plan}/editions/${await latest()}.json`)
    const own = rows.find(({ id }) => id === item)?.indicators ?? []
    assert.deepEqual(
      own.map(({ actuals }) =>
        actuals?.map(({ numerator, parts }) => [numerator, parts.map((one) => one.numerator)]),
      ),
      [[[4, [3, 1]]]],
    )
    const first = await json<EditionWhole>(`/en/plans/${plan}/editions/1.json`)
    assert.deepEqual(first.rows.find(({ id }) => id === item)?.indicators[0]?.actuals, [])
  })

  test('is shown on the page of the edition, which is valid HTML', async () => {
    const { text } = await eve.get(`/fr/plans/${plan}/editions/${await latest()}`)
    assert.match(text, /Au quai[\s\S]*En mer[\s\S]*75[\s\S]*\(3 \/ 4\)[\s\S]*\(1 \/ 6\)/)
    const { results } = await validator.validateString(text)
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
      [],
    )
  })

  test('stands in the paper, as it is now', async () => {
    const { tables } = await json<Paper>(`/en/plans/${plan}/paper.json`)
    const rows = tables.find(({ title }) => title === 'Indicators by parts')?.rows
    assert.deepEqual(rows, [
      ['Share of tested lamps', 'Place – On the quay', '75 (3 / 4) (31 October 2026)'],
      ['Share of tested lamps', 'Place – At sea', '33.33 (2 / 6) (31 October 2026)'],
    ])
  })

  test('is not told among changes; that an indicator begins or ends elsewhere is', async () => {
    type Compared = { items: { changes: { field: string; before: string; after: string }[] }[] }
    const told = async (path: string) =>
      (await json<Compared>(path)).items.flatMap(({ changes }) =>
        changes.flatMap(({ field, before: old, after }) => (field === 'indicators' ? [[old, after]] : [])),
      )
    assert.deepEqual(await told(`/en/plans/${plan}/comparison.json?from=1`), [])
    const next = await startNextPlan(site.db, {
      ...{ ...by, id: plan, startsOn: '2028-01-01', endsOn: '2028-12-31', items: [item] },
    })
    assert.ok('id' in next)
    const [carried] = await indicatorsOfPlan(site.db, next.id)
    assert.ok(carried)
    await changeIndicatorContent(site.db, {
      ...{ ...by, id: carried.id, revision: undefined },
      content: { ...carried, target: { value: 90, year: 2028 } },
      words: { name: 'Share of tested lamps', definition: '', unit: 'per cent', source: '', note: '' },
    })
    await takeSteps(site.db, next.id, ['consult'])
    assert.deepEqual(await told(`/en/plans/${next.id}/comparison.json?with=${plan}`), [
      ['Share of tested lamps: 25 (2025) → 75 (2027)', 'Share of tested lamps: 25 (2025) → 90 (2028)'],
    ])
  })
})
