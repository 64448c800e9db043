import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { disposeComment } from '#modules/plans/consultation/disposition-commands.ts'
import { makeComment } from '#modules/plans/consultation/comment-commands.ts'
import { planContent } from '#modules/plans/editions/content-queries.ts'
import { sound } from '#modules/plans/demo/sound.ts'
import { addActual } from '#modules/plans/indicators/actual-commands.ts'
import { addIndicator } from '#modules/plans/indicators/indicator-commands.ts'
import { addItem } from '#modules/plans/item-commands.ts'
import { linkItem } from '#modules/plans/link-commands.ts'
import { plansWhere } from '#modules/plans/plan-queries.ts'
import { addSeries } from '#modules/plans/progress/period-commands.ts'
import { planProgress, planStanding } from '#modules/plans/progress/progress-queries.ts'
import {
  acceptReport,
  sendReportBack,
  submitReport,
  writeReport,
} from '#modules/plans/progress/report-commands.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory } from '#platform/history.ts'
import { languageCodes } from '#platform/languages.ts'
import { fillPlans, start, step } from '../scripts/bench-plans/fill-plans.ts'
import { inventedPlans, type InventedPlan } from '../scripts/bench-plans/invented-plans.ts'
import { dueDays } from '../scripts/bench-plans/invented-reports.ts'
import { measuredAt } from '../scripts/bench-plans/put-indicators.ts'
import { reportedAt, sentBackBecause } from '../scripts/bench-plans/put-reports.ts'
import { momentsOf } from '../scripts/bench-plans/put.ts'
import { citedRecords, readVocabulary } from '../scripts/bench-plans/stock.ts'
import { keptTables, modules } from '../src/modules.ts'
import { registerDatabase } from './register-database.ts'

const size = { plans: 1, items: 9, reports: 14, periods: 4 }

describe('what the bench of plans fills a database with', () => {
  let db: Db
  let invented: InventedPlan
  let filled: string

  before(async () => {
    db = await registerDatabase()
    invented = smallest(inventedPlans(size, readVocabulary(), await citedRecords(db)))
    ;[filled = ''] = await fillPlans(db, [invented])
  })

  test('is what the commands leave that people use', async () => {
    const lived = await live(db, invented)
    const state = await stateOf(db, lived)
    for (const [table, rows] of Object.entries(await stateOf(db, filled)))
      assert.deepEqual({ table, rows }, { table, rows: state[table] })
  })

  test('stands where its whole progress says, though less is read', async () => {
    const [plan] = await plansWhere(db, sql`p.id = ${filled}`)
    assert.ok(plan)
    for (const day of ['2026-05-01', '2026-11-22', '2027-06-01']) {
      const now = new Date(`${day}T12:00:00Z`)
      const whole = await planProgress(db, plan, now)
      const shown = whole.periods.slice(1, 3)
      const { latest, rolled, cells } = await planStanding(db, plan, now, { shown })
      assert.deepEqual({ latest, rolled }, { latest: whole.latest, rolled: whole.rolled })
      const ofShown = (all: typeof cells) => [...all].map(([item, row]) => [item, row.slice(1, 3)])
      assert.deepEqual(ofShown(cells), ofShown(whole.cells))
    }
  })

  test('has its lines of history, which account for every version of every row', async () => {
    const digests = Object.assign({}, ...modules.map((module) => module.digests ?? {})) as Parameters<
      typeof verifyHistory
    >[1]
    assert.deepEqual((await verifyHistory(db, digests, { kept: keptTables() })).faults, [])
  })
})

/** With a report in each state. */
function smallest([plan]: InventedPlan[]): InventedPlan {
  if (plan === undefined) throw new Error('there is no plan')
  const states = ['accepted', 'submitted', 'returned'] as const
  return {
    ...plan,
    comments: plan.comments.slice(0, 2),
    reports: plan.reports
      .slice(0, 6)
      .map((report, place) => ({ ...report, state: states[place % 3] ?? 'accepted' })),
  }
}

/** The same plan, each thing by its own command. */
async function live(db: Db, plan: InventedPlan): Promise<string> {
  const at = momentsOf(plan)
  const id = await start(db, plan)
  const { items, indicators } = await liveItems(db, id, plan)
  await step(db, id, 'consult', at.opened, { commentsUntil: at.until })
  await liveComments(db, id, plan, items)
  for (const name of ['coordinate', 'present', 'put-in-force'] as const) await step(db, id, name, at.decided)
  const series = { actor: operator, at: at.decided, plan: id, step: 'quarterly', dueDays } as const
  const periods = sound(id, await addSeries(db, series)).ids
  for (const [place, indicator] of indicators)
    for (const { on, value } of plan.items[place]?.indicator?.actuals ?? []) {
      const figure = { value, numerator: null, denominator: null }
      const said = { figure, note: null, language: plan.language, evidence: [] }
      sound(id, await addActual(db, { actor: operator, at: measuredAt(on), indicator, on, ...said }))
    }
  await liveReports(db, plan, items, periods)
  return id
}

async function liveItems(db: Db, id: string, plan: InventedPlan) {
  const { language } = plan
  const by = { actor: operator, at: momentsOf(plan).written }
  const others = <Words>(words: Record<string, Words>) =>
    Object.fromEntries(languageCodes.filter((code) => code !== language).map((code) => [code, words[code]]))
  const items: string[] = []
  const indicators = new Map<number, string>()
  for (const { above, level, words, content, links } of plan.items) {
    const parent = above === null ? null : (items[above] ?? null)
    const said = { language, words: words[language], alsoIn: others(words) as {} }
    const made = sound(id, await addItem(db, { ...by, plan: id, parent, level, ...said, content }))
    if (links.length > 0) await linkItem(db, { ...by, id: made.id, revision: 1, links })
    items.push(made.id)
  }
  for (const [place, { indicator }] of plan.items.entries()) {
    if (indicator === null) continue
    const { words, content } = indicator
    const said = { language, words: words[language], alsoIn: others(words) as {} }
    const made = sound(id, await addIndicator(db, { ...by, item: items[place] ?? '', ...said, content }))
    indicators.set(place, made.id)
  }
  return { items, indicators }
}

async function liveComments(db: Db, id: string, plan: InventedPlan, items: readonly string[]) {
  const { language } = plan
  const at = momentsOf(plan)
  for (const { author, item, text, disposition, reply } of plan.comments) {
    const actor = { person: author, id: author, name: null, standings: [] }
    const of = { plan: id, item: item === null ? null : (items[item] ?? null), organization: null }
    const made = await makeComment(db, { actor, at: at.commented, ...of, named: false, language, text })
    const comment = sound(id, made).id
    await disposeComment(db, { actor: operator, at: at.disposed, id: comment, disposition, language, reply })
  }
}

async function liveReports(db: Db, plan: InventedPlan, items: readonly string[], periods: readonly string[]) {
  const { language } = plan
  for (const report of plan.reports) {
    const at = reportedAt(plan, report)
    const { rating, percentDone, achieved, obstacles, reviewerRating } = report
    const written = await writeReport(db, {
      ...{ actor: operator, at: at.written, language },
      ...{ item: items[report.item] ?? '', period: periods[report.period] ?? '' },
      words: { achieved, obstacles },
      content: { rating, percentDone, evidence: [] },
    })
    const { id } = sound('report', written).report
    await submitReport(db, { actor: operator, at: at.sent, id, revision: undefined })
    const review = { actor: operator, at: at.reviewed, id, revision: undefined }
    if (report.state === 'accepted') await acceptReport(db, { ...review, rating: reviewerRating })
    if (report.state === 'returned') await sendReportBack(db, { ...review, reason: sentBackBecause })
  }
}

/** All rows of a plan in the order of what they say, each id by what it stands for. */
async function stateOf(db: Db, plan: string): Promise<Record<string, unknown>> {
  const { rows: ids } = await sql<{ id: string; called: string }>`
    select id, 'item ' || code as called from plan_items where plan = ${plan}
    union all select d.id, 'period ' || d.starts_on from plan_periods d where d.plan = ${plan}
    union all select n.id, 'indicator ' || i.code from plan_indicators n join plan_items i on i.id = n.item where n.plan = ${plan}
    union all select r.id, 'report ' || i.code || ' ' || d.starts_on from plan_reports r
      join plan_items i on i.id = r.item join plan_periods d on d.id = r.period where r.plan = ${plan}
    union all select c.id, 'comment ' || t.source from plan_comments c
      join text_segments t on t.kind = 'plan-comment' and t.id = c.id and t.field = 'text' and t.place = 0 where c.plan = ${plan}
    union all select a.id, 'actual ' || a.measured_on || i.code from plan_actuals a join plan_indicators n on n.id = a.indicator
      join plan_items i on i.id = n.item where n.plan = ${plan}
    union all select ${plan}, 'plan'`.execute(db)
  // The digest of an edition follows from its content, with the ids that stand there.
  const named = (written: string) =>
    ids.reduce((text, { id, called }) => text.replaceAll(id, called), written).replace(/"digest": "\w+"/, '')
  const state: Record<string, unknown> = {
    content: JSON.parse(named(JSON.stringify(await planContent(db, plan)))),
  }
  for (const [table, where] of tables) {
    const of = table.startsWith('text')
      ? sql`x.id = any(${ids.map(({ id }) => id)}::text[])`
      : sql`${sql.raw(where)} = ${plan}`
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(x)::text as row from ${sql.table(table)} x where ${of}`.execute(db)
    state[table] = rows.map(({ row }) => named(row)).toSorted()
  }
  return state
}

const ofItem = '(select i.plan from plan_items i where i.id = x.item)'
const tables = [
  ['plans', 'x.id'],
  ['plan_parties', 'x.plan'],
  ['plan_items', 'x.plan'],
  ['plan_item_codes', ofItem],
  ['plan_item_links', ofItem],
  ['plan_editions', 'x.plan'],
  ['plan_comments', 'x.plan'],
  ['plan_indicators', 'x.plan'],
  ['plan_actuals', '(select n.plan from plan_indicators n where n.id = x.indicator)'],
  ['plan_periods', 'x.plan'],
  ['plan_reports', 'x.plan'],
  ...['texts', 'text_segments', 'text_translations', 'text_languages'].map((name) => [name, ''] as const),
] as const
