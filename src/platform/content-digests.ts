import { sql, type RawBuilder } from 'kysely'
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

/** The rows of a table, or those that a condition names, as parts; each is named by the table and its key. */
export async function tableParts(
  db: Db,
  table: string,
  key: string[],
  where: RawBuilder<unknown> = sql`true`,
): Promise<Parts> {
  const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${where}`.execute(
    db,
  )
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

/** The digests that the last line of history about a subject was made of. */
export async function keptParts(db: Db, { kind, id }: Subject): Promise<Parts> {
  const kept = await db
    .selectFrom('history_parts')
    .select(['part', 'digest'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
  return Object.fromEntries(kept.map(({ part, digest }) => [part, digest]))
}

/**
 * What to note after a change to some rows of a subject. Rows that the change did not touch keep the digest
 * that they had, so that one that was tampered with before is still found.
 */
export function partsAfter(kept: Parts, before: Parts, after: Parts): Parts {
  const untouched = Object.entries(kept).filter(([name]) => name in after || !(name in before))
  const touched = Object.entries(after).filter(([name, digest]) => before[name] !== digest)
  return { ...Object.fromEntries(untouched), ...Object.fromEntries(touched) }
}

/** Names of the rows that are not as they were when the history was written: changed, added or gone. */
export async function changedParts(db: Db, subject: Subject, now: Parts): Promise<string[]> {
  const before = await keptParts(db, subject)
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...names].filter((name) => before[name] !== now[name]).sort()
}
