import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { itemsOf } from '../item-queries.ts'
import type { Item } from '../item.ts'
import type { Plan } from '../plan.ts'
import { periodsOf } from './period-queries.ts'
import { dayIn, type Period } from './period.ts'
import { isReportedPlan, type Rating, type ReportState } from './report.ts'
import { latestPlace, leavesOf, rollUp, type Latest, type RollUp } from './roll-up.ts'
import { isAsked, standingOf, type Standing } from './standing.ts'
import './tables.ts'

/** What stands at an item for a period. */
export type ProgressCell = {
  item: string
  period: string
  standing: Standing
  /** Id of the report, also of one that is not public. */
  report: string | null
  state: ReportState | null
  /** Both only of an accepted report. */
  authorRating: Rating | null
  reviewerRating: Rating | null
  percentDone: number | null
  /** Whether a report is asked for at all. */
  isAsked: boolean
}

export type PlanProgress = {
  periods: Period[]
  /** All items of the plan in reading order, also those that were split or dropped. */
  items: Item[]
  /** For each item on which one reports, its periods from the earliest on. */
  cells: Map<string, ProgressCell[]>
  latest: Map<string, Latest>
  rolled: { plan: RollUp; items: Map<string, RollUp> }
}

type ProgressPlan = Pick<Plan, 'id' | 'state' | 'zone'>

/** How far a plan has come: three questions, however many items and reports there are. */
export async function planProgress(db: Db, plan: ProgressPlan, now: Date): Promise<PlanProgress> {
  const reports = await sentReports(db, plan, sql`true`)
  return progressOf(plan, await itemsOf(db, plan.id), await periodsOf(db, plan.id), reports, now)
}

/** Where the items of a plan stand now. The cells are right for the periods that are shown, and for each item where it stands. */
export async function planStanding(
  db: Db,
  plan: ProgressPlan,
  now: Date,
  known: { items?: Item[]; periods?: Period[]; shown?: readonly Period[] } = {},
): Promise<PlanProgress> {
  const { items = await itemsOf(db, plan.id), periods = await periodsOf(db, plan.id), shown = [] } = known
  const reports = await sentReports(db, plan, settling(plan, shown))
  return progressOf(plan, items, periods, reports, now)
}

/**
 * Reports `r` without which nobody can tell where an item stands: those of the periods that are shown, those that say it is done, and
 * its last one. What is missing after that counts, and what was there before does not.
 */
const settling = ({ id }: ProgressPlan, shown: readonly Period[]): RawBuilder<unknown> => sql`(
  r.period = any(${shown.map((period) => period.id)}::text[])
  or (r.state = 'accepted' and r.reviewer_rating = 'done')
  or r.id in (select distinct on (l.item) l.id from plan_reports l join plan_periods d on d.id = l.period
    where l.plan = ${id} and l.state <> 'draft' order by l.item, d.starts_on desc))`

type SentReport = {
  id: string
  item: string
  period: string
  state: ReportState
  sentOn: string | null
  authorRating: Rating
  reviewerRating: Rating | null
  percentDone: number
}

async function sentReports(
  db: Db,
  { id, zone }: ProgressPlan,
  where: RawBuilder<unknown>,
): Promise<SentReport[]> {
  const found = await sql<SentReport>`
    select r.id, r.item, r.period, r.state, (r.submitted_at at time zone ${zone}::text)::date::text as "sentOn",
      r.author_rating as "authorRating", r.reviewer_rating as "reviewerRating", r.percent_done as "percentDone"
    from plan_reports r where r.plan = ${id} and ${where}`.execute(db)
  return found.rows
}

function progressOf(
  plan: Pick<Plan, 'state' | 'zone'>,
  items: Item[],
  periods: Period[],
  reports: readonly SentReport[],
  now: Date,
): PlanProgress {
  const today = dayIn(plan.zone, now)
  const byItem = Map.groupBy(reports, ({ item }) => item)
  const leaves = new Set(leavesOf(items).map(({ id }) => id))
  const cells = new Map<string, ProgressCell[]>()
  for (const item of items) {
    const own = byItem.get(item.id) ?? []
    if (!leaves.has(item.id) && own.length === 0) continue
    const of = { isReported: isReportedPlan(plan), isLeaf: leaves.has(item.id) }
    cells.set(item.id, cellsOf(item, periods, own, { ...of, today }))
  }
  const latest = new Map([...cells].map(([id, row]) => [id, latestOf(row, periods)]))
  return { periods, items, cells, latest, rolled: rollUp(items, latest) }
}

function cellsOf(
  item: Item,
  periods: readonly Period[],
  reports: readonly SentReport[],
  { isReported, isLeaf, today }: { isReported: boolean; isLeaf: boolean; today: string },
): ProgressCell[] {
  let doneBefore = false
  const byPeriod = new Map(reports.map((report) => [report.period, report]))
  return periods.map((period) => {
    const report = byPeriod.get(period.id) ?? null
    const isAccepted = report?.state === 'accepted'
    const asked = isAsked({
      ...{ isReported, isLeaf, isActive: item.state === 'active', startsOn: item.startsOn },
      periodEndsOn: period.endsOn,
      doneBefore,
    })
    doneBefore ||= isAccepted && report.reviewerRating === 'done'
    return {
      ...{ item: item.id, period: period.id },
      standing: standingOf({ period, report, isAsked: asked }, today),
      report: report?.id ?? null,
      state: report?.state ?? null,
      authorRating: isAccepted ? report.authorRating : null,
      reviewerRating: isAccepted ? report.reviewerRating : null,
      percentDone: isAccepted ? report.percentDone : null,
      isAsked: asked,
    }
  })
}

function latestOf(row: readonly ProgressCell[], periods: readonly Period[]): Latest {
  const last = row[latestPlace(row.map(({ standing }) => standing))]
  if (last === undefined) return { standing: 'not-due', rating: null, percentDone: null, period: null }
  const period = periods.find(({ id }) => id === last.period)
  return {
    standing: last.standing,
    rating: last.reviewerRating,
    percentDone: last.percentDone,
    period: period?.startsOn ?? null,
  }
}
