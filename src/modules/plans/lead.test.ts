import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import { newItem, newPlan, planMoment, takeSteps } from '../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../test/test-site.ts'
import { pairName } from './coordination/overlaps/likely-pairs.ts'
import { settleOverlap } from './coordination/overlaps/overlap-commands.ts'
import { pairSeen } from './coordination/overlaps/overlap-queries.ts'
import { leadAmong } from './lead.ts'
import { leadsOf } from './lead-queries.ts'
import { planFacts } from './progress/fact-queries.ts'

test('an item is led by whom it names, or the nearest above it, or the plan', () => {
  const item = (id: string, lead: string | null) => ({
    id,
    parent: id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null,
    lead,
  })
  const items = [
    item('1', 'itu-br'),
    item('1.1', 'itu-bdt'),
    item('1.1.1', 'itu-tsb'),
    item('1.1.2', null),
    item('1.2', null),
    item('1.2.1', null),
    item('2', null),
    item('2.1', null),
    item('3.1', null),
  ]
  const leadOf = leadAmong(items)
  assert.deepEqual(
    items.map((one) => [one.id, leadOf(one, { lead: 'itu' })]),
    [
      ['1', 'itu-br'],
      ['1.1', 'itu-bdt'],
      ['1.1.1', 'itu-tsb'],
      ['1.1.2', 'itu-bdt'],
      ['1.2', 'itu-br'],
      ['1.2.1', 'itu-br'],
      ['2', 'itu'],
      ['2.1', 'itu'],
      // Above it stands what is not among them.
      ['3.1', 'itu'],
    ],
  )
})

describe('who leads an item that names nobody', () => {
  let site: TestSite
  let eve: SignedIn
  let plan = ''
  before(async () => {
    site = await testSite()
    eve = site.as(person('eve'))
    plan = await newPlan(site.db, { actionLine: 'C6', lead: 'itu-tsb' })
    const content = { lead: 'itu-br', deadlineOn: '2027-01-31' }
    const objective = await newItem(site.db, { plan, title: 'Rules are known', content })
    const outcome = await newItem(site.db, {
      ...{ plan, level: 'outcome', parent: objective },
      title: 'Rules are kept',
    })
    await newItem(site.db, {
      ...{ plan, level: 'activity', parent: outcome, title: 'Write the rules' },
      content: { deadlineOn: '2027-01-31' },
    })
    await takeSteps(site.db, plan, ['consult'])
  })

  type Led = { code: string; lead: { id: string } | null; ledBy: { id: string } }
  const told = async <Of>(path: string): Promise<Of> =>
    JSON.parse((await eve.get(`/en/${path.replace(/(?=\?|$)/, '.json')}`)).text) as Of

  test('is said the same by the plan, the timeline, the board, the task force and the body', async () => {
    const { itemRows } = await told<{ itemRows: Led[] }>(`plans/${plan}`)
    assert.deepEqual(
      itemRows.map(({ lead, ledBy }) => [lead?.id ?? null, ledBy.id]),
      [
        ['itu-br', 'itu-br'],
        [null, 'itu-br'],
        [null, 'itu-br'],
      ],
    )
    const timeline = await told<{ items: Led[] }>(`plans/${plan}/timeline`)
    const board = await told<{ columns: { items: Led[] }[] }>(`plans/${plan}/board`)
    const all = await told<{ rows: Led[]; total: number }>('task-force')
    const led = await told<{ total: number }>('task-force?lead=itu-br')
    const { held } = await told<{ held: { code: string; total: number }[] }>('bodies/itu-br')
    for (const items of [timeline.items, board.columns.flatMap((column) => column.items), all.rows])
      assert.deepEqual(new Set(items.map(({ lead }) => lead?.id)), new Set(['itu-br']))
    assert.equal(led.total, 3)
    assert.equal(held.find(({ code }) => code === 'lead')?.total, 3)
    for (const unit of ['itu-br', 'itu-bdt']) {
      const { text } = await eve.get(`/en/plan-deadlines.ics?unit=${unit}`)
      assert.equal(text.includes('Write the rules'), unit === 'itu-br', unit)
    }
  })

  test('is named in the table of items', async () => {
    const page = (await eve.get(`/en/plans/${plan}`)).text
    assert.match(page, /Write the rules[\s\S]*?<span class="muted">[\s\S]*?bodies\/itu-br/)
  })
})

describe('whoever leads what stands above', () => {
  let db: Db
  before(async () => {
    db = (await testSite()).db
  })

  test('decides with the other unit what becomes of two items that are alike', async () => {
    const plan = await newPlan(db, { actionLine: 'C6', lead: 'itu-tsb' })
    const objective = await newItem(db, { plan, title: 'Rules', content: { lead: 'itu-br' } })
    const outcome = await newItem(db, { plan, level: 'outcome', parent: objective, title: 'Write the rules' })
    await takeSteps(db, plan, ['consult'])
    const theirs = await newPlan(db, { actionLine: 'C5', lead: 'itu' })
    const other = await newItem(db, { plan: theirs, title: 'Write the rules' })
    await takeSteps(db, theirs, ['consult'])
    const pair = await pairSeen(db, pairName(outcome, other))
    assert.ok(pair)
    const settledBy = (body: string) =>
      settleOverlap(db, 'join', {
        actor: person(body, { role: 'focal-point', scope: `body:${body}` }),
        at: planMoment,
        pair,
        reason: 'One text.',
      })
    await assert.rejects(settledBy('itu-bdt'), { name: 'Forbidden' })
    assert.deepEqual(await settledBy('itu-br'), { issues: [] })
  })

  test('is who reports count it for', async () => {
    const running = await newPlan(db, { actionLine: 'C2', lead: 'itu-tsb' })
    const branch = (lead: string | null) => newItem(db, { plan: running, title: 'Cables', content: { lead } })
    const below = (parent: string, level: string, lead: string | null = null) =>
      newItem(db, { plan: running, level, parent, title: 'Ships', content: { lead } })
    const led = await below(await below(await branch('itu-br'), 'outcome'), 'activity')
    const own = await below(await below(await branch('itu-br'), 'outcome'), 'activity', 'itu-bdt')
    const plain = await below(await branch(null), 'outcome')
    const leads = new Map([
      [led, 'itu-br'],
      [own, 'itu-bdt'],
      [plain, 'itu-tsb'],
    ])
    assert.deepEqual(await leadsOf(db, [...leads.keys()]), leads)
    await takeSteps(db, running, ['consult', 'coordinate', 'present', 'note', 'put-in-force'])
    const facts = (await planFacts(db, planMoment)).filter(({ plan: of }) => of === running)
    assert.deepEqual(new Map(facts.map(({ id, lead }) => [id, lead])), leads)
  })
})
