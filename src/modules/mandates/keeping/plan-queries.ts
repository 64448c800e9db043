import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Plan } from './owner.ts'

/** The present plan of a duty; null when nobody has written one. */
export const planOfDuty = async (db: Db, duty: string): Promise<Plan | null> =>
  (await plansOfDuty(db, duty, 1))[0] ?? null

/** The revisions of a plan, the present one first. */
export async function plansOfDuty(db: Db, duty: string, most = 50): Promise<Plan[]> {
  const found = await sql<Plan>`
    select x.revision, x.body as text, x.original_language as original, x.written_at as "writtenAt",
      x.written_for as "writtenFor",
      (select coalesce(jsonb_agg(jsonb_build_object('day', m.day, 'text', m.text) order by m.place), '[]')
        from duty_milestones m where m.duty = x.duty and m.revision = x.revision) as milestones
    from duty_plans x where x.duty = ${duty} order by x.revision desc limit ${most}`.execute(db)
  return found.rows
}
