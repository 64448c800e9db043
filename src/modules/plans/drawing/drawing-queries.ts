import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { every } from '#platform/database/conditions.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsLedBy, itemsWhere, withItemWords, type ItemRead } from '../item-queries.ts'
import type { Item } from '../item.ts'
import { itemsShown } from '../kept-plan-queries.ts'
import { leadAmong } from '../lead.ts'
import { plansSeenBy, plansWhere } from '../plan-queries.ts'
import type { Plan } from '../plan.ts'
import { planType } from '../plan-types/type-queries.ts'

/** An item with the body that leads it. */
export type LedItem = ItemRead & { lead: string }

/** The items of a plan that have a time: those of levels that are scheduled, in reading order. */
export async function scheduledItems(
  visit: Pick<Visit, 'db' | 'language' | 'asOf'>,
  plan: Pick<Plan, 'id' | 'type' | 'lead'>,
): Promise<LedItem[]> {
  const scheduled = new Set(
    (await planType(visit.db, plan.type))?.levels.flatMap(({ code, scheduled: has }) => (has ? [code] : [])),
  )
  const all = await itemsShown(visit, plan.id)
  const leadOf = leadAmong(all.map(({ item }) => item))
  return all
    .filter(({ item }) => scheduled.has(item.level))
    .map((read) => ({ ...read, lead: leadOf(read.item, plan) }))
}

export type DueItem = LedItem & { plan: Plan }

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
          sql`(${itemsLedBy(unit)} or exists (select from plan_parties x
            where x.plan = p.id and x.item in ('', i.id) and x.kind = 'body' and x.party = ${unit}))`,
        ]),
  ])
  const items = await itemsWhere(
    db,
    sql`i.id in (select i.id from plan_items i join plans p on p.id = i.plan
      where i.state = 'active' and i.deadline_on is not null and ${ofPlan}
      order by i.deadline_on, i.id limit ${mostDue})`,
  )
  const ids = [...new Set(items.map(({ plan }) => plan))]
  const plans = await plansWhere(db, sql`p.id = any(${ids}::text[])`)
  const leadOf = leadAmong(await leadsIn(db, ids))
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  return (await withItemWords(db, items.toSorted(byDeadline), language)).flatMap((read) => {
    const plan = byId.get(read.item.plan)
    return plan === undefined ? [] : [{ ...read, plan, lead: leadOf(read.item, plan) }]
  })
}

/** Whom the items of some plans name as their lead. */
async function leadsIn(db: Db, plans: readonly string[]): Promise<Pick<Item, 'id' | 'parent' | 'lead'>[]> {
  const found = await sql<Pick<Item, 'id' | 'parent' | 'lead'>>`
    select id, parent, lead from plan_items where plan = any(${[...plans]}::text[])`.execute(db)
  return found.rows
}

const byDeadline = (a: Item, b: Item): number =>
  a.deadlineOn === b.deadlineOn
    ? a.id < b.id
      ? -1
      : 1
    : (a.deadlineOn ?? '') < (b.deadlineOn ?? '')
      ? -1
      : 1
