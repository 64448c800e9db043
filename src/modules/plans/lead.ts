import type { Item } from './item.ts'
import type { Plan } from './plan.ts'

type Led = Pick<Item, 'parent' | 'lead'>

type WhoLeads = (item: Led, plan: Pick<Plan, 'lead'>) => string

/** Who leads an item: whom it names itself, or else the nearest item above it, or else its plan. */
export function leadAmong(items: readonly (Led & Pick<Item, 'id'>)[]): WhoLeads {
  const byId = new Map(items.map((item) => [item.id, item]))
  return (item, plan) => {
    let above: Led | undefined = item
    while (above !== undefined && above.lead === null)
      above = above.parent === null ? undefined : byId.get(above.parent)
    return above?.lead ?? plan.lead
  }
}
