import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { ChainLine } from './chain.ts'

const acts = [
  'reports.submit-report',
  'reports.clear-sector-report',
  'reports.clear-task-force-report',
  'reports.clear-report',
  'reports.send-back-report',
  'reports.hand-in-section',
  'reports.clear-section',
  'reports.send-back-section',
]

/** What was cleared and sent back of a report and its sections, in the order in which it happened. */
export async function chainLines(db: Db, report: string, sections: readonly string[]): Promise<ChainLine[]> {
  const found = await sql<ChainLine>`
    select h.subject_kind as kind, h.subject_id as id, h.act, h.from_state as "from", h.actor, h.at, h.reason
    from history h
    where ((h.subject_kind = 'report' and h.subject_id = ${report})
        or (h.subject_kind = 'report-section' and h.subject_id = any(${[...sections]}::text[])))
      and h.act = any(${acts}::text[])
    order by h.seq`.execute(db)
  return found.rows
}
