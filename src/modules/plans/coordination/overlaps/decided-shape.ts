import { z } from 'zod'
import type { MessageKey } from '#platform/messages.ts'
import { coded, codedShape, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planRef, planRefShape, saidOrNull } from '../../plan-names.ts'
import type { PlannedItem } from '../whole-queries.ts'
import type { SettledOverlap } from './overlap-queries.ts'
import { overlapStates, type OverlapState } from './overlap-workflow.ts'

/** What the page of an item says of those that it was compared with. */
export const decidedShape = z.object({
  state: codedShape(overlapStates),
  reason: z.string().nullable(),
  /** Whether the item of the page is the one that went on. */
  isKept: z.boolean(),
  other: z.object({ id: z.string(), code: z.string(), title: saidShape, plan: planRefShape }),
})

export type DecidedRecord = z.infer<typeof decidedShape>

export const decidedRecord = (
  visit: Pick<Visit, 't'>,
  item: string,
  { settled, other }: { settled: SettledOverlap; other: PlannedItem },
): DecidedRecord => ({
  state: coded(visit, settled.state, overlapStateKeys),
  reason: settled.reason,
  isKept: settled.kept === item,
  other: {
    id: other.item.id,
    code: other.item.code,
    title: saidOrNull(other.words.title) ?? { text: other.item.code, language: other.item.language },
    plan: planRef(visit, other.plan),
  },
})

export const overlapStateKeys = {
  suggested: 'state.plan-overlap.suggested',
  merged: 'state.plan-overlap.merged',
  joint: 'state.plan-overlap.joint',
  distinct: 'state.plan-overlap.distinct',
} as const satisfies Record<OverlapState, MessageKey>
