import { sql } from 'kysely'
import type { Db } from '../database/tables.ts'

/** A table of which every version of every row is kept, as the database describes it. */
export type KeptTable = {
  name: string
  columns: { name: string; isKey: boolean; isBytes: boolean; standard: string | null }[]
}

/** Describes tables; throws for one that is not there or has no primary key. */
export async function describeTables(db: Db, names: readonly string[]): Promise<KeptTable[]> {
  const found = await sql<{
    table: string
    column: string
    isKey: boolean
    isBytes: boolean
    standard: string | null
  }>`
    select c.relname as table, a.attname as column,
      coalesce(a.attnum = any (i.indkey), false) as "isKey", a.atttypid = 'bytea'::regtype as "isBytes",
      pg_get_expr(d.adbin, d.adrelid) as standard
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any(${names})
    order by c.relname, array_position(i.indkey::int2[], a.attnum), a.attnum`.execute(db)
  const columnsOf = Map.groupBy(found.rows, ({ table }) => table)
  return [...new Set(names)].sort().map((name) => {
    const columns = (columnsOf.get(name) ?? []).map(({ column, isKey, isBytes, standard }) => ({
      name: column,
      isKey,
      isBytes,
      standard,
    }))
    if (!columns.some(({ isKey }) => isKey))
      throw new Error(`${name} is to be kept but is no table with a key`)
    return { name, columns }
  })
}

/** The key of a row as an expression: the columns of the primary key, with U+001F between them. */
export const keyOf = ({ columns }: KeptTable, row: string): string => {
  const key = columns.filter(({ isKey }) => isKey).map(({ name }) => `${row}.${quoted(name)}::text`)
  return key.length === 1 ? (key[0] ?? '') : `concat_ws(chr(31), ${key.join(', ')})`
}

/** The content of a row as an expression. Bytes stand in it as their SHA-256: they may be many. */
export function contentOf({ columns }: KeptTable, row: string): string {
  if (!columns.some(({ isBytes }) => isBytes)) return `to_jsonb(${row})`
  const pairs = columns.map(({ name, isBytes }) => {
    const value = `${row}.${quoted(name)}`
    return `${literal(name)}, ${isBytes ? `encode(sha256(${value}), 'hex')` : value}`
  })
  return `jsonb_build_object(${pairs.join(', ')})`
}

// Defaults that depend on the moment say nothing about rows that were there before the column.
const constant = /^(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)?|true|false)(?:::[\w "[\]]+)?$/

/** What rows have in columns that came after them, as an expression: the defaults that are constants. */
export function standardsOf({ columns }: KeptTable): string {
  const pairs = columns.flatMap(({ name, standard }) =>
    standard !== null && constant.test(standard) ? [`${literal(name)}, ${standard}`] : [],
  )
  return `jsonb_build_object(${pairs.join(', ')})`
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
