import { z } from 'zod'
import { asCsv } from '#platform/export/csv.ts'
import { code } from '#platform/web/list-parameters.ts'
import { refuseUnknown } from '#platform/web/list-refusals.ts'
import type { Column, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsShown } from '../kept-plan-queries.ts'
import { planPaths } from '../paths.ts'
import { planRead } from '../plan-queries.ts'
import { rowPlace } from '../row-place.ts'
import { progressPage } from './pages/progress-page.ts'
import { dayIn, periodState, type Period } from './period.ts'
import { standingShown } from './kept-standing-queries.ts'
import { periodsOf } from './period-queries.ts'
import { progressRecord, progressShape, type CellRecord, type ProgressRecord } from './progress-shape.ts'
import { marks } from './roll-up.ts'
import { standings } from './standing.ts'

const query = z.strictObject({
  period: code.optional(),
  standing: z.enum(standings).optional(),
  mark: z.enum(marks).optional(),
  after: rowPlace.optional(),
})

/** How far a plan has come: items and periods as a grid, with what they add up to. */
export const progressRoutes = (site: Site): void =>
  site.record({
    path: planPaths.progress(':plan'),
    name: 'plan-progress',
    summary:
      'Progress of a plan: what its items add up to, and for each item and reporting period the standing of the report with the ratings of author and reviewer. What is missing stays missing: it never counts as done.',
    query,
    read,
    shape: progressShape,
    page: progressPage,
    forms: { '.csv': { type: 'text/csv; header=present', write: asTable } },
  })

async function read(
  visit: Visit,
  { plan: id = '' }: PathParameters,
  filters: z.infer<typeof query>,
): Promise<ProgressRecord | null> {
  const { db, actor, language, now } = visit
  const found = await planRead(db, actor, id, language)
  if (found === null) return null
  const read = await itemsShown(visit, id)
  const periods = await periodsOf(db, id)
  refuseUnknown([{ field: 'period', value: filters.period, valid: periods.map((one) => one.id) }])
  const shown = shownPeriods(periods, filters.period, dayIn(found.plan.zone, now))
  const items = read.map(({ item }) => item)
  const progress = await standingShown(visit, found.plan, { items, periods, shown })
  const record = progressRecord(visit, { ...found, progress, items: read, shown })
  return { ...record, items: fitting(record.items, filters) }
}

const mostShown = 6

/** The last periods that have begun; before the first has, that one; or the one that was asked for. */
function shownPeriods(periods: readonly Period[], asked: string | undefined, today: string): Period[] {
  if (asked !== undefined) return periods.filter(({ id }) => id === asked)
  const begun = periods.filter((period) => periodState(period, today) !== 'coming')
  return begun.length === 0 ? periods.slice(0, 1) : begun.slice(-mostShown)
}

/** Leaves that fit, with all above them. */
function fitting(
  items: ProgressRecord['items'],
  { standing, mark }: z.infer<typeof query>,
): ProgressRecord['items'] {
  if (standing === undefined && mark === undefined) return items
  const fits = ({ isLeaf, mark: own, cells }: ProgressRecord['items'][number]) =>
    isLeaf &&
    (mark === undefined || own?.code === mark) &&
    (standing === undefined || cells.some((cell) => cell.standing.code === standing))
  const parents = new Map(items.map(({ id, parent }) => [id, parent]))
  const kept = new Set<string>()
  for (const { id } of items.filter(fits))
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) kept.add(at)
  return items.filter(({ id }) => kept.has(id))
}

type Row = ProgressRecord['items'][number] & {
  cell: CellRecord | null
  from: string
  to: string
  due: string
}

const asTable = (visit: Visit, { items, periods }: ProgressRecord): string =>
  asCsv(
    visit,
    columns,
    items
      .filter(({ isLeaf }) => isLeaf)
      .flatMap((item): Row[] =>
        periods.map(({ id, startsOn, endsOn, dueOn }) => ({
          ...item,
          cell: item.cells.find(({ period }) => period === id) ?? null,
          ...{ from: startsOn, to: endsOn, due: dueOn },
        })),
      ),
  )

const columns: Column<Row>[] = [
  { name: 'item', value: (row) => row.id },
  { name: 'code', value: (row) => row.code },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'from', value: (row) => row.from },
  { name: 'to', value: (row) => row.to },
  { name: 'due', value: (row) => row.due },
  { name: 'standing', value: (row) => row.cell?.standing.code },
  { name: 'standing_label', value: (row) => row.cell?.standing.label },
  { name: 'author_rating', value: (row) => row.cell?.authorRating?.code },
  { name: 'reviewer_rating', value: (row) => row.cell?.reviewerRating?.code },
  { name: 'reviewer_rating_label', value: (row) => row.cell?.reviewerRating?.label },
  { name: 'percent_done', value: (row) => row.cell?.percentDone },
]
