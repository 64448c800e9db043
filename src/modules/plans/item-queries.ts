import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { textsOf, type TextRead } from '#platform/texts/texts.ts'
import { inReadingOrder, type Item, type ItemField } from './item.ts'
import type { Plan } from './plan.ts'
import { planRead, plansSeenBy, type PlanWords } from './plan-queries.ts'
import './tables.ts'

export type ItemWords = Partial<Record<ItemField, TextRead>>

export type ItemRead = { item: Item; words: ItemWords }

export type ItemInPlan = ItemRead & { plan: Plan; planWords: PlanWords }

/** All items of a plan in the order in which they are read, also those that were split or dropped. */
export const itemsOf = async (db: Db, plan: string): Promise<Item[]> =>
  inReadingOrder(await itemsWhere(db, sql`i.plan = ${plan}`))

/** The same with their words; three questions, however many items there are. */
export async function itemsRead(db: Db, plan: string, language: LanguageCode): Promise<ItemRead[]> {
  return withItemWords(db, await itemsOf(db, plan), language)
}

/** An item with its plan; null for what is not there and for what the actor may not see. */
export async function itemRead(
  db: Db,
  actor: Actor,
  id: string,
  language: LanguageCode,
): Promise<ItemInPlan | null> {
  const [item] = await itemsWhere(
    db,
    sql`i.id = ${id} and exists (select from plans p where p.id = i.plan and ${plansSeenBy(actor)})`,
  )
  if (item === undefined) return null
  const plan = await planRead(db, actor, item.plan, language)
  const [read] = await withItemWords(db, [item], language)
  return plan === null || read === undefined ? null : { ...read, plan: plan.plan, planWords: plan.words }
}

export async function itemsWhere(db: Db, where: RawBuilder<unknown>): Promise<Item[]> {
  const found = await sql<Item>`select ${itemColumns} from plan_items i where ${where}`.execute(db)
  return found.rows
}

/** An item `i`, as `Item` has it. */
export const itemColumns = sql`i.id, i.plan, i.parent, i.level, i.place, i.code, i.lineage,
  i.carried_from as "carriedFrom", i.split_from as "splitFrom", i.state, i.language, i.lead,
  i.starts_on::text as "startsOn", i.deadline_on::text as "deadlineOn", i.deadline_time as "deadlineTime",
  i.amount::float8 as amount, i.currency, i.staff_months::float8 as "staffMonths", i.revision,
  coalesce((select jsonb_agg(jsonb_build_object('role', x.role, 'kind', x.kind, 'party', x.party) order by x.role, x.kind, x.party)
    from plan_parties x where x.plan = i.plan and x.item = i.id), '[]') as parties,
  coalesce((select jsonb_agg(jsonb_build_object('tree', c.tree, 'code', c.code) order by c.tree, c.code)
    from plan_item_codes c where c.item = i.id), '[]') as codes,
  coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'record', l.record) order by l.kind, l.record)
    from plan_item_links l where l.item = i.id), '[]') as links`

/** Items `i` that a body leads, as `leadAmong` tells it: those that name it, those of plans that it leads, and what is below them. */
export const itemsLedBy = (body: string): RawBuilder<boolean> => sql<boolean>`i.id in (
  with recursive led as (
    select o.id from plan_items o where o.lead = ${body}
    union all
    select o.id from plans l join plan_items o on o.plan = l.id and o.parent is null and o.lead is null
      where l.lead = ${body}
    union all
    select o.id from led join plan_items o on o.parent = led.id and o.lead is null)
  select id from led)`

export async function withItemWords(
  db: Db,
  items: readonly Item[],
  language: LanguageCode,
): Promise<ItemRead[]> {
  const texts = await textsOf(
    db,
    items.map(({ id }) => ({ kind: 'plan-item', id })),
    language,
  )
  return items.map((item) => ({ item, words: texts.get('plan-item', item.id) as ItemWords }))
}

/** What items are called, for those who see their plans. */
export async function itemTitles(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  language: LanguageCode,
): Promise<Map<string, { code: string; title: TextRead | undefined }>> {
  if (ids.length === 0) return new Map()
  const items = await itemsWhere(
    db,
    sql`i.id = any(${[...ids]}::text[]) and exists (select from plans p where p.id = i.plan and ${plansSeenBy(actor)})`,
  )
  const read = await withItemWords(db, items, language)
  return new Map(read.map(({ item, words }) => [item.id, { code: item.code, title: words.title }]))
}
