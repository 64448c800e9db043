import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Db } from '#platform/database/tables.ts'
import type { RowIssue } from '#platform/sheets/table-read.ts'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { newItem, newPlan, planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'
import { itemsOf } from '../item-queries.ts'
import { dryRun, type RowRead } from './dry-run.ts'
import { itemsOut } from './exchange-queries.ts'

const femi = person('femi', { role: 'facilitator', scope: 'action-line:C5' })

describe('the items of a plan as a file', () => {
  let site: TestSite
  let facilitator: SignedIn
  let [plan, first] = ['', '']

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['femi'])
    await newOrganization(site.db, { id: 'harbour-office' })
    facilitator = site.as(femi)
    const made = await planWithItems(site.db)
    plan = made.plan
    first = await newItem(site.db, {
      plan,
      level: 'activity',
      parent: made.outcome,
      title: '=SUM(lamps), "quoted"; and\tmore',
      words: { text: 'One paragraph.\n\nAnother; with 文字 and حروف.', risks: '-1' },
      content: {
        lead: 'itu-tsb',
        deadlineOn: '2027-03-28',
        deadlineTime: '23:00',
        amount: 1234.5,
        currency: 'CHF',
        staffMonths: 2.5,
        parties: [
          { role: 'partner', kind: 'organization', party: 'harbour-office' },
          { role: 'contributor', kind: 'body', party: 'itu-bdt' },
        ],
        codes: [
          { tree: 'sdgs', code: '9' },
          { tree: 'sdg-targets', code: '9.c' },
          { tree: 'countries', code: 'TV' },
          { tree: 'countries', code: 'CH' },
        ],
      },
    })
  })

  const exported = async (ending: string) => {
    const answer = await site.app.fetch(
      new Request(`https://actionline.test/ru/plans/${plan}/items${ending}`, {
        headers: { Cookie: facilitator.cookie },
      }),
    )
    assert.equal(answer.status, 200, ending)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const send = async (to: string, name: string, bytes: Uint8Array, fields = {}) =>
    facilitator.post(`/en/plans/${to}/import`, fields, { file: { name, bytes } })
  const outcomes = (text: string) =>
    [...text.matchAll(/<th scope="row"[^>]*>(\d+)<\/th>\s*<td[^>]*>(\w+)<\/td>/g)].map(
      ([, , outcome]) => outcome,
    )
  const content = async (id: string) =>
    (await itemsOut(site.db, id)).map(({ item, words, parentCode }) => {
      const { id: _id, plan: _plan, parent: _parent, lineage: _lineage, revision: _revision, ...same } = item
      return { ...same, words, parentCode }
    })

  for (const ending of ['.csv', '.xlsx', '.json'])
    test(`goes out and comes in again unchanged, and makes the same items elsewhere: ${ending}`, async () => {
      const bytes = await exported(ending)
      const again = await send(plan, `items${ending}`, bytes)
      assert.equal(again.status, 200, again.text)
      assert.deepEqual(outcomes(again.text), Array<string>(5).fill('unchanged'))
      assert.match(again.text, /The file changes nothing/)
      const other = await newPlan(site.db)
      assert.deepEqual(
        outcomes((await send(other, `items${ending}`, bytes)).text),
        Array<string>(5).fill('new'),
      )
      assert.deepEqual(await itemsOf(site.db, other), [])
      const entered = await send(other, `items${ending}`, bytes, { enter: 'yes' })
      assert.equal(entered.status, 303, entered.text)
      assert.deepEqual(await content(other), await content(plan))
      const twice = await send(other, `items${ending}`, bytes)
      assert.deepEqual(outcomes(twice.text), Array<string>(5).fill('unchanged'))
    })

  test('says of each row what is wrong with it, by row, column, rule and nearest code, and takes none in', async () => {
    const file = [
      'Number;Level;Title;Countries;Deadline;Hour of the deadline;Wishes',
      '1.1.1;;Write the tests;Tuvallu;;;none',
      '3;objectiv;Third;;;;',
      '4;activity;Fourth;;;;',
      '1.1.9;activity;Ninth;TV;2031-01-01;24:00;',
      '1.1.10;activity;;;;;',
      '7.1;outcome;No parent;;;;',
      '5;objective;Fifth;;;;',
    ].join('\r\n')
    const { text, status } = await send(plan, 'items.csv', Buffer.from(file))
    assert.equal(status, 200)
    assert.deepEqual(outcomes(text), ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'new'])
    assert.doesNotMatch(text, /<code>level<\/code>[^<]*must be filled in/)
    for (const sentence of [
      /<code>countries<\/code>[^<]*“Tuvallu” is not in the list of codes\. The nearest is TV\./,
      /<code>level<\/code>[^<]*“objectiv” is not in the list of codes\. The nearest is objective\./,
      /<code>level<\/code>[^<]*“activity” cannot stand here; what can: objective\./,
      /<code>deadline_on<\/code>[^<]*The deadline lies outside the period of the plan/,
      /<code>deadline_time<\/code>[^<]*hour and minute, such as 23:00/,
      /<code>title<\/code>[^<]*must be filled in/,
      /<code>parent<\/code>[^<]*“7” is not in the list of codes\./,
      /left out: Wishes/,
    ])
      assert.match(text, sentence)
    const before = await content(plan)
    const entered = await send(plan, 'items.csv', Buffer.from(file), { enter: 'yes' })
    assert.equal(entered.status, 422)
    assert.match(entered.text, /6 rows are wrong; nothing was taken in/)
    assert.deepEqual(await content(plan), before)
  })

  test('changes what the file names and nothing else', async () => {
    const file = `[{"id":"${first}","result":"Fewer complaints","amount":99}]`
    assert.equal((await send(plan, 'items.json', Buffer.from(file), { enter: 'yes' })).status, 303)
    const { item, words } = (await itemsOut(site.db, plan)).find((one) => one.item.id === first) ?? {}
    assert.deepEqual(
      [item?.amount, item?.currency, words?.result, words?.risks, item?.parties.length],
      [99, 'CHF', 'Fewer complaints', '-1', 2],
    )
  })

  test('moves items and sets their links, which stay the same items, and a second time nothing', async () => {
    const to = await planWithItems(site.db)
    const other = await newItem(site.db, { plan: to.plan, level: 'outcome', parent: to.objective })
    await newItem(site.db, { plan: to.plan, level: 'activity', parent: other })
    const duty = 'pp-140-dubai-2018/resolves/6/i#1'
    const row = (id: string, [code, parent, level, title]: string[], [links, duties]: string[][] = []) => ({
      ...{ id, code, parent, level, title },
      ...{ links: links ?? [], duties: duties ?? [] },
    })
    const file = (links: string[]) =>
      Buffer.from(
        JSON.stringify([
          row(other, ['1.2', '1', 'outcome', 'Lamps are tested']),
          row(to.outcome, ['1.1', '1', 'outcome', 'Fewer false lamps']),
          row(to.second, ['1.1.2', '1.2', 'activity', 'Teach how to test lamps'], [links]),
          row('', ['1.1.9', '1.1', 'activity', 'Third']),
          row(to.first, ['1.1.1', '1.1', 'activity', 'Write the test for lamps'], [[], [duty]]),
        ]),
      )
    const wrong = await send(to.plan, 'items.json', file(['resolution nowhere']))
    assert.match(wrong.text, /<code>links<\/code>[^<]*“resolution nowhere” is not the address of a record/)
    const good = file(['https://actionline.test/en/revisions/pp-140-dubai-2018/resolves/6', `duty ${duty}`])
    const looked = await send(to.plan, 'items.json', good)
    assert.deepEqual(outcomes(looked.text), ['unchanged', 'moved', 'changed', 'new', 'changed'])
    assert.match(looked.text, /to another place among those beside it[\s\S]*from below 1\.1 to below 1\.2/)
    const count = () => historyOf(site.db, 'plan-item', to.second)
    const before = await count()
    assert.equal((await send(to.plan, 'items.json', good, { enter: 'yes' })).status, 303)
    assert.deepEqual(await count(), [...before, 'plans.edit-item'])
    const items = await itemsOut(site.db, to.plan)
    assert.deepEqual(
      items.map(({ item, parentCode }) => [item.code, parentCode, item.links.length, item.id === to.second]),
      [
        ['1', null, 0, false],
        ['1.2', '1', 0, false],
        ['1.2.1', '1.2', 0, false],
        ['1.2.2', '1.2', 2, true],
        ['1.1', '1', 0, false],
        ['1.1.9', '1.1', 0, false],
        ['1.1.1', '1.1', 1, false],
      ],
    )
    assert.deepEqual(
      outcomes((await send(to.plan, 'items.json', good)).text),
      Array<string>(5).fill('unchanged'),
    )
    const csv = await site.app.fetch(
      new Request(`https://actionline.test/en/plans/${to.plan}/items.csv`, {
        headers: { Cookie: facilitator.cookie },
      }),
    )
    const again = await send(to.plan, 'items.csv', Buffer.from(await csv.arrayBuffer()))
    assert.deepEqual(outcomes(again.text), Array<string>(7).fill('unchanged'))
  })

  test('comes into drafts only, by those who lead them, and what is no table is refused', async () => {
    const stranger = site.as(person('eve'))
    assert.equal((await stranger.get(`/en/plans/${plan}/items.csv`)).status, 404)
    assert.equal((await stranger.get(`/en/plans/${plan}/import`)).status, 404)
    const nothing = await send(plan, 'items.csv', Buffer.from('a,b\n1,2\n'))
    assert.deepEqual([nothing.status, /no column that is known/.test(nothing.text)], [422, true])
    assert.equal((await send(plan, 'items.xlsx', Buffer.from('PK\x03\x04 broken'))).status, 422)
    await takeSteps(site.db, plan, ['consult'])
    assert.equal((await facilitator.get(`/en/plans/${plan}/import`)).status, 409)
    assert.equal((await stranger.get(`/en/plans/${plan}/items.csv`)).status, 200)
  })
})

const historyOf = async (db: Db, kind: string, id: string): Promise<string[]> =>
  (
    await db
      .selectFrom('history')
      .select('act')
      .where('subject_kind', '=', kind)
      .where('subject_id', '=', id)
      .orderBy('seq')
      .execute()
  ).map(({ act }) => act)

test('a row below another that is new stands below it, and nothing is put below what cannot be', () => {
  const levels = ['goal', 'task'].map((code, place) => ({
    code,
    parent: place === 0 ? null : 'goal',
    one: {} as never,
    many: {} as never,
    scheduled: true,
    resourced: true,
    measured: true,
  }))
  const row = (number: number, code: string, level: string): RowRead => ({
    number,
    draft: { code, level, words: { title: code }, content: {}, parties: {}, codes: {}, links: {} },
    issues: [] satisfies RowIssue[],
  })
  const target = {
    plan: { language: 'en' as const, startsOn: '2026-01-01', endsOn: '2027-01-01' },
    levels,
    items: [],
    issuesOfContent: () => [],
    names: { publicUrl: 'https://actionline.test', known: new Set<string>() },
  }
  const planned = dryRun(target, [
    row(2, '1', 'goal'),
    row(3, '1.1', 'task'),
    row(4, '1.1.1', 'task'),
    row(5, '1', 'goal'),
  ])
  assert.deepEqual(
    planned.map(({ outcome, above, issues }) => [outcome, above, issues.map(({ key }) => key)]),
    [
      ['new', null, []],
      ['new', { row: 2 }, []],
      ['wrong', { row: 3 }, ['plan-import.level-not-here']],
      ['wrong', null, ['plan-import.twice']],
    ],
  )
})
