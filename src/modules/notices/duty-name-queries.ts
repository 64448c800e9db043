import type { Db } from '#platform/database/tables.ts'
import type { DutyNamed } from './duty-facts.ts'

/** The names of duties, by id. */
export async function dutiesNamed(db: Db, duties: readonly string[]): Promise<Map<string, DutyNamed>> {
  if (duties.length === 0) return new Map()
  const rows = await db
    .selectFrom('duties as d')
    .innerJoin('revisions as r', 'r.id', 'd.revision')
    .innerJoin('provisions as p', (on) =>
      on.onRef('p.revision', '=', 'd.revision').onRef('p.address', '=', 'd.address'),
    )
    .select(['d.id as duty', 'd.revision', 'd.address', 'r.name', 'p.paraphrase'])
    .where('d.id', 'in', duties)
    .execute()
  return new Map(rows.map((row) => [row.duty, row]))
}
