import type { Db } from './database/tables.ts'
import type { TouchingLine } from './search/feeding/search-source.ts'

/** A line of the history, at which somebody stopped. */
export type Place = { seq: number; hash: string }

/** So many lines are followed; beyond them it is easier to begin anew. */
export const mostLines = 500

export async function lastPlace(db: Db): Promise<Place> {
  const last = await db
    .selectFrom('history')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { seq: 0, hash: '' }
}

/** The line at which somebody stopped, if it is still there, and those after it. */
export async function linesFrom(db: Db, seq: number): Promise<(TouchingLine & Place)[]> {
  const rows = await db
    .selectFrom('history')
    .select(['seq', 'hash', 'act', 'subject_kind', 'subject_id', 'facts', 'batch'])
    .where('seq', '>=', seq)
    .orderBy('seq')
    .limit(mostLines + 1)
    .execute()
  return rows.map(({ subject_kind: kind, subject_id: id, facts, ...line }) => ({
    ...line,
    subject: { kind, id },
    facts: facts as Record<string, unknown>,
  }))
}
