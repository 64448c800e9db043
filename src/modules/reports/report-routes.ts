import { z } from 'zod'
import { visitor } from '#platform/access/actor.ts'
import { named } from '#platform/web/shapes.ts'
import { code, cursorText, limitText, yearText } from '#platform/web/list-parameters.ts'
import { rule } from '#platform/web/problem.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf } from '#platform/web/listing.ts'
import type { Column, Facet, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { bodyRef, stateKeys } from './names.ts'
import { reportPage } from './pages/report-page.ts'
import { reportsPage } from './pages/reports-page.ts'
import { paperRows } from './papers/paper-file-queries.ts'
import { reportPaths } from './paths.ts'
import {
  reportFacets,
  reportList,
  type ReportFacet,
  type ReportFilters,
  type ReportList,
} from './report-list-queries.ts'
import { reportRead, reportsSeenBy, reportsWhere } from './report-queries.ts'
import {
  reportRow,
  reportRowShape,
  reportShape,
  type ReportReader,
  type ReportRecord,
  type ReportRow,
} from './report-shape.ts'
import { reportStates, type ReportState } from './report.ts'
import { amongUsed } from './using/use-queries.ts'
import { reportReader, wholeReport } from './whole-report-queries.ts'

const recordText = z.string().max(300, rule('rule.code'))

const query = z.strictObject({
  template: code.optional(),
  recipient: code.optional(),
  state: z.enum(reportStates).optional(),
  year: yearText.optional(),
  /** Only those that cite, list or ask about a record, as '<kind>:<id>'. */
  uses: recordText.optional(),
  /** Only those that were delivered as the answer to a duty or a provision. */
  answers: recordText.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** Reports, as everybody reads them: what was frozen; the staff of the Union also what is being written. */
export function reportRoutes(site: Site): void {
  site.list({
    path: reportPaths.reports,
    name: 'reports',
    summary:
      'Reports to the bodies that asked for them: what was frozen, and for the staff what is being written.',
    query,
    row: reportRowShape,
    read: readList,
    page: reportsPage,
    columns,
  })
  site.record({
    path: reportPaths.report(':report'),
    name: 'report',
    summary:
      'A report with its sections, its live parts and what it answers; of a frozen one, as it was on that day.',
    query: z.strictObject({}),
    read: readReport,
    shape: reportShape,
    page: reportPage,
  })
  site.addresses(async ({ db }) =>
    (await reportsWhere(db, reportsSeenBy(visitor))).map(({ id }) => reportPaths.report(id)),
  )
}

export async function readReport(
  visit: Visit,
  { report: id = '' }: PathParameters,
): Promise<ReportRecord | null> {
  const found = await reportRead(visit.db, visit.actor, id, visit.language)
  if (found === null) return null
  // Papers are made of now: a page of the past names none.
  const papers = visit.asOf === undefined ? await paperRows(visit.db, found.report) : []
  return { ...(await wholeReport(visit, found)), papers }
}

async function readList(
  visit: Visit,
  { after, limit, uses, answers, ...filters }: z.infer<typeof query>,
): Promise<Listing<ReportRow>> {
  const reader = await reportReader(visit)
  const among = amongUsed(uses, answers)
  const page = { filters, among, after, limit: limitOf(limit === undefined ? {} : { limit: Number(limit) }) }
  const list = await refusingCursor(reportList(visit.db, visit.actor, visit.language, page))
  return {
    rows: list.rows.map((one) => reportRow(reader, one)),
    total: list.total,
    next: list.next,
    facets: facetsOf(reader, list, filters),
  }
}

function facetsOf(
  { visit, names, templates }: ReportReader,
  { facets }: ReportList,
  filters: ReportFilters,
): Facet[] {
  const label: Record<ReportFacet, (value: string) => string> = {
    template: (value) => named(visit, templates.get(value)?.name ?? {}, value).text,
    recipient: (value) => bodyRef(names, value).name?.text ?? value,
    state: (value) => visit.t(stateKeys[value as ReportState]),
    year: (value) => value,
  }
  return reportFacets.map((facet) => ({
    name: facet,
    values: [...facets[facet]]
      .toSorted(([one, ones], [other, others]) => others - ones || (one < other ? 1 : -1))
      .map(([value, count]) => ({
        value,
        label: label[facet](value),
        count,
        chosen: filters[facet] === value,
      })),
  }))
}

const columns: Column<ReportRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'symbol', value: (row) => row.symbol },
  { name: 'version', value: (row) => row.version },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'template', value: (row) => row.template.id },
  { name: 'recipient', value: (row) => row.recipient.id },
  { name: 'lead', value: (row) => row.lead.id },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'starts_on', value: (row) => row.startsOn },
  { name: 'ends_on', value: (row) => row.endsOn },
  { name: 'due_on', value: (row) => row.dueOn },
  { name: 'frozen_at', value: (row) => row.frozenAt },
  { name: 'delivered_on', value: (row) => row.deliveredOn },
  { name: 'considered_on', value: (row) => row.consideredOn },
  { name: 'decision', value: (row) => row.decision },
  { name: 'example', value: (row) => row.example },
]
