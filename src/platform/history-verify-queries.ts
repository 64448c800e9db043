import { changedParts, digestOfParts, type Parts } from './content-digests.ts'
import type { Db } from './database/tables.ts'
import { hashOf, nothingBefore, type HistoryRow } from './history-line.ts'
import { batchDigests, rowFaults, triggerFaults, unaccountedVersions } from './past/verify-queries.ts'

/** Reads the content of one subject as it stands now. Declared by the module that owns the kind. */
export type Digest = (db: Db, id: string) => Promise<Parts>

export type HistoryFault = {
  /** The line that it concerns; null for what no line accounts for. */
  seq: number | null
  /**
   * gap, chain, line: a line is missing, not linked, or was changed. head: lines are missing at the end. anchor: the history
   * is another than the one that the anchor was taken from. subject, row: rows are not as the history says. versions: the kept
   * versions of a line were changed. unaccounted: rows were changed without a line. trigger: a table keeps no versions any more.
   */
  fault:
    'gap' | 'chain' | 'line' | 'head' | 'anchor' | 'subject' | 'versions' | 'unaccounted' | 'row' | 'trigger'
  /** A subject of history, or a table. */
  subject: string
  /** The rows that were changed, added or taken away behind the platform's back. */
  parts: string[]
}

export type Verification = {
  /** Tables of which every version is kept. */
  kept?: readonly string[]
  /** A line that was noted elsewhere: it must still be there. */
  anchors?: readonly { seq: number; hash: string }[]
}

/** Reads the whole chain, every kept row and every subject's present content; returns what does not fit. */
export async function verifyHistory(
  db: Db,
  digests: Record<string, Digest>,
  { kept = [], anchors = [] }: Verification = {},
): Promise<{ lines: number; faults: HistoryFault[] }> {
  const faults: HistoryFault[] = []
  const latest = new Map<string, HistoryRow>()
  const hashes = new Map(anchors.map(({ seq }) => [seq, '']))
  let before = { seq: 0, hash: nothingBefore }
  let lines = 0
  for await (const rows of linesInParts(db)) {
    const digestOf = await batchDigests(db, rows)
    for (const row of rows) {
      faults.push(...lineFaults(row, before, digestOf))
      if (row.subject_digest !== null) latest.set(subjectOf(row), row)
      if (hashes.has(row.seq)) hashes.set(row.seq, row.hash)
      before = row
      lines += 1
    }
  }
  faults.push(...(await headFaults(db, before)))
  for (const { seq, hash } of anchors)
    if (hashes.get(seq) !== hash) faults.push({ seq, fault: 'anchor', subject: 'history', parts: [] })
  for (const row of latest.values()) faults.push(...(await subjectFaults(db, digests, row)))
  faults.push(...(await unaccountedVersions(db)))
  faults.push(...(await triggerFaults(db, kept)))
  faults.push(...(await rowFaults(db, kept)))
  return { lines, faults }
}

const subjectOf = (row: HistoryRow) => `${row.subject_kind} ${row.subject_id}`

function lineFaults(
  row: HistoryRow,
  before: { seq: number; hash: string },
  digestOf: Map<number, string>,
): HistoryFault[] {
  const broken: HistoryFault['fault'][] = []
  if (row.seq !== before.seq + 1) broken.push('gap')
  if (row.previous_hash !== before.hash) broken.push('chain')
  if (hashOf(row) !== row.hash) broken.push('line')
  if (row.batch !== null && digestOf.get(row.batch) !== row.versions_digest) broken.push('versions')
  return broken.map((fault) => ({ seq: row.seq, fault, subject: subjectOf(row), parts: [] }))
}

/** The last line is told twice; whoever takes lines away at the end must know both places. */
async function headFaults(db: Db, last: { seq: number; hash: string }): Promise<HistoryFault[]> {
  const head = await db.selectFrom('history_head').select(['seq', 'hash']).executeTakeFirst()
  // A history from before the head was told has none until its next line.
  if (head === undefined || (head.seq === last.seq && head.hash === last.hash)) return []
  return [{ seq: head.seq, fault: 'head', subject: 'history', parts: [] }]
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
  return [{ seq: row.seq, fault: 'subject', subject: subjectOf(row), parts }]
}

const linesAtOnce = 500

async function* linesInParts(db: Db): AsyncGenerator<HistoryRow[]> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('history')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(linesAtOnce)
      .execute()
    yield rows
    if (rows.length < linesAtOnce) return
    after = rows.at(-1)!.seq
  }
}
