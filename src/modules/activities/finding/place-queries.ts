import { sql } from 'kysely'
import { dutyList, type Look } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import { memberStates } from './place.ts'

/** Approved organizations of these countries that everybody may see. */
export async function organizationsOfPlace(db: Db, countries: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from organizations
    where state = 'approved' and visibility = 'public' and country = any(${countries}::text[])`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Public pieces of evidence that organizations of these countries have given. */
export async function evidenceOfPlace(db: Db, countries: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from evidence e
    join organizations o on e.linked_for = 'organization:' || o.id
    where e.visibility = 'public' and e.state <> 'withdrawn' and o.visibility = 'public'
      and o.country = any(${countries}::text[])`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** How many duties address all Member States, and so every country that is one: the total of the list of duties. */
export const dutiesOfMembers = (db: Db, look: Look): Promise<number> =>
  whileUnchanged(db, `duties of members ${JSON.stringify(look)}`, async () => {
    const { total } = await dutyList(db, { addressee: memberStates }, look, { limit: 1 })
    return total
  })
