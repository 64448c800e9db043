import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { Item } from '../../item.ts'
import type { Plan } from '../../plan.ts'
import type { OverlapState } from './overlap-workflow.ts'

/** What the rights table asks: the units of both items decide. */
export const overlapThing = (
  state: OverlapState,
  items: readonly { plan: Pick<Plan, 'lead'>; item: Pick<Item, 'lead'> }[],
): Thing<OverlapState> => ({
  state,
  within: items.flatMap(({ plan, item }): Scope[] => [`body:${item.lead ?? plan.lead}`, `body:${plan.lead}`]),
})

/** Both items and the decision: whoever has seen another state is told. */
export const pairVersion = (first: number, second: number, decision: number): string =>
  `${first}.${second}.${decision}`
