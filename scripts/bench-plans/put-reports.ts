import { plusDays } from '#modules/plans/progress/period.ts'
import { reportFields } from '#modules/plans/progress/report.ts'
import { operator } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { newShortId } from '#platform/short-id.ts'
import type { InventedPlan } from './invented-plans.ts'
import { periodsOf, type InventedReport } from './invented-reports.ts'
import { inParts, putWords } from './put.ts'

type Filled = { plan: InventedPlan; id: string; items: readonly string[]; periods: readonly string[] }

/** Reports as they are when they were sent, sent back or accepted. */
export async function putReports(tx: Tx, { plan, id, items, periods }: Filled): Promise<void> {
  const { language } = plan
  const made = plan.reports.map((report) => ({ report, id: newShortId(), at: reportedAt(plan, report) }))
  await inParts(made, (some) =>
    tx
      .insertInto('plan_reports')
      .values(
        some.map(({ report, id: own, at }) => ({
          ...{ id: own, plan: id, item: items[report.item] ?? '', period: periods[report.period] ?? '' },
          ...{ state: report.state, language, author: operator.id, author_rating: report.rating },
          ...{
            percent_done: report.percentDone,
            evidence: '[]',
            submitted_at: at.sent,
            created_at: at.written,
          },
          ...reviewOf(report, at),
        })),
      )
      .execute(),
  )
  for (const [moment, some] of Map.groupBy(made, ({ at }) => at.written.getTime()))
    await putWords(
      tx,
      some.flatMap(({ report, id: own }) =>
        reportFields.map((field) => ({
          ...{ kind: 'plan-report', id: own, field, language, text: report[field] },
          visibility: report.state === 'accepted' ? ('public' as const) : ('secretariat' as const),
        })),
      ),
      new Date(moment),
    )
}

export const sentBackBecause = 'More is asked for.'

function reviewOf({ state, reviewerRating }: InventedReport, { sent, reviewed }: ReportMoments) {
  const isReviewed = state !== 'submitted'
  return {
    reviewer_rating: state === 'accepted' ? reviewerRating : null,
    reviewed_at: isReviewed ? reviewed : null,
    reviewed_by: isReviewed ? operator.id : null,
    returned_because: state === 'returned' ? sentBackBecause : null,
    revision: isReviewed ? 3 : 2,
    updated_at: isReviewed ? reviewed : sent,
  }
}

type ReportMoments = { written: Date; sent: Date; reviewed: Date }

/** Written five days after the period, sent on the same day or late, reviewed after a while. */
export function reportedAt(
  { startsOn, endsOn }: InventedPlan,
  { item, period }: InventedReport,
): ReportMoments {
  const day = periodsOf(startsOn, endsOn)[period]?.endsOn ?? endsOn
  const after = (days: number) => new Date(`${plusDays(day, days)}T09:00:00Z`)
  return { written: after(5), sent: after(item % 7 === 0 ? 40 : 5), reviewed: after(45) }
}
