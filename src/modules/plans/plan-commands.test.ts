import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { newItem, newPlan, planMoment, planWithItems, takeSteps } from '../../../test/plan-samples.ts'
import { registerDatabase } from '../../../test/register-database.ts'
import { keptTables, modules } from '../../modules.ts'
import { adjustDates, dropItem, splitItem } from './adjustment-commands.ts'
import { moveItem } from './item-commands.ts'
import { itemsOf, itemsRead } from './item-queries.ts'
import { startNextPlan } from './next-commands.ts'
import { planRead } from './plan-queries.ts'

const by = { actor: operator, at: planMoment }

describe('a plan', () => {
  let db: Db
  before(async () => {
    db = await registerDatabase()
  })

  test('numbers its items by their places, and anew when a draft is changed', async () => {
    const { plan, outcome, first, second } = await planWithItems(db)
    await newItem(db, { plan, title: 'Lamps are repaired' })
    assert.deepEqual(await codes(plan), ['1', '1.1', '1.1.1', '1.1.2', '2'])
    await moveItem(db, { ...by, id: second, direction: 'up' })
    assert.deepEqual(await titles(plan), [
      '1 Lamps are tested',
      '1.1 Fewer false lamps',
      '1.1.1 Teach how to test lamps',
      '1.1.2 Write the test for lamps',
      '2 Lamps are repaired',
    ])
    await dropItem(db, { ...by, id: second, revision: 2, reason: 'Somebody else does.' })
    assert.deepEqual(
      (await itemsOf(db, plan)).map(({ code, state }) => `${code} ${state}`),
      ['1 active', '1.1 active', '1.1.1 active', '1.1.1 dropped', '2 active'],
    )
    assert.equal((await itemsOf(db, plan)).find(({ id }) => id === first)?.parent, outcome)
  })

  test('keeps an edition at each step that everybody reads', async () => {
    const { plan } = await planWithItems(db)
    await takeSteps(db, plan, ['consult', 'coordinate', 'present', 'note', 'put-in-force'])
    const editions = await db
      .selectFrom('plan_editions')
      .select(['number', 'state'])
      .where('plan', '=', plan)
      .orderBy('number')
      .execute()
    assert.deepEqual(editions, [
      { number: 1, state: 'consultation' },
      { number: 2, state: 'coordinated' },
      { number: 3, state: 'presented' },
      { number: 4, state: 'noted' },
      { number: 5, state: 'in-force' },
    ])
    assert.deepEqual(await faults(), [])
  })

  test('moves dates with a reason while it is carried out, within its period', async () => {
    const { plan, first } = await planWithItems(db)
    await takeSteps(db, plan, ['consult', 'coordinate', 'present', 'note'])
    const dates = { startsOn: '2026-10-01', deadlineTime: null }
    const outside = await adjustDates(db, {
      ...by,
      id: first,
      revision: 1,
      reason: 'Late.',
      ...dates,
      deadlineOn: '2028-01-01',
    })
    assert.deepEqual(
      outside.issues.map(({ key }) => key),
      ['plans.deadline-outside'],
    )
    const moved = await adjustDates(db, {
      ...by,
      id: first,
      revision: 1,
      reason: 'Late.',
      ...dates,
      deadlineOn: '2027-01-31',
    })
    assert.deepEqual(moved.issues, [])
    assert.equal((await itemsOf(db, plan)).find(({ id }) => id === first)?.deadlineOn, '2027-01-31')
  })

  test('splits an item into parts that keep its lineage and its place', async () => {
    const { plan, outcome, first } = await planWithItems(db)
    const made = await splitItem(db, {
      ...by,
      id: outcome,
      revision: 1,
      reason: 'Two things.',
      titles: ['Fewer', 'Better'],
    })
    assert.ok('ids' in made)
    const items = await itemsOf(db, plan)
    const parts = items.filter(({ splitFrom }) => splitFrom === outcome)
    assert.deepEqual(
      parts.map(({ lineage, parent }) => ({ lineage, parent })),
      parts.map(() => ({ lineage: outcome, parent: items[0]?.id })),
    )
    assert.equal(items.find(({ id }) => id === first)?.parent, made.ids[0])
  })

  test('is followed by one that carries items on and ends it when it comes into force', async () => {
    const { plan, outcome, first } = await planWithItems(db)
    await takeSteps(db, plan, ['consult', 'coordinate', 'present', 'note', 'put-in-force'])
    const next = await startNextPlan(db, {
      ...by,
      id: plan,
      startsOn: '2028-01-01',
      endsOn: '2028-12-31',
      items: [first],
    })
    assert.ok('id' in next)
    assert.deepEqual(await titles(next.id), [
      '1 Lamps are tested',
      '1.1 Fewer false lamps',
      '1.1.1 Write the test for lamps',
    ])
    const items = await itemsOf(db, next.id)
    assert.deepEqual(items.map(({ carriedFrom }) => carriedFrom)[1], outcome)
    assert.equal(items[2]?.deadlineOn, null)
    await takeSteps(db, next.id, ['consult', 'coordinate', 'present', 'put-in-force'])
    assert.equal((await planRead(db, operator, plan, 'en'))?.plan.state, 'superseded')
    assert.deepEqual(await faults(), [])
  })

  test('without items cannot be opened', async () => {
    const plan = await newPlan(db)
    await assert.rejects(takeSteps(db, plan, ['consult']), /plans\.no-items/)
  })

  const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {})) as Record<string, Digest>
  const faults = async () => (await verifyHistory(db, digests, { kept: keptTables() })).faults
  const codes = async (plan: string) => (await itemsOf(db, plan)).map(({ code }) => code)
  const titles = async (plan: string) =>
    (await itemsRead(db, plan, 'en')).map(({ item, words }) => `${item.code} ${words.title?.text}`)
})
