import type { Tx } from '#platform/database/tables.ts'
import type { Told } from './notice.ts'

/** A line of the history, as far as those who follow it need it. */
export type Line = {
  seq: number
  at: Date
  actor: string
  act: string
  subject: { kind: string; id: string }
  facts: Record<string, unknown>
}

/** Whom a line concerns. */
export type Follow = (tx: Tx, line: Line) => Promise<Told[]>
