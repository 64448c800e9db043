import { sql } from 'kysely'
import type { Db } from '../database/tables.ts'
import type { HistoryRow } from '../history-line.ts'
import type { HistoryFault } from '../history-verify-queries.ts'
import {
  contentOf,
  describeTables,
  keyOf,
  literal,
  quoted,
  standardsOf,
  type KeptTable,
} from './kept-table-queries.ts'

/** The digests of the batches of some lines, made anew from the versions that are kept. */
export async function batchDigests(db: Db, lines: readonly HistoryRow[]): Promise<Map<number, string>> {
  const batches = lines.flatMap(({ batch }) => (batch === null ? [] : [batch]))
  if (batches.length === 0) return new Map()
  const found = await sql<{ batch: number; digest: string }>`
    select b.batch, case when exists (
        select from row_versions v where v.batch = b.batch and v.redacted is null
          and v.digest <> row_version_digest(v.table_name, v.key, v.row))
      then '' else version_batch_digest(b.batch) end as digest
    from unnest(array[${sql.join(batches)}]::bigint[]) as b (batch)`.execute(db)
  return new Map(found.rows.map(({ batch, digest }) => [batch, digest]))
}

/** Versions of which no line of history knows: rows that somebody changed by SQL. */
export async function unaccountedVersions(db: Db): Promise<HistoryFault[]> {
  const found = await sql<{ table: string; parts: string[] }>`
    select table_name as table, array_agg(distinct replace(key, chr(31), ' ')) as parts
    from row_versions v where not exists (select from history h where h.batch = v.batch)
      or (v.redacted is not null and not exists (select from history h where h.batch = v.redacted))
    group by table_name order by table_name`.execute(db)
  return found.rows.map(({ table, parts }) => ({ seq: null, fault: 'unaccounted', subject: table, parts }))
}

const triggers = ['keep_versions_on_delete', 'keep_versions_on_insert', 'keep_versions_on_update']

/** Tables whose changes are not kept, because a trigger is missing or switched off. */
export async function triggerFaults(db: Db, kept: readonly string[]): Promise<HistoryFault[]> {
  const found = await sql<{ table: string; trigger: string }>`
    select c.relname as table, t.tgname as trigger
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where p.pronamespace = 'public'::regnamespace and t.tgenabled in ('O', 'A')
      and p.proname = replace(t.tgname, 'keep_versions_on_', 'keep_versions_of_' || c.relname || '_on_')`.execute(
    db,
  )
  const atWork = Map.groupBy(found.rows, ({ table }) => table)
  return kept.flatMap((table) => {
    const names = new Set((atWork.get(table) ?? []).map(({ trigger }) => trigger))
    const parts = triggers.filter((name) => !names.has(name))
    return parts.length === 0 ? [] : [{ seq: null, fault: 'trigger' as const, subject: table, parts }]
  })
}

/** Rows that are not as their last version: changed, added or taken away where no trigger saw it. */
export async function rowFaults(db: Db, kept: readonly string[]): Promise<HistoryFault[]> {
  const faults: HistoryFault[] = []
  for (const table of await describeTables(db, kept)) {
    const found = await sql.raw<{ key: string }>(differencesOf(table)).execute(db)
    const parts = found.rows.map(({ key }) => key)
    if (parts.length > 0) faults.push({ seq: null, fault: 'row', subject: table.name, parts })
  }
  return faults
}

/** A version from before a column was added has that column's standard value; what a dropped column held does not count. */
function differencesOf(table: KeptTable): string {
  const names = table.columns.map(({ name }) => literal(name))
  const empty = `jsonb_build_object(${names.map((name) => `${name}, null`).join(', ')})`
  const current = `(select jsonb_object_agg(e.key, e.value) from jsonb_each(${empty} || ${standardsOf(table)} || last.row) e
    where e.key in (${names.join(', ')}))`
  return `
    select replace(coalesce(last.key, now.key), chr(31), ' ') as key
    from (select distinct on (key) key, row from public.row_versions
      where table_name = ${literal(table.name)} order by key, id desc) as last
    full join (select ${keyOf(table, 'r')} as key, ${contentOf(table, 'r')} as content
      from public.${quoted(table.name)} r) as now on now.key = last.key
    where last.row is distinct from now.content
      and (last.row is null or now.content is null or ${current} is distinct from now.content)
    order by 1`
}
