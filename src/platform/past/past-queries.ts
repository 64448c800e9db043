import { sql } from 'kysely'
import type { Db, Tx } from '../database/tables.ts'
import { onlyOfNow, tooEarly, type PastMoment } from './as-of.ts'
import { quoted } from './kept-table-queries.ts'

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
    await sql`select set_config('actionline.line', ${String(line)}, true)`.execute(tx)
    await sql.raw(await makingOfTables(tx, line)).execute(tx)
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

type Touched = { table: string; bytes: number; indexes: string[] }

/**
 * A temporary table stands in front of the real one. A copy with its indexes costs less than a view that is asked again and
 * again by one page (measured: docs/decisions/0008-history-and-as-of.md); only very large tables stay a view.
 */
async function makingOfTables(tx: Tx, line: number): Promise<string> {
  const touched = await sql<Touched>`
    select c.relname as table, pg_relation_size(c.oid) as bytes,
      array(select pg_get_indexdef(indexrelid) from pg_index where indrelid = c.oid) as indexes
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relname in (
      select v.table_name from history h join row_versions v on v.batch = h.batch where h.seq > ${line})
    order by c.relname`.execute(tx)
  const views = await sql<{ name: string; definition: string }>`
    select relname as name, pg_get_viewdef(oid) as definition from pg_class
    where relkind = 'v' and relnamespace = 'public'::regnamespace order by oid`.execute(tx)
  return [
    ...touched.rows.map(copyOf),
    'set local search_path = past, public',
    // Views stand on the tables that they were made for; the same words here stand on the past.
    ...views.rows.map(({ name, definition }) => `create temporary view ${quoted(name)} as ${definition}`),
    'set transaction read only',
  ].join(';\n')
}

const mostBytesCopied = 100_000_000
const fewBytes = 500_000

function copyOf({ table, bytes, indexes }: Touched): string {
  const name = quoted(table)
  if (bytes > mostBytesCopied) return `create temporary view ${name} as select * from past_rows.${name}`
  const copy = `create temporary table ${name} as select * from past_rows.${name}`
  if (bytes < fewBytes) return copy
  const made = indexes.map((definition) =>
    definition.replace(/^CREATE (?:UNIQUE )?INDEX \S+ ON \S+ /, `create index on pg_temp.${name} `),
  )
  return [copy, ...made, `analyze pg_temp.${name}`].join(';\n')
}
