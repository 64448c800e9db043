import { sql } from 'kysely'
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

/** How far a plan has come: three questions, however many items and reports there are. */
export async function planProgress(
  db: Db,
  plan: Pick<Plan, 'id' | 'state' | 'zone'>,
  now: Date,
): Promise<PlanProgress> {
  return progressOf(
    plan,
    await itemsOf(db, plan.id),
    await periodsOf(db, plan.id),
    await sentReports(db, plan),
    now,
  )
}

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

async function sentReports(db: Db, { id, zone }: Pick<Plan, 'id' | 'zone'>): Promise<SentReport[]> {
  const found = await sql<SentReport>`
    select r.id, r.item, r.period, r.state, (r.submitted_at at time zone ${zone}::text)::date::text as "sentOn",
      r.author_rating as "authorRating", r.reviewer_rating as "reviewerRating", r.percent_done as "percentDone"
    from plan_reports r where r.plan = ${id}`.execute(db)
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
  return periods.map((period) => {
    const report = reports.find((one) => one.period === period.id) ?? null
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
