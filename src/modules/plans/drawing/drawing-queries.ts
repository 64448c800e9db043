import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { every } from '#platform/database/conditions.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsWhere, withItemWords, type ItemRead } from '../item-queries.ts'
import type { Item } from '../item.ts'
import { itemsShown } from '../kept-plan-queries.ts'
import { plansSeenBy, plansWhere } from '../plan-queries.ts'
import type { Plan } from '../plan.ts'
import { planType } from '../plan-types/type-queries.ts'

/** The items of a plan that have a time: those of levels that are scheduled, in reading order. */
export async function scheduledItems(
  visit: Pick<Visit, 'db' | 'language' | 'asOf'>,
  plan: Pick<Plan, 'id' | 'type'>,
): Promise<ItemRead[]> {
  const scheduled = new Set(
    (await planType(visit.db, plan.type))?.levels.flatMap(({ code, scheduled: has }) => (has ? [code] : [])),
  )
  return (await itemsShown(visit, plan.id)).filter(({ item }) => scheduled.has(item.level))
}

export type DueItem = ItemRead & { plan: Plan }

const mostDue = 5000

/** Active items with a deadline of all plans that have not ended, for one unit, one action line or all; the earliest first. */
export async function dueItems(
  db: Db,
  actor: Actor,
  { unit, line }: { unit?: string | undefined; line?: string | undefined },
  language: LanguageCode,
): Promise<DueItem[]> {
  const ofPlan = every([
    plansSeenBy(actor),
    sql`p.state not in ('superseded', 'discarded')`,
    ...(line === undefined ? [] : [sql`p.action_line = ${line}`]),
    ...(unit === undefined
      ? []
      : [
          sql`(coalesce(i.lead, p.lead) = ${unit} or exists (select from plan_parties x
            where x.plan = p.id and x.item in ('', i.id) and x.kind = 'body' and x.party = ${unit}))`,
        ]),
  ])
  const items = await itemsWhere(
    db,
    sql`i.id in (select i.id from plan_items i join plans p on p.id = i.plan
      where i.state = 'active' and i.deadline_on is not null and ${ofPlan}
      order by i.deadline_on, i.id limit ${mostDue})`,
  )
  const plans = await plansWhere(db, sql`p.id = any(${[...new Set(items.map(({ plan }) => plan))]}::text[])`)
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  return (await withItemWords(db, items.toSorted(byDeadline), language)).flatMap((read) => {
    const plan = byId.get(read.item.plan)
    return plan === undefined ? [] : [{ ...read, plan }]
  })
}

const byDeadline = (a: Item, b: Item): number =>
  a.deadlineOn === b.deadlineOn
    ? a.id < b.id
      ? -1
      : 1
    : (a.deadlineOn ?? '') < (b.deadlineOn ?? '')
      ? -1
      : 1
