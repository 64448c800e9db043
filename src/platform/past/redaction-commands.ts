import { sql } from 'kysely'
import type { Tx } from '../database/tables.ts'

/**
 * Takes columns with personal data out of every earlier version of some rows. The digests of the versions stay, so that the
 * chain still fits; the next line of history accounts for what was taken out.
 */
export async function redactVersions(
  tx: Tx,
  { table, keys, columns }: { table: string; keys: readonly string[]; columns: readonly string[] },
): Promise<void> {
  if (keys.length === 0) return
  await sql`
    update row_versions set row = row - ${[...columns]}::text[], redacted = open_version_batch()
    where table_name = ${table} and key = any(${[...keys]}::text[]) and redacted is null
      and row is not null and row ?| ${[...columns]}::text[]`.execute(tx)
}
