import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import { following } from '#platform/following.ts'
import { itemsWhere } from '../item-queries.ts'
import type { Item } from '../item.ts'
import { touchedItems } from '../touched-queries.ts'
import '../indicators/tables.ts'
import '../progress/tables.ts'

/** An active item, and what shows something of it. */
export type KnownItem = { item: Item; hasIndicator: boolean; isReported: boolean }

/** All active items of all plans, whoever may see them, by id. */
export const knownItems = following<Map<string, KnownItem>>({
  begin: (db) => readItems(db, sql`true`),
  follow: async (db, known, lines) => {
    const ids = await touchedItems(db, lines)
    if (ids.length === 0) return known
    const read = await readItems(db, sql`i.id = any(${ids}::text[])`)
    for (const id of ids) known.delete(id)
    for (const [id, one] of read) known.set(id, one)
    return known
  },
})

/** Three questions. */
async function readItems(db: Db, where: ReturnType<typeof sql>): Promise<Map<string, KnownItem>> {
  const items = await itemsWhere(db, sql`i.state = 'active' and ${where}`)
  const measured = await idsOf(
    db,
    sql`select i.id from plan_items i where ${where}
      and exists (select from plan_indicators n where n.item = i.id and n.state = 'active')`,
  )
  const reported = await idsOf(
    db,
    sql`select i.id from plan_items i where ${where}
      and exists (select from plan_reports r where r.item = i.id and r.state = 'accepted')`,
  )
  return new Map(
    items.map((item) => [
      item.id,
      { item, hasIndicator: measured.has(item.id), isReported: reported.has(item.id) },
    ]),
  )
}

async function idsOf(db: Db, question: ReturnType<typeof sql>): Promise<Set<string>> {
  const found = await sql<{ id: string }>`${question}`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}
