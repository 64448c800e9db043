import type { Db } from '../../database/tables.ts'
import type { TouchingLine } from './search-source.ts'

const linesAtOnce = 2000

/** Lines get their numbers under a lock that is held to the commit, so none with a smaller number can come later. */
export async function linesAfter(db: Db, seq: number): Promise<(TouchingLine & { seq: number })[]> {
  const rows = await db
    .selectFrom('history')
    .select(['seq', 'act', 'subject_kind', 'subject_id', 'facts', 'batch'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(linesAtOnce)
    .execute()
  return rows.map(({ seq: number, act, subject_kind: kind, subject_id: id, facts, batch }) => ({
    seq: number,
    act,
    subject: { kind, id },
    facts: facts as Record<string, unknown>,
    batch,
  }))
}

export async function lastSeq(db: Db): Promise<number> {
  const last = await db.selectFrom('history').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last?.seq ?? 0
}
