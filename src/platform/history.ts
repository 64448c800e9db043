import { sql } from 'kysely'
import { changedParts, digestOfParts, storeParts, type Parts } from './content-digests.ts'
import type { Db, Tx } from './database/tables.ts'
import { sha256 } from './sha256.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    history: HistoryRow
  }
}

type HistoryRow = {
  seq: number
  at: Date
  actor: string
  act: string
  subject_kind: string
  subject_id: string
  from_state: string | null
  to_state: string | null
  reason: string | null
  facts: unknown
  subject_digest: string | null
  previous_hash: string
  hash: string
}

export type Change = {
  /** `<module>.<verb>`, such as 'mandates.import'. */
  act: string
  subject: { kind: string; id: string }
  /** Who: a person's id later on; 'command-line' or 'start' for what the operator does. */
  actor: string
  states?: { from: string | null; to: string | null }
  reason?: string
  facts?: Record<string, unknown>
  /** The subject's content after the change, as the digest of its module reads it; nothing in it when it is gone. */
  parts?: Parts
}

const nothingBefore = '0'.repeat(64)
// Lines are chained, so only one transaction at a time may add one.
const historyLock = 7_140_076

/** Writes one line of history in the transaction that makes the change. */
export async function record(tx: Tx, change: Change, at: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(historyLock)})`.execute(tx)
  const last = await tx
    .selectFrom('history')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const line = {
    seq: (last?.seq ?? 0) + 1,
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
    previous_hash: last?.hash ?? nothingBefore,
  }
  await tx
    .insertInto('history')
    .values({ ...line, facts: JSON.stringify(line.facts), hash: hashOf(line) })
    .execute()
  if (change.parts) await storeParts(tx, change.subject, change.parts)
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

/** Reads the content of one subject as it stands now. Declared by the module that owns the kind. */
export type Digest = (db: Db, id: string) => Promise<Parts>

export type HistoryFault = {
  seq: number
  fault: 'gap' | 'chain' | 'line' | 'subject'
  subject: string
  /** For a subject: the rows that were changed, added or taken away behind the platform's back. */
  parts: string[]
}

/** Reads the whole chain and every subject's present content; returns what does not fit. */
export async function verifyHistory(
  db: Db,
  digests: Record<string, Digest>,
): Promise<{ lines: number; faults: HistoryFault[] }> {
  const faults: HistoryFault[] = []
  const latest = new Map<string, HistoryRow>()
  let before = { seq: 0, hash: nothingBefore }
  let lines = 0
  for await (const row of allLines(db)) {
    const subject = `${row.subject_kind} ${row.subject_id}`
    if (row.seq !== before.seq + 1) faults.push({ seq: row.seq, fault: 'gap', subject, parts: [] })
    if (row.previous_hash !== before.hash) faults.push({ seq: row.seq, fault: 'chain', subject, parts: [] })
    if (hashOf(row) !== row.hash) faults.push({ seq: row.seq, fault: 'line', subject, parts: [] })
    if (row.subject_digest !== null) latest.set(subject, row)
    before = row
    lines += 1
  }
  for (const row of latest.values()) faults.push(...(await subjectFaults(db, digests, row)))
  return { lines, faults }
}

async function subjectFaults(
  db: Db,
  digests: Record<string, Digest>,
  row: HistoryRow,
): Promise<HistoryFault[]> {
  const subject = { kind: row.subject_kind, id: row.subject_id }
  const now = (await digests[subject.kind]?.(db, subject.id)) ?? {}
  if (digestOfParts(now) === row.subject_digest) return []
  const parts = await changedParts(db, subject, now)
  return [{ seq: row.seq, fault: 'subject', subject: `${subject.kind} ${subject.id}`, parts }]
}

const linesAtOnce = 500

async function* allLines(db: Db) {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('history')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(linesAtOnce)
      .execute()
    yield* rows
    if (rows.length < linesAtOnce) return
    after = rows.at(-1)!.seq
  }
}

function hashOf(line: Omit<HistoryRow, 'hash'>): string {
  const {
    seq,
    at,
    actor,
    act,
    subject_kind,
    subject_id,
    from_state,
    to_state,
    reason,
    facts,
    subject_digest,
    previous_hash,
  } = line
  return sha256([
    previous_hash,
    seq,
    at.toISOString(),
    actor,
    act,
    subject_kind,
    subject_id,
    from_state,
    to_state,
    reason,
    facts,
    subject_digest,
  ])
}
