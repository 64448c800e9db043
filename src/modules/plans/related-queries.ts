import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Said } from '#platform/web/shapes.ts'
import { itemsWhere, withItemWords } from './item-queries.ts'
import { relatedOf, type ItemRecord } from './item-shape.ts'
import type { Item } from './item.ts'
import { titleOf } from './plan-names.ts'
import { plansSeenBy, plansWhere, withPlanWords } from './plan-queries.ts'

/** Where an item was before and went on: carried from plan to plan, split from one into several. */
export async function relatedItems(
  db: Db,
  actor: Actor,
  item: Item,
  language: LanguageCode,
): Promise<ItemRecord['related']> {
  const items = await itemsWhere(
    db,
    sql`i.lineage = ${item.lineage} and i.id <> ${item.id}
      and (i.id = ${item.carriedFrom} or i.id = ${item.splitFrom} or i.carried_from = ${item.id} or i.split_from = ${item.id})
      and exists (select from plans p where p.id = i.plan and ${plansSeenBy(actor)})`,
  )
  const read = await withItemWords(
    db,
    items.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    language,
  )
  const titles = await titlesOf(
    db,
    read.map((one) => one.item.plan).filter((plan) => plan !== item.plan),
    language,
  )
  return read.map((one) => ({
    ...relatedOf(one),
    how: howOf(item, one.item),
    planTitle: titles.get(one.item.plan) ?? null,
  }))
}

async function titlesOf(db: Db, ids: readonly string[], language: LanguageCode): Promise<Map<string, Said>> {
  if (ids.length === 0) return new Map()
  const plans = await withPlanWords(db, await plansWhere(db, sql`p.id = any(${[...ids]}::text[])`), language)
  return new Map(plans.map((one) => [one.plan.id, titleOf(one)]))
}

function howOf(item: Item, other: Item): ItemRecord['related'][number]['how'] {
  if (other.id === item.carriedFrom) return 'carried-from'
  if (other.id === item.splitFrom) return 'split-from'
  return other.carriedFrom === item.id ? 'carried-to' : 'split-to'
}
