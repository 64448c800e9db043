import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { publicPlanStates } from '../plan.ts'
import '../progress/tables.ts'

/** Of a plan `p`. */
export const isPublic = sql<boolean>`p.state = any(${[...publicPlanStates]}::text[])`

/** The codes of an item `i`, and the records to which it is linked. */
export const codesOfItem = sql`coalesce((select jsonb_agg(jsonb_build_object('tree', c.tree, 'code', c.code))
  from plan_item_codes c where c.item = i.id), '[]')`
export const linksOfItem = sql`coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'record', l.record))
  from plan_item_links l where l.item = i.id), '[]')`

/** Whether an item `i` of a plan `p` goes on in a later plan that everybody reads: then only the later one counts. */
export const isCarriedOn = sql<boolean>`exists (
  select from plan_items j join plans q on q.id = j.plan
  where j.lineage = i.lineage and j.state = 'active' and q.series = p.series and q.version > p.version
    and q.state = any(${[...publicPlanStates]}::text[]))`

/**
 * Whether somebody else than its author has accepted that something was done of an item `i`: in a report on it, or on the item from
 * which it was carried on or split.
 */
export const isShown = sql<boolean>`exists (
  with recursive itself as (
    select i.id, i.carried_from, i.split_from
    union
    select b.id, b.carried_from, b.split_from from itself a
    join plan_items b on b.id = any(array[a.carried_from, a.split_from]))
  select from itself a join plan_reports r on r.item = a.id
  where r.state = 'accepted' and r.reviewer_rating <> 'not-started')`

/** Items of these plans, with all of which something changes where one of the same lineage does. */
export async function itemsAndKin(db: Db, of: { plans: string[]; items: string[] }): Promise<string[]> {
  if (of.plans.length + of.items.length === 0) return []
  const found = await sql<{ id: string }>`
    select k.id from plan_items k where k.lineage in (
      select i.lineage from plan_items i where i.id = any(${of.items}::text[])
      union select i.lineage from plan_items i where i.plan = any(${of.plans}::text[]))`.execute(db)
  return [...new Set([...of.items, ...found.rows.map(({ id }) => id)])]
}
