import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { GridRecord } from '#modules/matrix/grid/grid-shape.ts'
import { operator } from '#platform/access/actor.ts'
import { insertPeople } from '../../../../test/accounts-samples.ts'
import { newItem, newPlan, planMoment, takeSteps } from '../../../../test/plan-samples.ts'
import { acceptedReport, draftReport, newIndicator, newPeriod } from '../../../../test/progress-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { dropItem, splitItem } from '../adjustment-commands.ts'
import { addActual } from '../indicators/actual-commands.ts'
import { indicatorsOfPlan } from '../indicators/indicator-queries.ts'
import { startNextPlan } from '../next-commands.ts'
import { acceptReport, submitReport } from '../progress/report-commands.ts'
import { itemsOf } from '../item-queries.ts'

const by = { actor: operator, at: planMoment }
const content = { codes: [{ tree: 'sdg-targets' as const, code: '9.c' }] }
/** From the cells of the Matrix: what is planned for C5 and goal 9, what was done of it and accepted, and both together. */
type Told = { planned: number; done: number; both: number }

describe('a plan item in the Matrix', () => {
  let site: TestSite
  let eve: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['eve'])
    eve = site.as(person('eve'))
  })

  const json = async <Shape>(path: string): Promise<Shape> => {
    const { status, text } = await eve.get(path)
    assert.equal(status, 200, path)
    return JSON.parse(text) as Shape
  }
  /** What the cell says, and what it opens: always the same. */
  const counted = async (kinds: string): Promise<number> => {
    const { cells } = await json<GridRecord>(`/en/matrix.json?kind=${kinds}`)
    const { evidence = -1 } = cells.find(({ line, goal }) => line === 'C5' && goal === '9') ?? {}
    const { total } = await json<{ total: number }>(`/en/search.json?kind=${kinds}&action-line=C5&sdg=9`)
    assert.equal(total, evidence, kinds)
    return evidence
  }
  const told = async (): Promise<Told> => ({
    planned: await counted('plan-item'),
    done: await counted('plan-progress'),
    both: await counted('plan-item,plan-progress'),
  })
  /** How much more there is than before. */
  const since = async (first: Told): Promise<Told> => {
    const now = await told()
    return { planned: now.planned - first.planned, done: now.done - first.done, both: now.both - first.both }
  }
  const running = async () => {
    const plan = await newPlan(site.db, { startsOn: '2026-09-01' })
    const item = await newItem(site.db, { plan, content })
    const indicator = await newIndicator(site.db, item)
    await takeSteps(site.db, plan, ['consult', 'coordinate', 'present', 'put-in-force'])
    const period = await newPeriod(site.db, plan, ['2026-10-01', '2026-10-31', '2026-11-10'])
    return { plan, item, period, indicator }
  }
  const next = async (plan: string, items: string[]): Promise<string> => {
    const made = await startNextPlan(site.db, {
      ...by,
      ...{ id: plan, startsOn: '2028-01-01', endsOn: '2028-12-31', items },
    })
    assert.ok('id' in made)
    return made.id
  }

  test('is something planned until a report on it is accepted, and then something done', async () => {
    const first = await told()
    const plan = await newPlan(site.db, { startsOn: '2026-09-01' })
    await newItem(site.db, { plan, content })
    assert.deepEqual(await since(first), { planned: 0, done: 0, both: 0 })
    const { item, period } = await running()
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
    const { id } = await draftReport(site.db, { item, period })
    const at = new Date('2026-11-05T09:00:00Z')
    await submitReport(site.db, { ...by, at, id, revision: undefined })
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
    await acceptReport(site.db, { ...by, at, id, revision: undefined, rating: 'on-track' })
    assert.deepEqual(await since(first), { planned: 0, done: 1, both: 1 })
  })

  test('is not done by a report that was accepted and says that nothing has begun', async () => {
    const first = await told()
    const { item, period } = await running()
    await acceptedReport(site.db, { item, period, rating: 'not-started' })
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
  })

  test('that is carried on is counted once, in the last plan that everybody reads', async () => {
    const first = await told()
    const { plan, item } = await running()
    const later = await next(plan, [item])
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
    await takeSteps(site.db, later, ['consult'])
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
    await takeSteps(site.db, later, ['coordinate', 'present', 'put-in-force'])
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
    const [carried] = await itemsOf(site.db, later)
    const found = await json<{ rows: { path: string }[] }>(
      `/en/search.json?kind=plan-item&action-line=C5&sdg=9&limit=200`,
    )
    assert.ok(found.rows.some(({ path }) => path.endsWith(carried?.id ?? '-')))
    assert.ok(!found.rows.some(({ path }) => path.endsWith(item)))
    await dropItem(site.db, {
      ...by,
      id: carried?.id ?? '',
      revision: carried?.revision ?? 0,
      reason: 'No money.',
    })
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
  })

  test('that is carried on takes along what was done of it, and is counted once', async () => {
    const first = await told()
    const { plan, item, period } = await running()
    const later = await next(plan, [item])
    await takeSteps(site.db, later, ['consult', 'coordinate', 'present', 'put-in-force'])
    assert.deepEqual(await since(first), { planned: 1, done: 0, both: 1 })
    // Of the plan that has ended: its last report is accepted after the next one has begun.
    await acceptedReport(site.db, { item, period })
    assert.deepEqual(await since(first), { planned: 0, done: 1, both: 1 })
  })

  test('that is split counts as its parts, with what was done before', async () => {
    const first = await told()
    const { item, period } = await running()
    await acceptedReport(site.db, { item, period })
    assert.deepEqual(await since(first), { planned: 0, done: 1, both: 1 })
    const split = { ...by, id: item, revision: 1, reason: 'Two things.', titles: ['One', 'Other'] }
    assert.ok('ids' in (await splitItem(site.db, split)))
    assert.deepEqual(await since(first), { planned: 0, done: 2, both: 2 })
  })

  test('counts its indicators once something was measured of them, each once', async () => {
    const first = await counted('plan-indicator')
    const { plan, item, indicator } = await running()
    const measure = async (of: string, on: string) => {
      const figure = { value: null, numerator: 1, denominator: 2 }
      const said = { figure, note: null, language: 'en', evidence: [] } as const
      const at = new Date('2026-11-05T09:00:00Z')
      assert.ok('actual' in (await addActual(site.db, { ...by, ...said, at, indicator: of, on })))
    }
    assert.equal(await counted('plan-indicator'), first)
    await measure(indicator, '2026-10-31')
    assert.equal(await counted('plan-indicator'), first + 1)
    const later = await next(plan, [item])
    await takeSteps(site.db, later, ['consult', 'coordinate', 'present', 'put-in-force'])
    assert.equal(await counted('plan-indicator'), first + 1)
    const [carried] = await indicatorsOfPlan(site.db, later)
    await measure(carried?.id ?? '', '2026-10-31')
    assert.equal(await counted('plan-indicator'), first + 1)
  })
})
