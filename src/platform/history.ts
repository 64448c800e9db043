import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from './database/tables.ts'

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
  /** SHA-256 of the subject's content after the change, by the digest that its module declares. */
  digest?: string
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
    subject_digest: change.digest ?? null,
    previous_hash: last?.hash ?? nothingBefore,
  }
  await tx
    .insertInto('history')
    .values({ ...line, facts: JSON.stringify(line.facts), hash: hashOf(line) })
    .execute()
}

/** Computes the digest of one subject as it stands now; null when it is gone. Declared by the module that owns the kind. */
export type Digest = (db: Db, id: string) => Promise<string | null>

export type HistoryFault = { seq: number; fault: 'gap' | 'chain' | 'line' | 'subject'; subject: string }

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
    if (row.seq !== before.seq + 1) faults.push({ seq: row.seq, fault: 'gap', subject })
    if (row.previous_hash !== before.hash) faults.push({ seq: row.seq, fault: 'chain', subject })
    if (hashOf(row) !== row.hash) faults.push({ seq: row.seq, fault: 'line', subject })
    if (row.subject_digest !== null) latest.set(subject, row)
    before = row
    lines += 1
  }
  for (const [subject, row] of latest) {
    const digest = await digests[row.subject_kind]?.(db, row.subject_id)
    if (digest !== row.subject_digest) faults.push({ seq: row.seq, fault: 'subject', subject })
  }
  return { lines, faults }
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

/** SHA-256 of a value written as JSON with sorted keys, so that the database's order of keys does not matter. */
export const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex')

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
