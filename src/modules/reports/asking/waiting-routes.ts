import { z } from 'zod'
import { partyShape, readerOf } from '#modules/mandates/index.ts'
import { signedIn } from '#platform/access/signed-in.ts'
import type { MessageKey } from '#platform/messages.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import { coded, codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { ownerRef } from '../names.ts'
import { reportPaths } from '../paths.ts'
import { withReportWords } from '../report-queries.ts'
import { waitingPage } from './pages/waiting-page.ts'
import { reportsWaitingFor, type WaitingRow } from './waiting-queries.ts'
import { waitings, type Waiting } from './waiting.ts'

const query = z.strictObject({
  waits: z.enum(waitings).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

export const waitingShape = z.object({
  waits: codedShape(waitings),
  report: z.object({ id: z.string(), title: z.string() }),
  section: z.object({ id: z.string(), code: z.string(), name: saidShape }).nullable(),
  owner: partyShape,
  dueOn: z.iso.date(),
  late: z.boolean(),
  open: z.object({ comments: z.int(), suggestions: z.int() }),
})

export type WaitingRecord = z.infer<typeof waitingShape>

export const waitingKeys = {
  write: 'reports.asking.waits.write',
  'clear-section': 'reports.asking.waits.clear-section',
  'clear-report': 'reports.asking.waits.clear-report',
  settle: 'reports.asking.waits.settle',
} as const satisfies Record<Waiting, MessageKey>

/** What waits in reports for whoever asks. */
export const waitingRoutes = (site: Site): void =>
  site.list({
    path: reportPaths.waiting,
    name: 'reporting-waiting',
    summary:
      'What waits in reports for the person who is signed in: sections to write and to clear, reports to clear, comments and proposed wordings to settle.',
    query,
    row: waitingShape,
    read: readWaiting,
    page: waitingPage,
    columns,
  })

async function readWaiting(
  visit: Visit,
  { waits, after, limit }: z.infer<typeof query>,
): Promise<Listing<WaitingRecord>> {
  signedIn(visit.actor)
  const all = await reportsWaitingFor(visit.db, visit.actor, visit.now)
  const found = all.filter((row) => waits === undefined || row.waits === waits)
  const skip =
    (await refusingCursor(Promise.resolve(after).then((text) => readCursor(text, ['place']))))?.[0] ?? 0
  const most = limitOf(limit === undefined ? {} : { limit: Number(limit) })
  return {
    rows: await recordsOf(visit, found.slice(skip, skip + most)),
    total: found.length,
    next: skip + most < found.length ? writeCursor([skip + most]) : null,
    facets: [
      {
        name: 'waits',
        values: waitings.map((value) => ({
          value,
          label: visit.t(waitingKeys[value]),
          count: all.filter((row) => row.waits === value).length,
          chosen: waits === value,
        })),
      },
    ],
  }
}

async function recordsOf(visit: Visit, rows: readonly WaitingRow[]): Promise<WaitingRecord[]> {
  const reports = [...new Map(rows.map(({ report }) => [report.id, report])).values()]
  const read = await withReportWords(visit.db, reports, visit.language)
  const titles = new Map(read.map(({ report, words }) => [report.id, words.title?.text ?? report.id]))
  const names = await readerOf(visit)
  return rows.map(({ waits, report, section, dueOn, isLate, open }) => ({
    waits: coded(visit, waits, waitingKeys),
    report: { id: report.id, title: titles.get(report.id) ?? report.id },
    section:
      section === null
        ? null
        : { id: section.id, code: section.code, name: named(visit, section.name, section.code) },
    owner: ownerRef(names, section?.owner ?? report.lead),
    dueOn,
    late: isLate,
    open,
  }))
}

const columns: Column<WaitingRecord>[] = [
  { name: 'waits', value: (row) => row.waits.code },
  { name: 'report', value: (row) => row.report.id },
  { name: 'title', value: (row) => row.report.title },
  { name: 'section', value: (row) => row.section?.id },
  { name: 'section_code', value: (row) => row.section?.code },
  { name: 'owner', value: (row) => row.owner.id },
  { name: 'due_on', value: (row) => row.dueOn },
  { name: 'late', value: (row) => row.late },
  { name: 'open_comments', value: (row) => row.open.comments },
  { name: 'open_suggestions', value: (row) => row.open.suggestions },
]
