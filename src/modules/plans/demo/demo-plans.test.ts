import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { readDemoAccounts } from '#modules/accounts/index.ts'
import { readDemoActivities } from '#modules/activities/index.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { textsOf } from '#platform/texts/texts.ts'
import { testMoment as at } from '../../../../test/register-database.ts'
import { testSite, type TestSite } from '../../../../test/test-site.ts'
import { keptTables, modules } from '../../../modules.ts'
import { allPairs } from '../coordination/overlaps/overlap-queries.ts'
import { itemsRead } from '../item-queries.ts'
import { plansSeen, plansOfSeries } from '../plan-queries.ts'
import { standingsOf } from '../progress/open-report-queries.ts'
import { clearDemoPlans } from './clear-plan-commands.ts'
import { loadDemoPlans } from './demo-plan-commands.ts'
import { readDemoPlans } from './demo-plans.ts'

const digests: Record<string, Digest> = Object.assign({}, ...modules.map((one) => one.digests ?? {}))

describe('the example plans', () => {
  let site: TestSite
  let db: Db

  before(async () => {
    site = await testSite()
    db = site.db
    assert.deepEqual(await loadDemoPlans(db, { at }), { plans: readDemoPlans().length })
  })

  test('stand where their files leave them, and one has followed another', async () => {
    const plans = await plansSeen(db, operator)
    assert.deepEqual(
      plans.map(({ actionLine, state, version }) => `${actionLine ?? 'BDT'} ${version} ${state}`).toSorted(),
      ['BDT 1 in-force', 'C2 1 presented', 'C5 1 superseded', 'C5 2 in-force', 'C6 1 consultation'],
    )
    const open = plans.find(({ state }) => state === 'consultation')
    assert.equal(open?.commentsUntil, '2026-11-22')
    const [, second] = await plansOfSeries(
      db,
      operator,
      plans.find(({ version }) => version === 2)?.series ?? '',
    )
    const items = await itemsRead(db, second?.id ?? '', 'fr')
    assert.equal(items.filter(({ item }) => item.carriedFrom !== null).length, 6)
    assert.deepEqual(
      items.filter(({ item }) => item.state === 'split').map(({ words }) => words.title?.text),
      ['Des exercices de nuit dans deux régions'],
    )
    assert.equal(items.filter(({ item }) => item.splitFrom !== null).length, 2)
    const comments = await db.selectFrom('plan_comments').select(['plan', 'disposition']).execute()
    assert.deepEqual(
      [open?.id, second?.id].map(
        (id) => comments.filter(({ plan, disposition }) => plan === id && disposition !== null).length,
      ),
      [2, 2],
    )
    assert.deepEqual(await faults(), [])
  })

  test('are written in six languages, down to the last word', async () => {
    const records = [
      ...(await db.selectFrom('plans').select('id').execute()).map(({ id }) => ({ kind: 'plan-header', id })),
      ...(await db.selectFrom('plan_items').select('id').where('state', '=', 'active').execute()).map(
        ({ id }) => ({ kind: 'plan-item', id }),
      ),
      ...(await db.selectFrom('plan_comments').select('id').execute()).map(({ id }) => ({
        kind: 'plan-comment',
        id,
      })),
    ]
    for (const [kind, table] of [
      ['plan-indicator', 'plan_indicators'],
      ['plan-report', 'plan_reports'],
      ['task-force-matter', 'task_force_matters'],
    ] as const)
      records.push(...(await db.selectFrom(table).select('id').execute()).map(({ id }) => ({ kind, id })))
    const missing: string[] = []
    for (const language of languageCodes) {
      const texts = await textsOf(db, records, language)
      for (const { kind, id } of records)
        for (const [field, read] of Object.entries(texts.get(kind, id)))
          if (read?.isFallback) missing.push(`${kind} ${id} ${field} ${language}`)
    }
    assert.deepEqual(missing, [])
  })

  test('answer provisions and duties of the register, and name activities and bodies that are there', async () => {
    const links = await db.selectFrom('plan_item_links').select(['kind', 'record']).distinct().execute()
    const known = new Set(
      [
        (await sql<{ id: string }>`select revision || '/' || address as id from provisions`.execute(db)).rows,
        await db.selectFrom('duties').select('id').execute(),
      ].flatMap((rows) => rows.map(({ id }) => id)),
    )
    assert.deepEqual(
      links.filter(({ record }) => !known.has(record)),
      [],
    )
    assert.deepEqual([...new Set(links.map(({ kind }) => kind))].toSorted(), ['duty', 'provision'])
    const published = readDemoActivities().entries.filter(({ fate }) => fate === 'published')
    const named = readDemoPlans().flatMap(({ items }) => items.flatMap(({ activities }) => activities))
    assert.deepEqual(
      named.filter((name) => !published.some(({ key }) => key === name)),
      [],
    )
    const bodies = await db.selectFrom('bodies').select('id').execute()
    const parties = await db.selectFrom('plan_parties').select('party').distinct().execute()
    assert.deepEqual(
      parties.filter(({ party }) => !bodies.some(({ id }) => id === party)),
      [],
    )
    const nodes = await db.selectFrom('framework_nodes').select(['framework', 'code']).execute()
    const codes = await db.selectFrom('plan_item_codes').select(['tree', 'code']).distinct().execute()
    assert.deepEqual(
      codes.filter(({ tree, code }) => !nodes.some((node) => node.framework === tree && node.code === code)),
      [],
    )
  })

  test('look alike here and there, and the task force has decided of some pairs', async () => {
    const pairs = await allPairs(db)
    const countOf = (state: string) => pairs.filter((pair) => pair.state === state).length
    assert.deepEqual(['merged', 'joint', 'distinct'].map(countOf), [1, 1, 1])
    const open = pairs.filter(({ state }) => state === 'suggested')
    assert.ok(open.length >= 4)
    assert.ok(open.some(({ reasons }) => reasons.some(({ kind }) => kind === 'title')))
    const matters = await db.selectFrom('task_force_matters').select(['state', 'is_example']).execute()
    assert.deepEqual(matters.map(({ state }) => state).toSorted(), [
      'closed',
      'open',
      'open',
      'taken-into-account',
      'under-way',
      'under-way',
    ])
    assert.deepEqual([...new Set(matters.map(({ is_example }) => is_example))], [true])
  })

  test('are reported on in every way: accepted, sent back, late and not at all', async () => {
    const plans = await plansSeen(db, operator)
    const bureau = plans.find(({ type }) => type === 'operational-plan-2024')
    const stood = await sql<{ standing: string; count: number }>`
      with ${standingsOf(sql`p.id = ${bureau?.id}`, at)}
      select standing, count(*)::int as count from stood group by standing order by standing`.execute(db)
    assert.deepEqual(
      stood.rows.map(({ standing, count }) => `${standing} ${count}`),
      ['accepted 1', 'late 1', 'missing 1', 'not-due 6', 'returned 1'],
    )
  })

  test('have one reporting period whose books are closed', async () => {
    const locked = await db
      .selectFrom('plan_periods')
      .select(['starts_on', 'ends_on'])
      .where('locked_at', 'is not', null)
      .execute()
    assert.deepEqual(locked, [{ starts_on: '2026-01-01', ends_on: '2026-03-31' }])
  })

  test('name partners of the example world', () => {
    const acronyms = new Set(readDemoAccounts().organizations.flatMap(({ acronym }) => acronym ?? []))
    const named = readDemoPlans().flatMap(({ items }) => items.flatMap(({ organizations }) => organizations))
    assert.ok(named.length > 5)
    assert.deepEqual(
      named.filter((acronym) => !acronyms.has(acronym)),
      [],
    )
  })

  test('are called examples where they are read', async () => {
    const [plan] = await plansSeen(db, operator)
    const { text } = await site.get(`/en/plans/${plan?.id}`)
    assert.match(text, /invented/)
  })

  test('stay as they are when loaded again, and go without a trace', async () => {
    assert.deepEqual(await loadDemoPlans(db, { at }), { plans: 0 })
    const { length: plans } = readDemoPlans()
    assert.deepEqual(await clearDemoPlans(db, { actor: 'command-line', at }), { plans })
    for (const table of [
      'plans',
      'plan_parties',
      'plan_items',
      'plan_item_codes',
      'plan_item_links',
      'plan_editions',
      'plan_comments',
      'plan_indicators',
      'plan_actuals',
      'plan_periods',
      'plan_reports',
      'plan_overlaps',
      'task_force_matters',
      'task_force_matter_links',
    ] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table)
    const texts = await db
      .selectFrom('texts')
      .select('id')
      .where('kind', 'in', [
        'plan-header',
        'plan-item',
        'plan-comment',
        'plan-indicator',
        'plan-report',
        'task-force-matter',
      ])
      .execute()
    assert.deepEqual(texts, [])
    assert.deepEqual(await faults(), [])
    assert.deepEqual(await clearDemoPlans(db, { actor: 'command-line', at }), { plans: 0 })
  })

  const faults = async () =>
    (await verifyHistory(db, digests, { kept: keptTables() })).faults
      .map(({ fault, subject }) => `${fault} ${subject}`)
      .filter((fault) => !fault.endsWith(' people'))
})
