import type { Tx } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { codeAt, type Item, type ItemCode, type ItemDates, type ItemResources, type Party } from './item.ts'
import type { Plan } from './plan.ts'

/** All of an item that is typed but its words. */
export type ItemContent = ItemDates &
  ItemResources & { lead: string | null; parties: readonly Party[]; codes: readonly ItemCode[] }

export type ItemRow = {
  plan: Pick<Plan, 'id' | 'type'>
  above: Pick<Item, 'id' | 'code'> | null
  items: readonly Pick<Item, 'parent' | 'place' | 'code' | 'state'>[]
  level: string
  language: LanguageCode
  content: ItemContent
  lineage?: string
  carriedFrom?: string
  splitFrom?: string
  /** The number that it had in the plan before. */
  code?: string
}

/** The row of a new item at the end of its place, with codes and parties; its words come after. */
export async function insertItem(
  tx: Tx,
  { plan, above, items, level, language, content, ...origin }: ItemRow,
  at: Date,
): Promise<{ id: string; plan: string; code: string; place: number; parent: string | null }> {
  const id = newShortId()
  const parent = above?.id ?? null
  const beside = items.filter((one) => one.parent === parent)
  const place = Math.max(0, ...beside.map((one) => one.place)) + 1
  const used = new Set(items.filter(({ state }) => state === 'active').map(({ code }) => code))
  let count = place
  while (used.has(codeAt(above?.code ?? null, count))) count += 1
  const code = origin.code ?? codeAt(above?.code ?? null, count)
  await tx
    .insertInto('plan_items')
    .values({
      id,
      plan: plan.id,
      parent,
      type: plan.type,
      level,
      place,
      code,
      lineage: origin.lineage ?? id,
      carried_from: origin.carriedFrom ?? null,
      split_from: origin.splitFrom ?? null,
      state: 'active',
      language,
      ...itemColumnsOf(content),
      revision: 1,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await putBeside(tx, { id, plan: plan.id }, content)
  return { id, plan: plan.id, code, place, parent }
}

export const itemColumnsOf = ({
  lead,
  startsOn,
  deadlineOn,
  deadlineTime,
  amount,
  currency,
  staffMonths,
}: ItemContent) => ({
  lead,
  starts_on: startsOn,
  deadline_on: deadlineOn,
  deadline_time: deadlineTime,
  amount,
  currency,
  staff_months: staffMonths,
})

/** What stands in tables of its own: who takes part, and codes; what is named twice, once. */
export async function putBeside(
  tx: Tx,
  { id, plan }: { id: string; plan: string },
  { parties, codes }: ItemContent,
): Promise<void> {
  await tx.deleteFrom('plan_parties').where('plan', '=', plan).where('item', '=', id).execute()
  await tx.deleteFrom('plan_item_codes').where('item', '=', id).execute()
  if (parties.length > 0)
    await tx
      .insertInto('plan_parties')
      .values(parties.map((party) => ({ plan, item: id, ...party })))
      .onConflict((twice) => twice.doNothing())
      .execute()
  if (codes.length > 0)
    await tx
      .insertInto('plan_item_codes')
      .values(codes.map((one) => ({ item: id, ...one })))
      .onConflict((twice) => twice.doNothing())
      .execute()
}
