import { sql } from 'kysely'
import type { Db, Tx } from '../database/tables.ts'
import { onlyOfNow, tooEarly, type PastMoment } from './as-of.ts'
import { describeTables, quoted, type KeptTable } from './kept-table-queries.ts'
import { rowsAsTheyWere, touchedRows } from './rows-as-they-were.ts'

/**
 * The last line that had been written by an instant; refuses an instant from before versions were kept. Lines of the example
 * world tell of earlier days than those before them: what came first in the chain was written first.
 */
export async function momentAt(db: Db, instant: Date): Promise<PastMoment> {
  const found = await sql<{ line: number | null }>`
    select coalesce((select seq - 1 from history where at > ${instant} order by seq limit 1),
      (select max(seq) from history)) as line`.execute(db)
  const line = found.rows[0]?.line ?? null
  const first = await db
    .selectFrom('history')
    .select(['at', 'seq'])
    .where('batch', 'is not', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (line === null || first === undefined || line < first.seq) throw tooEarly(first?.at ?? instant)
  return { instant, line }
}

/**
 * Lets the same questions be asked of the past: tables that have changed since are found first as they were, all others
 * where they stand. It ends with a rollback, so no connection carries anything on; and nothing can be written.
 */
export async function inPast<Result>(
  db: Db,
  { line }: PastMoment,
  read: (past: Tx) => Promise<Result>,
): Promise<Result> {
  let result: { value: Result } | null = null
  const reading = db.transaction().execute(async (tx) => {
    await coverTables(tx, line)
    result = { value: await read(tx) }
    throw new Rollback()
  })
  await reading.catch((error: unknown) => {
    if (!(error instanceof Rollback)) throw isOnlyOfNow(error) ? onlyOfNow() : error
  })
  if (result === null) throw new Error('the past was not read')
  return (result as { value: Result }).value
}

class Rollback extends Error {}

/** The state that `past.only_of_now()` ends with. */
export const onlyOfNowState = 'AL001'

const isOnlyOfNow = (error: unknown) => (error as { code?: unknown }).code === onlyOfNowState

/**
 * Sets what has changed since a line of history aside until the transaction ends, and forbids to write. A temporary table
 * stands in front of the real one: a copy with its indexes costs less than a view that is asked again and again by one
 * page (measured: docs/decisions/0008-history-and-as-of.md); only very large tables become a view.
 */
export async function coverTables(tx: Tx, line: number): Promise<void> {
  await sql`select set_config('actionline.line', ${String(line)}, true)`.execute(tx)
  await sql.raw(touchedRows(line)).execute(tx)
  const touched = await touchedTables(tx)
  const views = await sql<{ name: string; definition: string }>`
    select relname as name, pg_get_viewdef(oid) as definition from pg_class
    where relkind = 'v' and relnamespace = 'public'::regnamespace order by oid`.execute(tx)
  const statements = [
    ...touched.map(coverOf),
    'set local search_path = past, public',
    // Views stand on the tables that they were made for; the same words here stand on the past.
    ...views.rows.map(({ name, definition }) => `create temporary view ${quoted(name)} as ${definition}`),
    'set transaction read only',
  ]
  await sql.raw(statements.join(';\n')).execute(tx)
}

type Touched = KeptTable & { bytes: number; indexes: string[] }

async function touchedTables(tx: Tx): Promise<Touched[]> {
  const found = await sql<{ name: string; bytes: number; indexes: string[] }>`
    select c.relname as name, pg_relation_size(c.oid) as bytes,
      array(select pg_get_indexdef(indexrelid) from pg_index where indrelid = c.oid) as indexes
    from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and c.relname in (select table_name from pg_temp.touched_rows)`.execute(tx)
  const sizes = new Map(found.rows.map((one) => [one.name, one]))
  const described = await describeTables(tx, [...sizes.keys()])
  return described.map((table) => ({ bytes: 0, indexes: [], ...sizes.get(table.name), ...table }))
}

const mostBytesCopied = 100_000_000
const fewBytes = 500_000

function coverOf({ bytes, indexes, ...table }: Touched): string {
  const name = quoted(table.name)
  const rows = rowsAsTheyWere(table)
  if (bytes > mostBytesCopied) return `create temporary view ${name} as ${rows}`
  const copy = `create temporary table ${name} as ${rows}`
  if (bytes < fewBytes) return copy
  const made = indexes.map((definition) =>
    definition.replace(/^CREATE (?:UNIQUE )?INDEX \S+ ON \S+ /, `create index on pg_temp.${name} `),
  )
  return [copy, ...made, `analyze pg_temp.${name}`].join(';\n')
}
