import { z } from 'zod'
import { saidOf } from '#modules/activities/index.ts'
import { dateRange } from '#platform/ui/format.ts'
import { textsOf } from '#platform/texts/texts.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import { coded, codedShape, saidShape } from '#platform/web/shapes.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import { planZone } from '../plan.ts'
import { waitingPage } from './pages/waiting-page.ts'
import { dayIn } from './period.ts'
import { standings } from './standing.ts'
import { waitingReports, waitings } from './waiting-queries.ts'
import { standingKeys } from './words.ts'

const query = z.strictObject({
  waits: z.enum(waitings).optional(),
  standing: z.enum(standings).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

const rowShape = z.object({
  plan: z.object({ id: z.string(), title: saidShape }),
  item: z.object({ id: z.string(), code: z.string(), title: saidShape }),
  period: z.object({ id: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date() }),
  dueOn: z.iso.date(),
  standing: codedShape(standings),
  report: z.string().nullable(),
  /** Where one goes on. */
  path: z.string(),
})

export type WaitingRecord = z.infer<typeof rowShape>

/** Reports that wait for the reader: to be written, or to be reviewed. */
export const waitingRoutes = (site: Site): void =>
  site.list({
    path: planPaths.reports,
    name: 'waiting-plan-reports',
    summary:
      'Progress reports of plans that wait for the reader, the longest due first: to be written by those who lead a plan, or to be reviewed. Nobody else is waited for.',
    query,
    row: rowShape,
    read,
    page: waitingPage,
    columns,
  })

/** As many as somebody writes or reviews at a time. */
const usualWaiting = 15

/** The same list as long as nothing has changed: whoever works it off goes back and forth. */
const read = (visit: Visit, asked: z.infer<typeof query>): Promise<Listing<WaitingRecord>> => {
  const { db, actor, language, now } = visit
  const reader = [actor.person, actor.standings, language, dayIn(planZone, now)]
  return whileUnchanged(db, JSON.stringify(['waiting-plan-reports', reader, asked]), () =>
    readAnew(visit, asked),
  )
}

async function readAnew(
  visit: Visit,
  { waits = 'write', standing, after, limit: most }: z.infer<typeof query>,
): Promise<Listing<WaitingRecord>> {
  const { db, actor, language, now } = visit
  const limit = limitOf({ limit: most === undefined ? usualWaiting : Number(most) })
  const skip = await refusingCursor((async () => readCursor(after, ['place'])?.[0] ?? 0)())
  const { rows, total } = await waitingReports(db, actor, now, { waits, standing, limit, skip })
  const texts = await textsOf(
    db,
    rows.flatMap(({ plan, item }) => [
      { kind: 'plan-header', id: plan },
      { kind: 'plan-item', id: item },
    ]),
    language,
  )
  const titleOf = (kind: string, id: string) => saidOf(texts.get(kind, id)['title'] ?? id, language)
  return {
    rows: rows.map((row) => ({
      plan: { id: row.plan, title: titleOf('plan-header', row.plan) },
      item: { id: row.item, code: row.code, title: titleOf('plan-item', row.item) },
      period: { id: row.period, startsOn: row.startsOn, endsOn: row.endsOn },
      dueOn: row.dueOn,
      standing: coded(visit, row.standing, standingKeys),
      report: row.report,
      path:
        waits === 'review' && row.report !== null
          ? planPaths.report(row.report)
          : planPaths.writeReport(row.item, row.period),
    })),
    total,
    next: skip + rows.length < total ? writeCursor([skip + rows.length]) : null,
  }
}

const columns: Column<WaitingRecord>[] = [
  { name: 'plan', value: (row) => row.plan.id },
  { name: 'plan_title', value: (row) => row.plan.title.text },
  { name: 'item', value: (row) => row.item.id },
  { name: 'code', value: (row) => row.item.code },
  { name: 'title', value: (row) => row.item.title.text },
  {
    name: 'period',
    value: (row, { language }) => dateRange(language, row.period.startsOn, row.period.endsOn),
  },
  { name: 'due', value: (row) => row.dueOn },
  { name: 'standing', value: (row) => row.standing.code },
  { name: 'standing_label', value: (row) => row.standing.label },
]
