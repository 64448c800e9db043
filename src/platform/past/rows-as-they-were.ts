import { keyOf, literal, quoted, standardsOf, type KeptTable } from './kept-table-queries.ts'

/**
 * The rows that were written after a line of history, each with its last version until then, if there was one. Counted as
 * soon as they stand there: what the database knows of `row_versions` may be from before most of them were written, and
 * then it would go through them once for every row of a table. A single look by index cannot be planned otherwise.
 */
export const touchedRows = (line: number): string => `
  create temporary table touched_rows on commit drop as
  select t.table_name, t.key, was.batch, was.id
  from (select distinct v.table_name, v.key
    from public.history h join public.row_versions v on v.batch = h.batch where h.seq > ${line}) as t
  left join lateral (
    select v.batch, v.id from public.row_versions v
    where v.table_name = t.table_name and v.key = t.key
      and (select h.seq from public.history h where h.batch = v.batch) <= ${line}
    order by v.id desc limit 1) as was on true;
  create unique index on pg_temp.touched_rows (table_name, key);
  analyze pg_temp.touched_rows`

/** Rows that were not touched since are read where they stand, the others from their versions. */
export function rowsAsTheyWere(table: KeptTable): string {
  const touched = `pg_temp.touched_rows t where t.table_name = ${literal(table.name)}`
  return `
    select x.* from public.${quoted(table.name)} x
    where not exists (select from ${touched} and t.key = ${keyOf(table, 'x')})
    union all
    select r.* from (
      select v.key, v.row from (select t.batch, t.id from ${touched}) as was
      join public.row_versions v on v.batch = was.batch and v.id = was.id
      where v.row is not null) as version
    ${populated(table)}`
}

/** Bytes are not in the versions: a file that is gone does not come back, one that is here has the bytes that it always had. */
function populated(table: KeptTable): string {
  const here = `public.${quoted(table.name)}`
  const bytes = table.columns.filter(({ isBytes }) => isBytes).map(({ name }) => literal(name))
  const content = `${standardsOf(table)} || version.row`
  if (bytes.length === 0) return `cross join lateral jsonb_populate_record(null::${here}, ${content}) as r`
  return `join ${here} x on ${keyOf(table, 'x')} = version.key
    cross join lateral jsonb_populate_record(x, (${content}) - array[${bytes.join(', ')}]) as r`
}
