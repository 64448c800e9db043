import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import type { Plan } from '../../plan.ts'
import type { OverlapState } from './overlap-workflow.ts'

/** What the rights table asks: the units of both items decide. `lead`: the body that leads the item. */
export const overlapThing = (
  state: OverlapState,
  items: readonly { lead: string; plan: Pick<Plan, 'lead'> }[],
): Thing<OverlapState> => ({
  state,
  within: items.flatMap(({ lead, plan }): Scope[] => [`body:${lead}`, `body:${plan.lead}`]),
})

/** Both items and the decision: whoever has seen another state is told. */
export const pairVersion = (first: number, second: number, decision: number): string =>
  `${first}.${second}.${decision}`
