import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../activity-rights.ts'
import { activityCodes } from '../codes-queries.ts'
import { activityPaths } from '../paths.ts'
import { moderatorFigures, waitingFigures, weekFigures } from './figure-queries.ts'
import { figureShape, moderatorRecord, waitingRecord, weekRecord, type FigureRecord } from './figure-shape.ts'
import { figuresPage } from './pages/figures-page.ts'

/** How much waits, how long, and what was decided: a fixed number of questions. */
export const figureRoutes = (site: Site): void =>
  site.list({
    path: activityPaths.figures,
    name: 'moderation-figures',
    summary:
      'Workload of the secretariat: what waits now, what was received and decided in each of twelve weeks, and by whom in 30 days.',
    query: z.strictObject({}),
    row: figureShape,
    read,
    page: figuresPage,
    columns,
  })

const weeksShown = 12
const day = 86_400_000

async function read(visit: Visit): Promise<Listing<FigureRecord>> {
  const { db, actor, now } = visit
  permit(activityRights, 'moderate', actor, { state: 'submitted' })
  const codes = await activityCodes(db, dayOf(now))
  const mondays = mondaysBefore(now)
  const weeks = await weekFigures(db, mondays[0] ?? now)
  const moderators = await moderatorFigures(db, new Date(now.getTime() - 30 * day))
  const rows = [
    ...(await waitingFigures(db, now)).map((figure) => waitingRecord(visit, codes, figure)),
    ...mondays.map(dayOf).map((week) => weekRecord(weeks.find((one) => one.week === week) ?? quiet(week))),
    ...moderators.map((figure) => moderatorRecord(visit, figure)),
  ]
  return { rows, total: rows.length, next: null }
}

const quiet = (week: string) => ({ week, received: 0, published: 0, returned: 0, medianDays: null })

/** The Mondays with which the last weeks began, the present one last. */
function mondaysBefore(now: Date): Date[] {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  const monday = today - ((now.getUTCDay() + 6) % 7) * day
  return Array.from(
    { length: weeksShown },
    (_, place) => new Date(monday - (weeksShown - 1 - place) * 7 * day),
  )
}

const columns: Column<FigureRecord>[] = [
  { name: 'by', value: (row) => row.by },
  { name: 'value', value: (row) => row.value },
  { name: 'label', value: (row) => row.label },
  { name: 'waiting', value: (row) => row.waiting },
  { name: 'oldest_days', value: (row) => row.oldestDays },
  { name: 'median_days', value: (row) => row.medianDays },
  { name: 'received', value: (row) => row.received },
  { name: 'published', value: (row) => row.published },
  { name: 'returned', value: (row) => row.returned },
  { name: 'approved', value: (row) => row.approved },
]
