import { activityCodes } from '#modules/activities/index.ts'
import { readerOf } from '#modules/mandates/index.ts'
import { dayOf } from '#platform/ui/format.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { PlanReader } from './plan-names.ts'
import { planTypes } from './plan-types/type-queries.ts'

/** The reader with the names of bodies, codes, types and levels at hand. */
export async function planReader(visit: Visit): Promise<PlanReader> {
  const { db, now } = visit
  const types = await whileUnchanged(db, 'plan-types', () => planTypes(db))
  return {
    visit,
    names: await readerOf(visit),
    codes: await activityCodes(db, dayOf(now)),
    types: new Map(types.map((type) => [type.id, type])),
  }
}
