import { outstandingSections } from '#modules/reports/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { sectionFacts, writers } from './follow-reports.ts'
import { tell } from './notice-commands.ts'
import { reminderOf, type Told } from './notice.ts'
import { peopleWith } from './people-queries.ts'

/** A section is written within weeks, so that its unit is reminded a week and a day before. */
const sectionDaysBefore = [7, 1] as const

/** Reminds those who write sections of what is due soon or late, once for each day that it was due. Returns how many were new. */
export async function remindOfSections(db: Db, at: Date): Promise<number> {
  const today = dayOf(at)
  const told: Told[] = []
  for (const section of await outstandingSections(db)) {
    const reminder = reminderOf(section.dueOn, today, sectionDaysBefore)
    if (reminder === null) continue
    for (const person of await peopleWith(db, writers, section.within, today))
      told.push({
        person,
        kind: 'reports.sections',
        words: reminder.step === 'past' ? 'notice.report-section-past' : 'notice.report-section-due',
        facts: sectionFacts(section),
        path: section.path,
        once: `section ${section.id} ${section.dueOn} ${reminder.step}`,
      })
  }
  return db.transaction().execute((tx) => tell(tx, told, at))
}
