import { sql } from 'kysely'
import type { Db, Tx } from './database/tables.ts'
import { sha256 } from './sha256.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    history_parts: { subject_kind: string; subject_id: string; part: string; digest: string }
  }
}

/** The content of a subject of history, row by row: the name of each row and its SHA-256. Empty when the subject is gone. */
export type Parts = Record<string, string>

type Subject = { kind: string; id: string }

export const digestOfParts = (parts: Parts): string => sha256(parts)

/** The rows of a table as parts, each named by the table and its key. */
export async function tableParts(
  db: Db,
  table: string,
  key: string[],
  where: Record<string, string>,
): Promise<Parts> {
  const conditions = Object.entries(where).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const scope = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)} ${scope}`.execute(db)
  return Object.fromEntries(
    found.rows.map((row) => [`${table} ${key.map((column) => row[column]).join(' ')}`, sha256(row)]),
  )
}

const rowsAtOnce = 2000

/** Keeps the digest of each row beside the history, so that a row changed later can be named. */
export async function storeParts(tx: Tx, { kind, id }: Subject, parts: Parts): Promise<void> {
  await tx.deleteFrom('history_parts').where('subject_kind', '=', kind).where('subject_id', '=', id).execute()
  const rows = Object.entries(parts).map(([part, digest]) => ({
    subject_kind: kind,
    subject_id: id,
    part,
    digest,
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .insertInto('history_parts')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  }
}

/** Names of the rows that are not as they were when the history was written: changed, added or gone. */
export async function changedParts(db: Db, { kind, id }: Subject, now: Parts): Promise<string[]> {
  const kept = await db
    .selectFrom('history_parts')
    .select(['part', 'digest'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
  const before = new Map(kept.map(({ part, digest }) => [part, digest]))
  const names = new Set([...before.keys(), ...Object.keys(now)])
  return [...names].filter((name) => before.get(name) !== now[name]).sort()
}
