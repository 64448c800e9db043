import { z } from 'zod'
import { scopeNames } from '#modules/accounts/index.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { code } from '#platform/web/list-parameters.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planRead } from '../plan-queries.ts'
import { planReader } from '../reader-queries.ts'
import { rowPlace } from '../row-place.ts'
import { refuseUnknownFilters } from '../unknown-filters.ts'
import { boardOrders, ended, type BoardOrder } from './board.ts'
import { sortingOf } from './board-sorting.ts'
import { standingShown } from '../progress/kept-standing-queries.ts'
import { dayIn } from '../progress/period.ts'
import { deadlineCalendar } from './deadline-calendar.ts'
import { drawingPaths } from './drawing-paths.ts'
import { dueItems, scheduledItems, type LedItem } from './drawing-queries.ts'
import {
  boardShape,
  drawnItem,
  placedItem,
  planOf,
  timelineRecord,
  timelineShape,
  type BoardRecord,
  type BodyNames,
  type Drawn,
  type TimelineRecord,
} from './drawing-shape.ts'
import { boardPage } from './pages/board-page.ts'
import { timelinePage } from './pages/timeline-page.ts'
import { timelineFile } from './timeline-picture.ts'

/** Timeline, board and calendar feeds. */
export function drawingRoutes(site: Site): void {
  site.record({
    path: drawingPaths.timeline(':plan'),
    name: 'plan-timeline',
    summary:
      'The items of a plan with their starts and deadlines, by quarter; also as a picture and as a calendar.',
    query: z.strictObject({ after: rowPlace.optional() }),
    read: readTimeline,
    shape: timelineShape,
    page: timelinePage,
    forms: {
      '.svg': {
        type: 'image/svg+xml',
        write: ({ t }, timeline) => timelineFile(t, timeline),
      },
      '.ics': {
        type: 'text/calendar',
        write: (visit, { plan, items }) =>
          deadlineCalendar(visit, plan.title.text, drawingPaths.timeline(plan.id), items),
      },
    },
  })
  site.record({
    path: drawingPaths.board(':plan'),
    name: 'plan-board',
    summary: 'The items of a plan in columns, by deadline or by how the work on them was rated last.',
    query: z.strictObject({ by: z.enum(boardOrders).optional(), after: rowPlace.optional() }),
    read: (visit, parameters, { by = 'deadline' }) => readBoard(visit, parameters, by),
    shape: boardShape,
    page: boardPage,
  })
  site.file({
    path: `${drawingPaths.deadlines}.ics`,
    name: 'plan-deadlines',
    summary:
      'Deadlines of all plans that have not ended, of one unit or of one action line, as iCalendar events.',
    query: z.strictObject({ unit: code.optional(), 'action-line': code.optional() }),
    type: 'text/calendar',
    write: async (visit, asked) => {
      refuseUnknownFilters(await planReader(visit), asked)
      const { unit, 'action-line': line } = asked
      const items = await dueItems(visit.db, visit.actor, { unit, line }, visit.language)
      const names = await namesOf(visit.db, items)
      const drawn = items.map(({ plan, ...read }) => drawnItem(visit, plan, read, names))
      return deadlineCalendar(visit, visit.t('timeline.calendar'), '/plans', drawn)
    },
  })
}

async function readTimeline(visit: Visit, { plan = '' }: PathParameters): Promise<TimelineRecord | null> {
  const found = await drawnPlan(visit, plan)
  return found && timelineRecord(visit, found)
}

async function readBoard(
  visit: Visit,
  { plan: id = '' }: PathParameters,
  order: BoardOrder,
): Promise<BoardRecord | null> {
  const found = await drawnPlan(visit, id)
  if (found === null) return null
  const { plan, items } = found
  const rule = await sortingOf(visit, plan, order)
  const drawn = items.map((read) => placedItem(visit, found, read))
  const placed = Map.groupBy(drawn, (item) =>
    item.state.code === 'active' ? rule.columnOf({ ...item, deadlineOn: item.deadline?.on ?? null }) : ended,
  )
  const column = (key: string, label: string) => ({ key, label, items: placed.get(key) ?? [] })
  return {
    plan: planOf(found),
    today: dayIn(plan.zone, visit.now),
    by: order,
    columns: [
      ...rule.columns
        .filter((key) => key !== 'done' || order === 'rating' || placed.has(key))
        .map((key) => column(key, rule.labelOf(key))),
      ...(placed.has(ended) ? [column(ended, visit.t('board.ended'))] : []),
    ],
  }
}

async function drawnPlan(visit: Visit, id: string): Promise<Drawn | null> {
  const { db, actor, language } = visit
  const found = await planRead(db, actor, id, language)
  if (found === null) return null
  const items = await scheduledItems(visit, found.plan)
  const names = await namesOf(db, items)
  const { rolled } = await standingShown(visit, found.plan)
  const done = [...rolled.items].flatMap(([item, { weakest }]) => (weakest === 'done' ? [item] : []))
  return { ...found, items, names, done: new Set(done) }
}

async function namesOf(db: Db, items: readonly LedItem[]): Promise<BodyNames> {
  const bodies = [...new Set(items.map(({ lead }): Scope => `body:${lead}`))]
  const names = await scopeNames(db, bodies)
  return new Map([...names].map(([scope, name]) => [scope.slice('body:'.length), name]))
}
