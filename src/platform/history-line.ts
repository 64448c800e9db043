import { createHash } from 'node:crypto'
import { canonical } from './sha256.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    history: HistoryRow
    history_head: { only_one: boolean; seq: number; hash: string }
    row_versions: {
      id: number
      table_name: string
      key: string
      row: Record<string, unknown> | null
      batch: number
      digest: string
      redacted: number | null
    }
  }
}

export type HistoryRow = {
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
  /** The versions of rows that the line accounts for, and their digest; null when it changed no kept row. */
  batch: number | null
  versions_digest: string | null
  previous_hash: string
  hash: string
}

export const nothingBefore = '0'.repeat(64)

export function hashOf(line: Omit<HistoryRow, 'hash'>): string {
  const before = `${JSON.stringify(line.previous_hash)},${line.seq}`
  // Lines from before versions were kept were hashed without them.
  const versions = line.batch === null ? '' : `,${line.batch},${JSON.stringify(line.versions_digest)}`
  return createHash('sha256')
    .update(`[${before},${middleOf(line)}${versions}]`)
    .digest('hex')
}

/** What is hashed of a line besides its place in the chain and the versions that it accounts for; `write_history_lines` adds those. */
export const middleOf = (line: Omit<HistoryRow, InDatabase>): string =>
  canonical([
    line.at,
    line.actor,
    line.act,
    line.subject_kind,
    line.subject_id,
    line.from_state,
    line.to_state,
    line.reason,
    line.facts,
    line.subject_digest,
  ]).slice(1, -1)

type InDatabase = 'seq' | 'batch' | 'versions_digest' | 'previous_hash' | 'hash'

/** All that the program says of a line; the database adds the rest. */
export type Line = Omit<HistoryRow, InDatabase> & { middle: string }
