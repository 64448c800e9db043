import { z } from 'zod'
import { tagOf } from '#modules/activities/index.ts'
import { partyShape } from '#modules/mandates/index.ts'
import { saidShape, tagShape } from '#platform/web/shapes.ts'
import { deadlineOf, itemRowShape, itemTitle, levelLabel } from '../item-shape.ts'
import type { Item, ItemTree } from '../item.ts'
import { bodyRef, planRef, planRefShape, type PlanReader } from '../plan-names.ts'
import type { PlannedItem } from './whole-queries.ts'

/** An item beside those of other plans. */
export const plannedShape = z.object({
  id: z.string(),
  code: z.string(),
  title: saidShape,
  level: z.object({ code: z.string(), label: saidShape }),
  plan: planRefShape,
  /** Of the plan, and those that the item serves besides. */
  actionLines: z.array(tagShape),
  /** Numbers of goals, also those of its targets. */
  goals: z.array(z.string()),
  /** Whoever leads the item, the nearest one above it or else the plan. */
  lead: partyShape,
  contributors: z.array(partyShape),
  startsOn: z.iso.date().nullable(),
  deadline: itemRowShape.shape.deadline,
  /** Whether the deadline has passed, which says nothing of whether it was met. */
  isPast: z.boolean(),
  /** How many records it answers or that belong to it. */
  links: z.int(),
  example: z.boolean(),
})

export type PlannedRecord = z.infer<typeof plannedShape>

export function plannedRecord(reader: PlanReader, one: PlannedItem): PlannedRecord {
  const { item, plan, lead } = one
  const { visit, codes } = reader
  const deadline = deadlineOf(plan.plan, item)
  const lines = [
    ...(plan.plan.actionLine === null ? [] : [plan.plan.actionLine]),
    ...codesIn(item, 'action-lines'),
  ]
  return {
    id: item.id,
    code: item.code,
    title: itemTitle(one),
    level: { code: item.level, label: levelLabel(reader, plan.plan, item.level) },
    plan: planRef(visit, plan),
    actionLines: [...new Set(lines)].map((code) => tagOf(visit, codes, ['action-lines'], code)),
    goals: goalsOf(item),
    lead: bodyRef(reader, lead),
    contributors: item.parties
      .filter(({ role, kind }) => role === 'contributor' && kind === 'body')
      .map(({ party }) => bodyRef(reader, party)),
    startsOn: item.startsOn,
    deadline,
    isPast: deadline !== null && new Date(deadline.at) < visit.now,
    links: item.links.length,
    example: plan.plan.isExample,
  }
}

const goalsOf = (item: Item): string[] => {
  const targets = codesIn(item, 'sdg-targets').map((code) => code.split('.')[0] ?? code)
  return [...new Set([...codesIn(item, 'sdgs'), ...targets])].toSorted((a, b) => Number(a) - Number(b))
}

const codesIn = ({ codes }: Item, wanted: ItemTree): string[] =>
  codes.filter(({ tree }) => tree === wanted).map(({ code }) => code)
