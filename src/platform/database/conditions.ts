import { sql, type RawBuilder } from 'kysely'

/** All of them hold. */
export const every = (conditions: RawBuilder<unknown>[]) =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
