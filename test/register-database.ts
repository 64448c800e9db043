import { loadRegister } from '#modules/mandates/index.ts'
import { loadPlanTypes } from '#modules/plans/index.ts'
import { loadReportTemplates } from '#modules/reports/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { filledDatabase } from './test-database.ts'

/** The day on which the tests take place, so that what is due does not change under them. */
export const testDay = '2026-11-21'

export const testMoment = new Date(`${testDay}T12:00:00Z`)

/** The test database with the register that is shipped, as it is when it has just been loaded. */
export const registerDatabase = (): Promise<Db> => filledDatabase(shippedRegister)

const shippedRegister = async (db: Db) => {
  await loadRegister(db, { actor: 'test', at: testMoment })
  await loadPlanTypes(db, { actor: 'test', at: testMoment })
  await loadReportTemplates(db, { actor: 'test', at: testMoment })
}
