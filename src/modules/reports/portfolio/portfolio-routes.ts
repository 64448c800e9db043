import { z } from 'zod'
import { partyShape } from '#modules/mandates/index.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import { coded, codedShape, named, saidShape } from '#platform/web/shapes.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { bodyRef, cadenceKeys, stateKeys } from '../names.ts'
import { reportPaths } from '../paths.ts'
import { seesDrafts } from '../report-rights.ts'
import { isPublicReport, reportStates } from '../report.ts'
import { templateCadences } from '../templates/template.ts'
import { reportReader } from '../whole-report-queries.ts'
import { isReportLate } from '../asking/due.ts'
import { lateSections } from '../asking/waiting-queries.ts'
import { portfolioPage } from './portfolio-page.ts'
import { portfolio } from './portfolio-queries.ts'

/** One line of reporting. Of what is still written everybody sees that it is, the staff also where. */
export const portfolioShape = z.object({
  template: z.object({ id: z.string(), line: z.string(), name: saidShape }),
  recipient: partyShape,
  via: z.array(partyShape),
  lead: partyShape,
  cadence: codedShape(templateCadences),
  noticeDays: z.int(),
  due: z.array(z.object({ duty: z.string(), key: z.string(), on: z.string().nullable() })),
  reports: z.array(
    z.object({
      id: z.string().nullable(),
      symbol: z.string().nullable(),
      state: codedShape(reportStates),
      dueOn: z.iso.date(),
      late: z.boolean(),
      /** How many of its sections are late; null for whoever does not see drafts. */
      lateSections: z.int().nullable(),
    }),
  ),
})

export type PortfolioRow = z.infer<typeof portfolioShape>

/** Which body expects what, when, through whom, by which day; what is in the making and what was delivered. */
export const portfolioRoutes = (site: Site): void =>
  site.list({
    path: reportPaths.portfolio,
    name: 'reporting',
    summary:
      'The lines of reporting: which body expects what and how often, what is due next, what is in the making and what was delivered.',
    query: z.strictObject({}),
    row: portfolioShape,
    read: readPortfolio,
    page: portfolioPage,
    columns,
  })

async function readPortfolio(visit: Visit): Promise<Listing<PortfolioRow>> {
  const { names, templates } = await reportReader(visit)
  const offered = [...templates.values()].filter((template) => template.offered)
  const late = await lateSections(visit.db, visit.now)
  const lines = await portfolio(visit.db, offered, visit.now)
  const rows = lines.map(({ template, due, reports }): PortfolioRow => ({
    template: { id: template.id, line: template.line, name: named(visit, template.name, template.id) },
    recipient: bodyRef(names, template.recipient),
    via: template.via.map((body) => bodyRef(names, body)),
    lead: bodyRef(names, template.lead),
    cadence: coded(visit, template.cadence, cadenceKeys),
    noticeDays: template.noticeDays,
    due: due.map(({ duty, key, starts, year }) => ({
      duty: duty.id,
      key,
      on: starts ?? (year === null ? null : String(year)),
    })),
    reports: reports.map((report) => ({
      id: isPublicReport(report) || seesDrafts(visit.actor) ? report.id : null,
      symbol: report.symbol,
      state: coded(visit, report.state, stateKeys),
      dueOn: report.dueOn,
      late: isReportLate(report, dayOf(visit.now)),
      lateSections: seesDrafts(visit.actor) ? (late.get(report.id) ?? 0) : null,
    })),
  }))
  return { rows, total: rows.length, next: null }
}

const columns: Column<PortfolioRow>[] = [
  { name: 'template', value: (row) => row.template.id },
  { name: 'line', value: (row) => row.template.line },
  { name: 'name', value: (row) => row.template.name.text },
  { name: 'recipient', value: (row) => row.recipient.id },
  { name: 'recipient_name', value: (row) => row.recipient.name?.text },
  { name: 'via', value: (row) => row.via.map(({ id }) => id).join('; ') },
  { name: 'lead', value: (row) => row.lead.id },
  { name: 'cadence', value: (row) => row.cadence.code },
  { name: 'notice_days', value: (row) => row.noticeDays },
  { name: 'next_due', value: (row) => row.due[0]?.on },
  { name: 'reports', value: (row) => row.reports.length },
]
