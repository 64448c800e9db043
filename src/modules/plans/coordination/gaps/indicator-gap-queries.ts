import { sql } from 'kysely'

/** Whether an item `s` has no indicator. */
export const measuredWithout = sql`false`
