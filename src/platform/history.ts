import { sql } from 'kysely'
import { digestOfParts, storeParts, type Parts } from './content-digests.ts'
import type { Db, Tx } from './database/tables.ts'
import { middleOf, type Line } from './history-line.ts'
import { noteOwnWrite } from './own-writes.ts'

export { verifyHistory, type Digest, type HistoryFault } from './history-verify-queries.ts'

export type Change = {
  /** `<module>.<verb>`, such as 'mandates.import'. */
  act: string
  subject: { kind: string; id: string }
  /** Who: a person's id; 'command-line' or 'start' for what the operator does. */
  actor: string
  states?: { from: string | null; to: string | null }
  reason?: string
  facts?: Record<string, unknown>
  /** The subject's content after the change, as the digest of its module reads it; nothing in it when it is gone. */
  parts?: Parts
}

/**
 * Writes one line of history in the transaction that makes the change. The line accounts for every version of a kept row
 * that the transaction has written since its line before. Until the transaction ends nobody else can write one.
 */
export async function record(tx: Tx, change: Change, at: Date): Promise<void> {
  await sql`
    select write_history_lines(jsonb_build_array(${JSON.stringify(lineOf(change, at))}::jsonb || sealed_versions()))`.execute(
    tx,
  )
  if (change.parts) await storeParts(tx, change.subject, change.parts)
}

/** A line as `write_history_lines` takes it, for commands that write several in one go. */
export function lineOf(change: Change, at: Date): Line {
  noteOwnWrite()
  const line = {
    at,
    actor: change.actor,
    act: change.act,
    subject_kind: change.subject.kind,
    subject_id: change.subject.id,
    from_state: change.states?.from ?? null,
    to_state: change.states?.to ?? null,
    reason: change.reason ?? null,
    facts: change.facts ?? {},
    subject_digest: change.parts ? digestOfParts(change.parts) : null,
  }
  return { ...line, middle: middleOf(line) }
}

/** Whether this transaction has changed rows for which no line of history accounts yet. */
export async function hasUnrecorded(tx: Tx): Promise<boolean> {
  const found = await sql<{ open: boolean }>`
    select exists (select from row_versions
      where batch = nullif(current_setting('actionline.batch', true), '')::bigint) as open`.execute(tx)
  return found.rows[0]?.open ?? false
}

/** What the last line of one act on a subject noted; null when there is none. */
export async function latestFacts(
  db: Db,
  act: string,
  subject: Change['subject'],
): Promise<Record<string, unknown> | null> {
  const line = await db
    .selectFrom('history')
    .select('facts')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('act', '=', act)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (line?.facts as Record<string, unknown> | undefined) ?? null
}

/** The last line, for a file that is kept elsewhere: lines that go missing after it can then be told. */
export async function headOfHistory(db: Db): Promise<Anchor | null> {
  const last = await db
    .selectFrom('history')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? null
}

export type Anchor = { seq: number; hash: string }
