import { memberships } from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'

/** The region of the Union to which a country belongs; null when it is in none. */
export async function regionOf(db: Db, country: string): Promise<string | null> {
  const [found] = await memberships(db, { framework: 'itu-regions', country })
  return found?.group.code ?? null
}
