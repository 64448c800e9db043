import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { operator } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyHistory, type Digest } from '#platform/history.ts'
import {
  acceptedReport,
  draftReport,
  newIndicator,
  newPeriod,
  runningPlan,
  share,
} from '../../../../test/progress-samples.ts'
import { newItem, newPlan, planMoment, planWithItems, takeSteps } from '../../../../test/plan-samples.ts'
import { registerDatabase } from '../../../../test/register-database.ts'
import { person } from '../../../../test/test-site.ts'
import { keptTables, modules } from '../../../modules.ts'
import { splitItem } from '../adjustment-commands.ts'
import { addActual, correctActual } from '../indicators/actual-commands.ts'
import { actualsOf, indicatorsOfPlan } from '../indicators/indicator-queries.ts'
import { startNextPlan } from '../next-commands.ts'
import { plansWhere } from '../plan-queries.ts'
import { addSeries, takePeriodStep } from './period-commands.ts'
import { planProgress } from './progress-queries.ts'
import { acceptReport, sendReportBack, submitReport } from './report-commands.ts'
import { standingsOf } from './open-report-queries.ts'
import { waitingReports } from './waiting-queries.ts'

const on = (day: string) => new Date(`${day}T09:00:00Z`)
const by = { actor: operator, at: on('2026-11-12') }
const lead = person('lead', { role: 'facilitator', scope: 'action-line:C5' })
const verifier = person('vera', { role: 'verifier', scope: 'body:itu' })

describe('a progress report', () => {
  let db: Db
  before(async () => {
    db = await registerDatabase()
  })

  const standingAt = async (plan: string, item: string, day: string) => {
    const [found] = await plansWhere(db, sql`p.id = ${plan}`)
    assert.ok(found)
    const { cells } = await planProgress(db, found, on(day))
    return (cells.get(item) ?? []).map(({ standing }) => standing)
  }

  test('goes from its author to its reviewer and back, and keeps both ratings', async () => {
    const { plan, first, october } = await runningPlan(db)
    assert.deepEqual(await standingAt(plan, first, '2026-11-12'), ['missing', 'not-due', 'not-due'])
    const draft = await draftReport(db, { actor: lead, item: first, period: october, at: on('2026-11-12') })
    assert.deepEqual(await standingAt(plan, first, '2026-11-12'), ['missing', 'not-due', 'not-due'])

    await submitReport(db, { ...by, actor: lead, id: draft.id, revision: draft.revision })
    assert.deepEqual(await standingAt(plan, first, '2026-11-12'), ['late', 'not-due', 'not-due'])
    const asked = { at: by.at, id: draft.id, revision: undefined }
    await assert.rejects(acceptReport(db, { ...asked, actor: lead, rating: 'done' }), /refused\.role/)
    await sendReportBack(db, { ...asked, actor: verifier, reason: 'Which lamps?' })
    assert.deepEqual(await standingAt(plan, first, '2026-11-12'), ['returned', 'not-due', 'not-due'])

    await submitReport(db, { ...asked, actor: lead })
    const accepted = await acceptReport(db, { ...asked, actor: verifier, rating: 'at-risk' })
    assert.deepEqual([accepted.authorRating, accepted.reviewerRating], ['on-track', 'at-risk'])
    assert.deepEqual(await standingAt(plan, first, '2026-11-12'), ['accepted', 'not-due', 'not-due'])
    await assert.rejects(submitReport(db, { ...asked, actor: lead }), /refused\.state/)
    assert.deepEqual(await faults(), [])
  })

  test('is never reviewed by those who lead the plan, whatever else they are', async () => {
    const { first, october } = await runningPlan(db)
    const both = person(
      'both',
      { role: 'facilitator', scope: 'action-line:C5' },
      { role: 'secretariat', scope: null },
    )
    const { id } = await draftReport(db, { actor: lead, item: first, period: october })
    await submitReport(db, { ...by, actor: lead, id, revision: undefined })
    await assert.rejects(
      acceptReport(db, { ...by, actor: both, id, revision: undefined, rating: 'done' }),
      /refused\.own-work/,
    )
  })

  test('is not taken by a locked period, which opens again with a reason', async () => {
    const { plan, first, second, october } = await runningPlan(db)
    const sent = await draftReport(db, { item: first, period: october })
    await takePeriodStep(db, 'lock', { ...by, id: october, revision: 1 })
    await assert.rejects(draftReport(db, { item: second, period: october }), /progress\.locked/)
    await assert.rejects(submitReport(db, { ...by, id: sent.id, revision: undefined }), /progress\.locked/)
    const [indicator = ''] = (await indicatorsOfPlan(db, plan)).map(({ id }) => id)
    const figure = { value: null, numerator: 1, denominator: 2 }
    const said = { ...by, indicator, figure, note: null, language: 'en', evidence: [] } as const
    await assert.rejects(addActual(db, { ...said, on: '2026-10-31' }), /progress\.locked/)

    const leads = { waits: 'write', limit: 50, skip: 0 } as const
    const waiting = async () =>
      (await waitingReports(db, lead, on('2026-11-12'), leads)).rows.filter((row) => row.plan === plan).length
    assert.equal(await waiting(), 0)
    await takePeriodStep(db, 'unlock', { ...by, id: october, revision: 2, reason: 'One was forgotten.' })
    assert.equal(await waiting(), 2)
    await draftReport(db, { item: second, period: october })
    const kept = await addActual(db, { ...said, on: '2026-10-31' })
    assert.ok('actual' in kept)
  })

  test('is asked for of leaves in a running plan whose period has begun, and of nothing else', async () => {
    const { outcome, first, winter } = await runningPlan(db)
    await assert.rejects(
      draftReport(db, { item: outcome, period: winter, at: on('2026-12-01') }),
      /progress\.no-leaf/,
    )
    await assert.rejects(draftReport(db, { item: first, period: winter }), /progress\.coming/)
    const draft = await planWithItems(db)
    const period = await newPeriod(db, draft.plan, ['2026-10-01', '2026-10-31', '2026-11-10'])
    await assert.rejects(draftReport(db, { item: draft.first, period }), /progress\.plan-not-running/)
  })

  test('that says an item is done is the last that is asked for; one that is missing hides what was done before', async () => {
    const { plan, first, second, october } = await runningPlan(db)
    await acceptedReport(db, { item: first, period: october, rating: 'done' })
    await acceptedReport(db, { item: second, period: october, rating: 'on-track' })
    assert.deepEqual(await standingAt(plan, first, '2027-05-15'), ['accepted', 'not-due', 'not-due'])
    assert.deepEqual(await standingAt(plan, second, '2027-05-15'), ['accepted', 'missing', 'missing'])
    const [found] = await plansWhere(db, sql`p.id = ${plan}`)
    assert.ok(found)
    const { rolled } = await planProgress(db, found, on('2027-05-15'))
    assert.deepEqual(
      [rolled.plan.byMark.done, rolled.plan.byMark.missing, rolled.plan.weakest],
      [1, 1, 'missing'],
    )
  })

  test('stands for lists over all plans as it stands for its own', async () => {
    const { plan, first, second, october, early } = await runningPlan(db)
    await acceptedReport(db, { item: first, period: october, rating: 'done' })
    await acceptedReport(db, { item: second, period: early, rating: 'at-risk', at: on('2026-12-01') })
    const late = await draftReport(db, { item: second, period: october, at: on('2026-11-12') })
    await submitReport(db, { ...by, id: late.id, revision: undefined })
    const [found] = await plansWhere(db, sql`p.id = ${plan}`)
    assert.ok(found)
    for (const day of ['2026-10-15', '2026-11-05', '2026-11-30', '2026-12-02', '2027-04-30', '2027-05-01']) {
      const { cells } = await planProgress(db, found, on(day))
      const own = [...cells.values()]
        .flat()
        .map(({ item, period, standing }) => `${item} ${period} ${standing}`)
      const { rows } = await sql<{ item: string; period: string; standing: string }>`
        with ${standingsOf(sql`p.id = ${plan}`, on(day))} select item, period, standing from stood`.execute(
        db,
      )
      assert.deepEqual(
        rows.map(({ item, period, standing }) => `${item} ${period} ${standing}`).toSorted(),
        own.toSorted(),
        day,
      )
    }
  })

  const digests = Object.assign({}, ...modules.map((one) => one.digests ?? {})) as Record<string, Digest>
  const faults = async () => (await verifyHistory(db, digests, { kept: keptTables() })).faults
})

describe('an indicator', () => {
  let db: Db
  before(async () => {
    db = await registerDatabase()
  })

  test('keeps what was said before it was corrected', async () => {
    const { indicator } = await runningPlan(db)
    const said = { ...by, note: null, language: 'en', evidence: [] } as const
    const half = { value: null, numerator: 1, denominator: 2 }
    const made = await addActual(db, { ...said, indicator, on: '2026-10-31', figure: half })
    assert.ok('actual' in made)
    const again = await addActual(db, { ...said, indicator, on: '2026-10-31', figure: half })
    assert.deepEqual('issues' in again && again.issues.map(({ key }) => key), ['indicators.measured-already'])
    const most = { value: null, numerator: 3, denominator: 4 }
    const reason = 'A lamp was counted twice.'
    await correctActual(db, { ...said, id: made.actual.id, revision: 1, figure: most, reason })
    const [actual] = await actualsOf(db, [indicator])
    assert.deepEqual([actual?.numerator, actual?.revision], [3, 2])
    assert.deepEqual(
      actual?.before.map(({ content, reason: why }) => [content.numerator, content.denominator, why]),
      [[1, 2, reason]],
    )
  })

  test('stands only at levels that are measured, and is fixed when its plan is presented', async () => {
    const theme = await newItem(db, { plan: await newPlan(db, { type: 'itu-road-map' }), level: 'theme' })
    await assert.rejects(newIndicator(db, theme), /indicators\.not-measured/)
    const { plan, outcome } = await planWithItems(db)
    await newIndicator(db, outcome, { content: { ...share, baseline: { state: 'none' } } })
    assert.deepEqual((await indicatorsOfPlan(db, plan))[0]?.baseline, { state: 'none' })
    await takeSteps(db, plan, ['consult', 'coordinate', 'present'])
    await assert.rejects(newIndicator(db, outcome), /refused\.state/)
  })

  test('is carried into the next plan with its lineage, handed on when its item is split, and frozen in editions', async () => {
    const { plan, outcome, first, indicator } = await runningPlan(db)
    const edition = await db
      .selectFrom('plan_editions')
      .select('content')
      .where('plan', '=', plan)
      .orderBy('number', 'desc')
      .executeTakeFirst()
    const kept = edition?.content.items.find(({ id }) => id === outcome)?.indicators[0]
    assert.deepEqual([kept?.id, kept?.words.en?.name?.text], [indicator, 'Share of tested lamps'])
    const next = await startNextPlan(db, {
      ...{ actor: operator, at: planMoment, id: plan, startsOn: '2028-01-01', endsOn: '2028-12-31' },
      items: [first],
    })
    assert.ok('id' in next)
    const [carried] = await indicatorsOfPlan(db, next.id)
    assert.deepEqual([carried?.lineage, carried?.carriedFrom], [indicator, indicator])

    const parts = await splitItem(db, {
      ...by,
      id: outcome,
      revision: 1,
      reason: 'Two.',
      titles: ['Fewer', 'Better'],
    })
    assert.ok('ids' in parts)
    assert.equal((await indicatorsOfPlan(db, plan))[0]?.item, parts.ids[0])
  })

  test('is measured for periods that a series makes over the whole plan', async () => {
    const { plan } = await planWithItems(db, { startsOn: '2026-01-01', endsOn: '2027-12-31' })
    const made = await addSeries(db, { ...by, plan, step: 'quarterly', dueDays: 30 })
    assert.equal('ids' in made && made.ids.length, 8)
    const again = await addSeries(db, { ...by, plan, step: 'yearly', dueDays: 30 })
    assert.deepEqual('issues' in again && again.issues.map(({ key }) => key), ['progress.no-room'])
  })
})
