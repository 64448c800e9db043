import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { PlanType } from './plan-type.ts'
import '../tables.ts'

/** All types in their order, those that are offered first, with their levels from the top down. */
export async function planTypes(db: Db): Promise<PlanType[]> {
  const found = await sql<PlanType>`
    select pt.id, pt.purpose, pt.name, pt.about, pt.offered, pt.source,
      (select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'parent', l.parent, 'one', l.one, 'many', l.many,
          'scheduled', l.scheduled, 'resourced', l.resourced, 'measured', l.measured) order by l.place), '[]')
        from plan_levels l where l.type = pt.id) as levels
    from plan_types pt order by not pt.offered, pt.sort, pt.id`.execute(db)
  return found.rows
}

export async function planType(db: Db, id: string): Promise<PlanType | null> {
  return (await planTypes(db)).find((type) => type.id === id) ?? null
}
