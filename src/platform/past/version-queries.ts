import { sql } from 'kysely'
import type { Db } from '../database/tables.ts'
import type { SubjectKind, VersionedRecord } from './subject.ts'
import type { Actor } from '../access/actor.ts'

/** One version of a record: the line of history that made it, and its number among those that the reader may see. */
export type VersionRow = { number: number; seq: number; hash: string; at: Date; actor: string; act: string }

/** A row that was part of the record, with its table. */
export type VersionContent = { table: string; row: Record<string, unknown> }

const tablesOf = ({ table, parts = [] }: VersionedRecord) => [table, ...parts.map((part) => part.table)]

/** All versions of one record that the actor may see, the first first. */
export async function versionRows(
  db: Db,
  { kind, record, seenBy }: SubjectKind,
  id: string,
  actor: Actor,
): Promise<VersionRow[]> {
  if (!record) return []
  const found = await sql<VersionRow>`
    select row_number() over (order by m.seq) as number, m.seq, m.hash, m.at, m.actor, m.act
    from (
      select distinct l.seq, l.hash, l.at, l.actor, l.act
      from row_versions v join history l on l.batch = v.batch
      where v.table_name = any(${tablesOf(record)}::text[]) and split_part(v.key, chr(31), 1) = ${id}) as m
    cross join lateral (select ${kind}::text as subject_kind, ${id}::text as subject_id, m.seq as seq) as h
    where ${seenBy(actor)}
    order by m.seq`.execute(db)
  return found.rows
}

/** What a record consisted of after a line of history. */
export async function contentAt(
  db: Db,
  record: VersionedRecord,
  id: string,
  seq: number,
): Promise<VersionContent[]> {
  const found = await sql<VersionContent>`
    select last.table_name as table, last.row from (
      select distinct on (v.table_name, v.key) v.table_name, v.key, v.row, v.id
      from row_versions v join history l on l.batch = v.batch
      where v.table_name = any(${tablesOf(record)}::text[]) and split_part(v.key, chr(31), 1) = ${id}
        and l.seq <= ${seq}
      order by v.table_name, v.key, v.id desc) as last
    where last.row is not null
    order by last.table_name, last.id`.execute(db)
  return found.rows
}
