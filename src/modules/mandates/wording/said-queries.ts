import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { translationsFor, uncheckedIn, withTranslations, type Translations } from '#platform/texts/texts.ts'
import type { ReportRow } from '../keeping/duty-page.ts'
import type { Plan } from '../keeping/owner.ts'
import { milestoneField } from './text-kinds.ts'

/** The present plan and the reports of a duty with what translators have added; earlier plans stay as they were written. */
export async function translated(
  db: Db,
  duty: string,
  { plans, reports }: { plans: Plan[]; reports: ReportRow[] },
): Promise<{ plans: Plan[]; reports: ReportRow[] }> {
  const found = await translationsFor(db, [
    { kind: 'plan', id: duty },
    ...reports.map(({ id }) => ({ kind: 'duty-report', id })),
  ])
  const [present, ...earlier] = plans
  return {
    plans: present ? [inAll(present, found('plan', duty)), ...earlier] : [],
    reports: reports.map((one) => ({ ...one, ...joined(one.text, found('duty-report', one.id), 'text') })),
  }
}

const inAll = (plan: Plan, translations: Translations): Plan => ({
  ...plan,
  ...joined(plan.text, translations, 'text'),
  milestones: plan.milestones.map(({ day, text }, place) => ({
    day,
    ...joined(text, translations, milestoneField(place)),
  })),
})

const joined = (own: Translated, translations: Translations, field: string) => ({
  text: withTranslations(own, translations, field),
  unchecked: uncheckedIn(own, translations, field),
})
