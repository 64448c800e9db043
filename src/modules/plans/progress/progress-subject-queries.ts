import { sql } from 'kysely'
import type { SubjectKind } from '#platform/past/subject.ts'
import { dateRange } from '#platform/ui/format.ts'
import { indicatorTitles } from '../indicators/indicator-queries.ts'
import { planPaths } from '../paths.ts'
import { isInsider, plansSeenBy, planTitles } from '../plan-queries.ts'
import { periodsWhere } from './period-queries.ts'
import { reportTitles } from './report-queries.ts'
import { seenSince } from '../subject-queries.ts'
import './tables.ts'

/** How the history tells of indicators, periods and reports. */
export const progressSubjects: SubjectKind[] = [
  {
    kind: 'plan-indicator',
    noun: 'plan-indicator',
    seenBy: (actor) =>
      seenSince(actor, sql`p.id = (select n.plan from plan_indicators n where n.id = h.subject_id)`),
    named: async ({ db, actor, language }, ids) =>
      new Map(
        [...(await indicatorTitles(db, actor, ids, language))].map(([id, { text }]) => [
          id,
          { label: text, path: planPaths.indicator(id) },
        ]),
      ),
  },
  {
    kind: 'plan-period',
    noun: 'plan-period',
    seenBy: (actor) =>
      seenSince(actor, sql`p.id = (select d.plan from plan_periods d where d.id = h.subject_id)`),
    named: async ({ db, actor, language }, ids) => {
      const periods = await periodsWhere(db, sql`d.id = any(${[...ids]}::text[])`)
      const plans = await planTitles(db, actor, [...new Set(periods.map(({ plan }) => plan))], language)
      return new Map(
        periods.flatMap(({ id, plan, startsOn, endsOn }) => {
          const title = plans.get(plan)?.text
          if (title === undefined) return []
          const label = `${title}: ${dateRange(language, startsOn, endsOn)}`
          return [[id, { label, path: planPaths.progress(plan) }]]
        }),
      )
    },
  },
  {
    kind: 'plan-report',
    noun: 'plan-report',
    // What went to and fro before a report was accepted is between its authors and its reviewers.
    seenBy: (actor) => sql`exists (
      select from plan_reports r join plans p on p.id = r.plan
      where r.id = h.subject_id and ${plansSeenBy(actor)}
        and (${isInsider(actor)} or (r.state = 'accepted' and h.at >= r.reviewed_at)))`,
    named: async ({ db, actor, language }, ids) =>
      new Map(
        [...(await reportTitles(db, actor, ids, language))].map(([id, { code, title, period }]) => [
          id,
          {
            label: `${code} ${title?.text ?? ''}: ${dateRange(language, period.startsOn, period.endsOn)}`,
            path: planPaths.report(id),
          },
        ]),
      ),
  },
]
