import type { Db } from '#platform/database/tables.ts'
import type { Visit } from '#platform/web/visit.ts'
import { actualsOf, indicatorsOfItem } from '../indicators/indicator-queries.ts'
import { indicatorRow, type IndicatorRow } from '../indicators/indicator-shape.ts'
import type { ItemInPlan } from '../item-queries.ts'
import type { Item } from '../item.ts'
import type { Plan } from '../plan.ts'
import { standingShown } from './kept-standing-queries.ts'
import { rollUpRecord, type RollUpRecord } from './progress-shape.ts'
import { evidenceRead } from './evidence-link-queries.ts'
import { isReportedPlan } from './report.ts'
import { lastAcceptedReport } from './report-queries.ts'
import { reportRecord, type ReportRecord } from './report-shape.ts'

/** What the items of a plan add up to, for its page: two questions. */
export const planRollUp = async (
  visit: Visit,
  plan: Pick<Plan, 'id' | 'state' | 'zone'>,
  items: Item[],
): Promise<RollUpRecord> => rollUpRecord(visit, (await standingShown(visit, plan, { items })).rolled.plan)

/** What each of its items adds up to, in a word; none where nobody reports on the plan yet. */
export async function itemMarks(
  visit: Visit,
  plan: Pick<Plan, 'id' | 'state' | 'zone'>,
  items?: Item[],
): Promise<Map<string, RollUpRecord['weakest']>> {
  if (!isReportedPlan(plan)) return new Map()
  const { rolled } = await standingShown(visit, plan, items === undefined ? {} : { items })
  return new Map([...rolled.items].map(([id, one]) => [id, rollUpRecord(visit, one).weakest]))
}

export type ItemProgress = {
  indicators: IndicatorRow[]
  report: ReportRecord | null
  /** What it and all below it add up to; null where nobody reports on the plan yet, or the item counts no more. */
  progress: RollUpRecord | null
}

/** Indicators of an item with what was measured last, and its last accepted report: six questions and one for each kind of evidence. */
export async function itemProgress(visit: Visit, item: ItemInPlan): Promise<ItemProgress> {
  const { db, language } = visit
  const found = await indicatorsOfItem(db, item.item.id, language)
  const actuals = await actualsOf(
    db,
    found.map(({ indicator }) => indicator.id),
  )
  return {
    indicators: found.map((one) => indicatorRow(visit, one, actuals)),
    report: await lastReport(db, visit, item),
    progress: await progressOf(visit, item),
  }
}

async function progressOf(visit: Visit, { item, plan }: ItemInPlan): Promise<RollUpRecord | null> {
  if (!isReportedPlan(plan)) return null
  const rolled = (await standingShown(visit, plan)).rolled.items.get(item.id)
  return rolled === undefined ? null : rollUpRecord(visit, rolled)
}

async function lastReport(db: Db, visit: Visit, item: ItemInPlan): Promise<ReportRecord | null> {
  const last = await lastAcceptedReport(db, item.item.id, visit.language)
  if (last === null) return null
  const evidence = await evidenceRead(db, visit, last.report.evidence)
  return reportRecord(visit, { ...last, item, evidence, duties: [] })
}
