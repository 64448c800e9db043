import { sql } from 'kysely'
import type { Tx } from './tables.ts'

/**
 * Waits until no other transaction does what is called so, in any process; the turn ends with the transaction. For work
 * whose conflict no row can show, such as loading into an empty table.
 */
export async function takeTurn(tx: Tx, work: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${work}, 0))`.execute(tx)
}
