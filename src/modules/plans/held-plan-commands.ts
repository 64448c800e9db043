import type { Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tables, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { itemsWhere } from './item-queries.ts'
import type { Item } from './item.ts'
import { note, statesOf, type Line, type States } from './note-commands.ts'
import { plansSeenBy, plansWhere } from './plan-queries.ts'
import type { Plan } from './plan.ts'

export type { By } from './note-commands.ts'

/** Holds a plan, so that whoever comes second sees what the first has done; what one may not see is not there. */
export async function lockPlan(tx: Tx, actor: Actor, id: string, revision?: number): Promise<Plan> {
  const held = await sql`
    select from plans p where p.id = ${id} and ${plansSeenBy(actor)} for update`.execute(tx)
  const [plan] = held.rows.length === 0 ? [] : await plansWhere(tx, sql`p.id = ${id}`)
  if (plan === undefined) throw notFound()
  if (revision !== undefined && plan.revision !== revision) throw new Stale()
  return plan
}

/** Holds the plan of an item, and with it the item: all changes of items hold their plan first. */
export async function lockItem(
  tx: Tx,
  actor: Actor,
  id: string,
  revision?: number,
): Promise<{ plan: Plan; item: Item }> {
  const found = await tx.selectFrom('plan_items').select('plan').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw notFound()
  const plan = await lockPlan(tx, actor, found.plan)
  const [item] = await itemsWhere(tx, sql`i.id = ${id}`)
  if (item === undefined) throw notFound()
  if (revision !== undefined && item.revision !== revision) throw new Stale()
  return { plan, item }
}

/** Changes the row of a held plan and writes the line of history. */
export async function changePlan(
  tx: Tx,
  plan: Plan,
  columns: Updateable<Tables['plans']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ ...columns, revision: plan.revision + 1, updated_at: line.at })
    .where('id', '=', plan.id)
    .execute()
  await notePlan(tx, plan, line, statesOf(plan.state, columns.state ?? plan.state))
}

/** One line of history about a plan. */
export const notePlan = (tx: Tx, { id }: Pick<Plan, 'id'>, line: Line, states?: States): Promise<void> =>
  note(tx, { kind: 'plan', id }, line, states)

/** Changes the row of an item of a held plan and writes the line of history. */
export async function changeItem(
  tx: Tx,
  item: Item,
  columns: Updateable<Tables['plan_items']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('plan_items')
    .set({ ...columns, revision: item.revision + 1, updated_at: line.at })
    .where('id', '=', item.id)
    .execute()
  await noteItem(tx, item, line, statesOf(item.state, columns.state ?? item.state))
}

/** One line of history about an item. */
export const noteItem = (
  tx: Tx,
  { id, plan }: Pick<Item, 'id' | 'plan'>,
  { facts, ...line }: Line,
  states?: States,
): Promise<void> => note(tx, { kind: 'plan-item', id }, { ...line, facts: { plan, ...facts } }, states)
