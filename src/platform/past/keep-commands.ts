import { sql } from 'kysely'
import type { Tx } from '../database/tables.ts'
import { sha256 } from '../sha256.ts'
import { contentOf, describeTables, keyOf, literal, quoted, type KeptTable } from './kept-table-queries.ts'
import { onlyOfNowState } from './past-queries.ts'

export type Keeping = {
  /** Tables of which every version of every row is kept. */
  kept: readonly string[]
  /** Tables that are made anew from others, so that the past knows nothing of them. */
  onlyOfNow: readonly string[]
}

/**
 * Sees to it that every version of every row is kept, and that each table can be read as it was. Run after the
 * migrations, in their transaction; does nothing when nothing has changed.
 */
export async function ensureKept(tx: Tx, { kept, onlyOfNow }: Keeping): Promise<void> {
  const tables = await describeTables(tx, kept)
  const mark = sha256({ makingOfPast, tables, onlyOfNow })
  if ((await markOfPast(tx)) === mark) return
  await dropPast(tx)
  for (const table of tables) {
    await sql.raw(triggersOf(table)).execute(tx)
    await sql.raw(firstVersionsOf(table)).execute(tx)
  }
  await stopKeepingOthers(tx, kept)
  await makePast(tx, onlyOfNow)
  await sql`comment on schema past is ${sql.lit(mark)}`.execute(tx)
}

/** The views of the past stand on the tables, so they go before a migration that changes a table. Earlier releases had two schemas. */
export const dropPast = (tx: Tx): Promise<unknown> =>
  sql`drop schema if exists past, past_rows cascade`.execute(tx)

// Another number when the statements below change, so that databases that stand get the new ones.
const makingOfPast = 6

async function markOfPast(tx: Tx): Promise<string | null> {
  const found = await sql<{ mark: string | null }>`
    select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = 'past'`.execute(tx)
  return found.rows[0]?.mark ?? null
}

const events = [
  ['insert', 'new table as rows_after'],
  ['update', 'old table as rows_before new table as rows_after'],
  ['delete', 'old table as rows_before'],
] as const

type Event = (typeof events)[number][0]

/**
 * Whole statements at once: a trigger per row would make a bulk load many times slower. Each table has functions of its own,
 * so that the database plans what they do once for a connection.
 */
const triggersOf = (table: KeptTable): string =>
  events
    .map(([event, tables]) => {
      const keep = `public.${quoted(`keep_versions_of_${table.name}_on_${event}`)}()`
      return `
    create or replace function ${keep} returns trigger language plpgsql as $keep$
    declare
      own bigint := public.open_version_batch();
    begin
      insert into public.row_versions (table_name, key, row, batch, digest)
      select ${literal(table.name)}, key, content, coalesce(own, nextval('public.row_version_batches')),
        public.row_version_digest(${literal(table.name)}, key, content)
      from (${changesOf(table, event)}) as change;
      return null;
    end
    $keep$;
    create or replace trigger keep_versions_on_${event} after ${event} on public.${quoted(table.name)}
    referencing ${tables} for each statement execute function ${keep};`
    })
    .join('\n')

/** Keys and contents that a statement leaves. `offset 0` has a row written out once, and not wherever its content is named. */
function changesOf(table: KeptTable, event: Event): string {
  const rows = (from: string) =>
    `select ${keyOf(table, 'r')} as key, ${contentOf(table, 'r')} as content from ${from} r offset 0`
  if (event === 'insert') return rows('rows_after')
  if (event === 'delete')
    return `select ${keyOf(table, 'r')} as key, null::jsonb as content from rows_before r`
  return `
    select coalesce(n.key, o.key) as key, n.content
    from (${rows('rows_after')}) n full join (${rows('rows_before')}) o on o.key = n.key
    where o.content is distinct from n.content`
}

/** Rows from before the table was kept get their first version now: nobody knows what they were earlier. */
const firstVersionsOf = (table: KeptTable): string => `
  insert into public.row_versions (table_name, key, row, batch, digest)
  select ${literal(table.name)}, key, content, public.open_version_batch(),
    public.row_version_digest(${literal(table.name)}, key, content)
  from (select ${keyOf(table, 'r')} as key, ${contentOf(table, 'r')} as content from public.${quoted(table.name)} r) as r
  where not exists (select from public.row_versions v where v.table_name = ${literal(table.name)} and v.key = r.key)`

async function stopKeepingOthers(tx: Tx, names: readonly string[]) {
  const found = await sql<{ table: string; trigger: string }>`
    select c.relname as table, t.tgname as trigger
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname like 'keep\\_versions\\_on\\_%' and not t.tgisinternal`.execute(tx)
  for (const { table, trigger } of found.rows) {
    if (names.includes(table)) continue
    await sql`drop trigger ${sql.ref(trigger)} on ${sql.table(`public.${table}`)}`.execute(tx)
  }
}

/** `past` stands in front of `public` when the past is read, after the tables that cover what has changed since. */
async function makePast(tx: Tx, onlyOfNow: readonly string[]) {
  await sql
    .raw(
      `create schema past;
       create view past.history as select * from public.history where seq <= current_setting('actionline.line')::bigint;
       create function past.only_of_now() returns boolean language plpgsql stable as
       $$ begin raise exception 'only the present of this is kept' using errcode = ${literal(onlyOfNowState)}; end $$;`,
    )
    .execute(tx)
  for (const name of onlyOfNow)
    await sql
      .raw(
        `create view past.${quoted(name)} as select * from public.${quoted(name)} where past.only_of_now()`,
      )
      .execute(tx)
}
