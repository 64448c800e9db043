import { usualQueries } from '#modules/reports/parts/part.ts'
import { sectionsOf } from '#modules/reports/sections/section-queries.ts'
import type { Db } from '#platform/database/tables.ts'
import { commented, frozenReport, newReport, putEntries, steps, suggested } from './report-samples.ts'

/** A report that is being collected, with its sections and live parts, and one that was frozen. */
export async function reportsOfOffice(db: Db): Promise<string[]> {
  await putEntries(db)
  const open = await newReport(db)
  await steps(db, open, ['collect'])
  const sections = await sectionsOf(db, open)
  const texts = {
    stocktaking: 'There are {{entries}} entries [[/activities/rprt000001]].\n\n{{entries-by-line}}',
  }
  const { progress, duties } = usualQueries
  const parts = { 'all-plans': progress, 'all-duties': { ...duties, view: 'list', by: null } } as const
  const { id: frozen } = await frozenReport(db, texts, { symbol: 'C26/99', parts })
  const [said, settled, wording] = [
    await commented(db, false),
    await commented(db, true),
    await suggested(db, 'open'),
  ]
  return [
    `/reports/${open}`,
    `/reports/${frozen}`,
    `/reports/${frozen}/paper`,
    `/reports/${frozen}/parts/entries-by-line`,
    `/reports/${frozen}/parts/lines-and-goals`,
    `/reports/${frozen}/parts/all-duties`,
    `/reports/${frozen}/citations/1`,
    `/reports/${open}/parts/entries`,
    ...sections.slice(0, 2).map(({ id }) => `/report-sections/${id}`),
    `/reports/${open}/talk`,
    `/report-comments/${said.id}`,
    `/report-comments/${settled.id}`,
    `/report-suggestions/${wording.id}`,
    `/report-sections/${wording.section}`,
    '/reporting/waiting',
    '/report-templates/council-comprehensive',
    '/report-templates/stocktaking-global',
  ]
}
