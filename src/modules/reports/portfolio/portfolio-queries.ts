import { sql } from 'kysely'
import { dueDates, type OccurrenceRow } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from '#platform/ui/format.ts'
import { reportsWhere } from '../report-queries.ts'
import type { Report } from '../report.ts'
import type { Template } from '../templates/template.ts'

/** A line of the portfolio: what a body expects, when next, and what is there or in the making. */
export type PortfolioLine = {
  template: Template
  /** The due dates of its duties that are still to come or run now, the first first. */
  due: OccurrenceRow[]
  reports: Report[]
}

const shownReports = 4
const shownDates = 3

/** What is expected by whom and when: three questions, whatever the number of templates. */
export async function portfolio(db: Db, templates: readonly Template[], now: Date): Promise<PortfolioLine[]> {
  const duties = [...new Set(templates.flatMap((template) => template.duties))]
  const from = `${dayOf(now).slice(0, 4)}-01-01`
  const { rows } =
    duties.length === 0 ? { rows: [] } : await dueDates(db, { duties, from }, now, { limit: 200 })
  const reports = await reportsWhere(db, sql`r.state <> 'discarded'`)
  return templates.map((template) => ({
    template,
    due: rows
      .filter(({ duty, state }) => template.duties.includes(duty.id) && state !== 'considered')
      .slice(0, shownDates),
    reports: reports.filter((report) => report.template === template.id).slice(0, shownReports),
  }))
}
