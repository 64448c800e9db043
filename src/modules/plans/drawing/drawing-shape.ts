import { z } from 'zod'
import type { Translated } from '#platform/languages.ts'
import { coded, codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { deadlineOf, itemStateKeys, itemTitle } from '../item-shape.ts'
import { itemStates } from '../item.ts'
import { titleOf } from '../plan-names.ts'
import type { PlanRead } from '../plan-queries.ts'
import type { Plan } from '../plan.ts'
import { dayIn } from '../progress/period.ts'
import { boardOrders } from './board.ts'
import type { LedItem } from './drawing-queries.ts'
import { spansOf } from './quarters.ts'

/** An item as drawings show it: when it starts and until when it is due. */
export const drawnItemShape = z.object({
  id: z.string(),
  code: z.string(),
  title: saidShape,
  state: codedShape(itemStates),
  lead: z.object({ id: z.string(), name: saidShape }),
  startsOn: z.iso.date().nullable(),
  deadline: z
    .object({ on: z.iso.date(), time: z.string().nullable(), zone: z.string(), at: z.iso.datetime() })
    .nullable(),
  /** Whether the deadline has passed, which says nothing of whether it was met. */
  isPast: z.boolean(),
})

export type DrawnItem = z.infer<typeof drawnItemShape>

const placedItemShape = drawnItemShape.extend({
  /** Whether accepted reports say that it is done, and all that stands below it. */
  isDone: z.boolean(),
})

export type PlacedItem = z.infer<typeof placedItemShape>

const planOfDrawing = z.object({
  id: z.string(),
  title: saidShape,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  zone: z.string(),
})

export const timelineShape = z.object({
  plan: planOfDrawing,
  /** The day that it is in the zone of the plan. */
  today: z.iso.date(),
  spans: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      starts: z.iso.date(),
      ends: z.iso.date(),
      holdsToday: z.boolean(),
    }),
  ),
  /** Those with a start or a deadline, in reading order. */
  items: z.array(placedItemShape),
  /** How many have neither. */
  undated: z.int().nonnegative(),
})

export type TimelineRecord = z.infer<typeof timelineShape>

export const boardShape = z.object({
  plan: planOfDrawing,
  today: z.iso.date(),
  by: z.enum(boardOrders),
  columns: z.array(z.object({ key: z.string(), label: z.string(), items: z.array(placedItemShape) })),
})

export type BoardRecord = z.infer<typeof boardShape>

/** What bodies are called, by their id. */
export type BodyNames = ReadonlyMap<string, Translated>

export function timelineRecord(visit: Visit, found: Drawn): TimelineRecord {
  const { plan, items } = found
  const today = dayIn(plan.zone, visit.now)
  const active = items.filter(({ item }) => item.state === 'active')
  const dated = active.filter(({ item }) => item.startsOn !== null || item.deadlineOn !== null)
  return {
    plan: planOf(found),
    today,
    spans: spansOf(plan.startsOn, plan.endsOn).map(({ key, year, quarter, starts, ends }) => ({
      key,
      label:
        quarter === null
          ? String(year)
          : visit.t('timeline.quarter', { quarter: String(quarter), year: String(year) }),
      starts,
      ends,
      holdsToday: today >= starts && today <= ends,
    })),
    items: dated.map((read) => placedItem(visit, found, read)),
    undated: active.length - dated.length,
  }
}

export const planOf = ({ plan, words }: PlanRead): TimelineRecord['plan'] => ({
  id: plan.id,
  title: titleOf({ plan, words }),
  startsOn: plan.startsOn,
  endsOn: plan.endsOn,
  zone: plan.zone,
})

/** What is drawn of a plan. */
export type Drawn = PlanRead & {
  items: readonly LedItem[]
  names: BodyNames
  /** Ids of the items that are done. */
  done: ReadonlySet<string>
}

export const placedItem = (visit: Visit, { plan, names, done }: Drawn, read: LedItem): PlacedItem => ({
  ...drawnItem(visit, plan, read, names),
  isDone: done.has(read.item.id),
})

export function drawnItem(
  visit: Visit,
  plan: Pick<Plan, 'zone'>,
  { item, words, lead }: LedItem,
  names: BodyNames,
): DrawnItem {
  const deadline = deadlineOf(plan, item)
  return {
    id: item.id,
    code: item.code,
    title: itemTitle({ item, words }),
    state: coded(visit, item.state, itemStateKeys),
    lead: { id: lead, name: named(visit, names.get(lead) ?? {}, lead) },
    startsOn: item.startsOn,
    deadline,
    isPast: deadline !== null && new Date(deadline.at) < visit.now,
  }
}
