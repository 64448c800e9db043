import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { readCursor, writeCursor } from '#platform/web/listing.ts'
import { reportsSeenBy, reportsWhere, withReportWords, type ReportRead } from './report-queries.ts'
import type { Report, ReportState } from './report.ts'

export type ReportFilters = {
  template?: string | undefined
  recipient?: string | undefined
  state?: ReportState | undefined
  year?: string | undefined
}

export type ReportPage = {
  filters: ReportFilters
  /** What else is true of the reports `r`. */
  among?: RawBuilder<unknown> | undefined
  after: string | undefined
  limit: number
}

export type ReportFacet = keyof ReportFilters

export type ReportList = {
  rows: ReportRead[]
  total: number
  next: string | null
  /** Counts of a filter ignore that filter itself. */
  facets: Record<ReportFacet, Map<string, number>>
}

const valueOf: Record<ReportFacet, (report: Report) => string> = {
  template: ({ template }) => template,
  recipient: ({ recipient }) => recipient,
  state: ({ state }) => state,
  year: ({ dueOn }) => dueOn.slice(0, 4),
}

export const reportFacets = Object.keys(valueOf) as ReportFacet[]

/** Reports that fit, the last to be due first. There are some dozens a year, so all are read, their words only for the page. */
export async function reportList(
  db: Db,
  actor: Actor,
  language: LanguageCode,
  { filters, among = sql`true`, after, limit }: ReportPage,
): Promise<ReportList> {
  const skip = readCursor(after, ['place'])?.[0] ?? 0
  const reports = await reportsWhere(db, sql`${reportsSeenBy(actor)} and ${among}`)
  const fits = (report: Report, but?: ReportFacet) =>
    reportFacets.every((facet) => {
      const wanted = filters[facet]
      return facet === but || wanted === undefined || valueOf[facet](report) === wanted
    })
  const found = reports.filter((report) => fits(report))
  return {
    rows: await withReportWords(db, found.slice(skip, skip + limit), language),
    total: found.length,
    next: skip + limit < found.length ? writeCursor([skip + limit]) : null,
    facets: Object.fromEntries(
      reportFacets.map((facet) => {
        const counts = new Map<string, number>()
        for (const report of reports.filter((one) => fits(one, facet))) {
          const value = valueOf[facet](report)
          counts.set(value, (counts.get(value) ?? 0) + 1)
        }
        return [facet, counts]
      }),
    ) as ReportList['facets'],
  }
}
