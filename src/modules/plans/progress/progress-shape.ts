import { z } from 'zod'
import { saidOf } from '#modules/activities/index.ts'
import { may } from '#platform/access/rights.ts'
import { coded, codedShape, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemRead } from '../item-queries.ts'
import { depthsOf } from '../item.ts'
import type { PlanRead } from '../plan-queries.ts'
import type { Plan } from '../plan.ts'
import { periodRights } from './period-rights.ts'
import { dayIn, periodState, periodStates, periodThing, type Period } from './period.ts'
import type { PlanProgress, ProgressCell } from './progress-queries.ts'
import { isBetween, reportRights } from './report-rights.ts'
import { isReportedPlan, ratings, reportStates, reportThing, type ReportState } from './report.ts'
import { leavesOf, markOf, marks, shareDone, type RollUp } from './roll-up.ts'
import { standings } from './standing.ts'
import { markKeys, periodStateKeys, ratingKeys, standingKeys } from './words.ts'

const count = z.int().nonnegative()
const countsOf = <const Names extends readonly string[]>(names: Names) =>
  z.object(Object.fromEntries(names.map((name) => [name, count])) as Record<Names[number], typeof count>)

/** What the leaves of a plan, or of what stands below an item, add up to. */
export const rollUpShape = z.object({
  leaves: count,
  byMark: countsOf(marks),
  byRating: countsOf(ratings),
  byStanding: countsOf(standings),
  shareDone: z.number(),
  weakest: codedShape(marks).nullable(),
  /** First day of the latest period that some leaf has. */
  latest: z.iso.date().nullable(),
})

export type RollUpRecord = z.infer<typeof rollUpShape>

export const periodShape = z.object({
  id: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  dueOn: z.iso.date(),
  state: codedShape(periodStates),
})

export type PeriodRecord = z.infer<typeof periodShape>

const cellShape = z.object({
  period: z.string(),
  standing: codedShape(standings),
  /** Of an accepted report. */
  authorRating: codedShape(ratings).nullable(),
  reviewerRating: codedShape(ratings).nullable(),
  percentDone: count.nullable(),
  /** For those who may read it. */
  report: z.string().nullable(),
  /** Whether the reader can write it now. */
  mayWrite: z.boolean(),
})

export type CellRecord = z.infer<typeof cellShape>

export const progressShape = z.object({
  plan: z.object({ id: z.string(), title: saidShape }),
  rollUp: rollUpShape,
  /** The periods that are shown, the earliest first. */
  periods: z.array(periodShape),
  allPeriods: z.array(periodShape.extend({ may: z.array(z.enum(['edit', 'remove', 'lock', 'unlock'])) })),
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      title: saidShape,
      depth: count,
      parent: z.string().nullable(),
      isLeaf: z.boolean(),
      mark: codedShape(marks).nullable(),
      rollUp: rollUpShape,
      cells: z.array(cellShape),
    }),
  ),
  mayMakePeriods: z.boolean(),
})

export type ProgressRecord = z.infer<typeof progressShape>

export type ProgressSubject = PlanRead & { progress: PlanProgress; items: ItemRead[]; shown: Period[] }

export function progressRecord(visit: Visit, subject: ProgressSubject): ProgressRecord {
  const { plan, words, progress, items, shown } = subject
  const today = dayIn(plan.zone, visit.now)
  const leaves = new Set(leavesOf(progress.items).map(({ id }) => id))
  const depths = depthsOf(progress.items)
  const shownNow = shownTo(visit, plan, shown)
  const isActive = (id: string) => progress.rolled.items.has(id)
  return {
    plan: { id: plan.id, title: saidOf(words.title, plan.language) },
    rollUp: rollUpRecord(visit, progress.rolled.plan),
    periods: shown.map((period) => periodRecord(visit, period, today)),
    allPeriods: progress.periods.map((period) => ({
      ...periodRecord(visit, period, today),
      may: periodActs.filter((act) =>
        may(periodRights, act, visit.actor, periodThing(plan, periodState(period, today))),
      ),
    })),
    items: items
      .filter(({ item }) => isActive(item.id))
      .map(({ item, words: said }) => {
        const latest = progress.latest.get(item.id)
        const rolled = progress.rolled.items.get(item.id) ?? progress.rolled.plan
        const mark = leaves.has(item.id) && latest ? markOf(latest) : rolled.weakest
        return {
          ...{ id: item.id, code: item.code, title: saidOf(said.title, item.language) },
          ...{ depth: depths.get(item.id) ?? 0, parent: item.parent, isLeaf: leaves.has(item.id) },
          mark: mark === null ? null : coded(visit, mark, markKeys),
          rollUp: rollUpRecord(visit, rolled),
          cells: cellsOf(visit, progress.cells.get(item.id) ?? [], shownNow),
        }
      }),
    mayMakePeriods:
      plan.state !== 'superseded' && may(periodRights, 'make', visit.actor, periodThing(plan, 'open')),
  }
}

const periodActs = ['edit', 'lock', 'unlock', 'remove'] as const

/** What is the same for all cells: there are hundreds of them. */
type Shown = {
  shown: readonly Period[]
  today: string
  isReported: boolean
  mayRead: boolean
  mayWrite: ReadonlySet<ReportState>
}

const shownTo = (visit: Visit, plan: Plan, shown: readonly Period[]): Shown => ({
  shown,
  today: dayIn(plan.zone, visit.now),
  isReported: isReportedPlan(plan),
  mayRead: isBetween(visit.actor, plan),
  mayWrite: new Set(
    reportStates.filter((state) => may(reportRights, 'write', visit.actor, reportThing(plan, { state }))),
  ),
})

function cellsOf(
  visit: Visit,
  cells: readonly ProgressCell[],
  { shown, today, isReported, mayRead, mayWrite }: Shown,
): CellRecord[] {
  return cells.flatMap((cell) => {
    const period = shown.find(({ id }) => id === cell.period)
    if (period === undefined) return []
    const isOpen = isReported && periodState(period, today) === 'open'
    return [
      {
        period: cell.period,
        standing: coded(visit, cell.standing, standingKeys),
        authorRating: cell.authorRating === null ? null : coded(visit, cell.authorRating, ratingKeys),
        reviewerRating: cell.reviewerRating === null ? null : coded(visit, cell.reviewerRating, ratingKeys),
        percentDone: cell.percentDone,
        report: mayRead || cell.state === 'accepted' ? cell.report : null,
        mayWrite:
          isOpen && (cell.isAsked || cell.report !== null) && mayWrite.has(cell.state ?? reportStates[0]),
      },
    ]
  })
}

export const rollUpRecord = (visit: Visit, rolled: RollUp): RollUpRecord => ({
  ...rolled,
  shareDone: shareDone(rolled),
  weakest: rolled.weakest === null ? null : coded(visit, rolled.weakest, markKeys),
})

export const periodRecord = (visit: Visit, period: Period, today: string): PeriodRecord => ({
  ...{ id: period.id, startsOn: period.startsOn, endsOn: period.endsOn, dueOn: period.dueOn },
  state: coded(visit, periodState(period, today), periodStateKeys),
})
