import { outstandingReports, planPaths } from '#modules/plans/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { tell } from './notice-commands.ts'
import { daysBefore, reminderOf, type Told } from './notice.ts'
import { peopleWith } from './people-queries.ts'

/** Reminds those who lead plans of progress reports that are due soon or missing. Returns how many notices were new. */
export async function remindOfReports(db: Db, at: Date): Promise<number> {
  const today = dayOf(at)
  const outstanding = await outstandingReports(db, at, { daysBack: 30, daysAhead: daysBefore[0] })
  const told: Told[] = []
  for (const { plan, title, period, dueOn, count, within } of outstanding) {
    const reminder = reminderOf(dueOn, today)
    if (reminder === null) continue
    const people = await peopleWith(db, ['facilitator', 'focal-point'], within, today)
    for (const person of people)
      told.push({
        person,
        kind: 'plans.reports',
        words: reminder.step === 'past' ? 'notice.plan-past' : 'notice.plan-due',
        facts: { plan: { text: title }, count, ends: { day: dueOn } },
        path: planPaths.progress(plan),
        once: `report ${period} ${reminder.step}`,
      })
  }
  return db.transaction().execute((tx) => tell(tx, told, at))
}
