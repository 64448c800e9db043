import type { Item } from './item.ts'
import type { Plan } from './plan.ts'

type Led = Pick<Item, 'parent' | 'lead'>

type WhoLeads = (item: Led, plan: Pick<Plan, 'lead'>) => string

/** Who leads an item: whom it names itself, or else the nearest item above it, or else its plan. */
export const leadBelow =
  (itemOf: (id: string) => Led | undefined): WhoLeads =>
  (item, plan) => {
    let above: Led | undefined = item
    while (above !== undefined && above.lead === null)
      above = above.parent === null ? undefined : itemOf(above.parent)
    return above?.lead ?? plan.lead
  }

/** The same among items that are at hand. */
export function leadAmong(items: readonly (Led & Pick<Item, 'id'>)[]): WhoLeads {
  const byId = new Map(items.map((item) => [item.id, item]))
  return leadBelow((id) => byId.get(id))
}
