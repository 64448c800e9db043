import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

/** Who leads an item `i` of a plan `p`, as `leadBelow` finds it. */
export const leadOfItem = sql<string>`coalesce(i.lead, (
  with recursive above as (
    select a.parent, a.lead from plan_items a where a.id = i.parent
    union all
    select a.parent, a.lead from above b join plan_items a on a.id = b.parent where b.lead is null)
  select lead from above where lead is not null), p.lead)`

/** By item. */
export async function leadsOf(db: Db, items: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; lead: string }>`
    select i.id, ${leadOfItem} as lead from plan_items i join plans p on p.id = i.plan
    where i.id = any(${[...items]}::text[])`.execute(db)
  return new Map(found.rows.map(({ id, lead }) => [id, lead]))
}
