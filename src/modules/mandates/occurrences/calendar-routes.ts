import { z } from 'zod'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { calendarFile } from './calendar-file.ts'
import { lookOf } from '../duties/look.ts'
import { occurrenceStates, type OccurrenceFilters } from '../duties/duty.ts'
import { code, cursorText, limitText } from '../list-parameters.ts'
import { facetsOf, nameBody, nameState } from '../duties/facet-labels.ts'
import { refuseUnknown, refusingCursor } from '../list-refusals.ts'
import { mostRows } from '../listing.ts'
import { occurrenceRecord, occurrenceShape, type OccurrenceRecord } from './occurrence-shape.ts'
import { calendarPage, type CalendarYear } from '../pages/calendar-page.ts'
import { mandatePaths } from '../paths.ts'
import { occurrenceList } from '../queries.ts'
import { readerOf } from '../reader.ts'
import type { PartyRecord } from '../shapes.ts'
import { rule } from '#platform/web/problem.ts'

const filters = {
  /** Without it the page shows the present year. */
  year: z
    .string()
    .regex(/^(\d{4}|all)$/, rule('rule.year-or-all'))
    .optional(),
  addressee: code.optional(),
  recipient: code.optional(),
  state: z.enum(occurrenceStates).optional(),
  revision: code.optional(),
}

const query = z.strictObject({ ...filters, after: cursorText.optional(), limit: limitText.optional() })
const fileQuery = z.strictObject(filters)

type Query = z.infer<typeof query>

/** Due dates as page, JSON, CSV and calendar feed. */
export function calendarRoutes(site: Site): void {
  site.list({
    path: mandatePaths.calendar,
    name: 'calendar',
    summary: 'Due dates of the duties; of the present year unless another, or "all", is asked for.',
    query,
    row: occurrenceShape,
    read: (visit, asked) => read(visit, asked, yearOf(visit, asked)),
    page: (visit, listing, asked) => calendarPage(visit, listing, yearOf(visit, asked)),
    columns,
  })
  site.file({
    path: `${mandatePaths.calendar}.ics`,
    name: 'calendar',
    summary: 'All due dates that have a day or a year, as iCalendar events with permanent identifiers.',
    query: fileQuery,
    type: 'text/calendar',
    write: async (visit, asked) => calendarFile(visit, await allRows(visit, { year: 'all', ...asked })),
  })
}

const yearOf = ({ now }: Visit, { year }: Query): CalendarYear =>
  year === 'all' ? 'all' : year === undefined ? now.getUTCFullYear() : Number(year)

async function read(visit: Visit, asked: Query, year: CalendarYear) {
  const reader = await readerOf(visit)
  const bodies = [...reader.bodies.keys()]
  refuseUnknown([
    { field: 'addressee', value: asked.addressee, valid: bodies },
    { field: 'recipient', value: asked.recipient, valid: bodies },
  ])
  const page = { after: asked.after, limit: asked.limit === undefined ? undefined : Number(asked.limit) }
  const { rows, total, next, facets } = await refusingCursor(
    occurrenceList(visit.db, filtersOf(asked, year), lookOf(visit), page),
  )
  return {
    rows: rows.map((row) => occurrenceRecord(reader, row)),
    total,
    next,
    facets: facetsOf(visit, [
      { naming: { name: 'year' }, counts: facets.year },
      { naming: { name: 'state', value: nameState }, counts: facets.state },
      { naming: { name: 'addressee', value: nameBody(reader) }, counts: facets.addressee },
      { naming: { name: 'recipient', value: nameBody(reader) }, counts: facets.recipient },
    ]),
  }
}

const filtersOf = (
  { addressee, recipient, state, revision }: Query,
  year: CalendarYear,
): OccurrenceFilters => ({
  addressee,
  recipient,
  state,
  revision,
  ...(year === 'all' ? {} : { year }),
})

/** A feed has no pages: every row, however many. */
async function allRows(visit: Visit, asked: Query): Promise<OccurrenceRecord[]> {
  const rows: OccurrenceRecord[] = []
  let after: string | undefined
  do {
    const part = await read(visit, { ...asked, after, limit: String(mostRows) }, yearOf(visit, asked))
    rows.push(...part.rows)
    after = part.next ?? undefined
  } while (after !== undefined)
  return rows
}

const ids = (parties: PartyRecord[]) => parties.map(({ id }) => id ?? '').join('; ')
const names = (parties: PartyRecord[]) => parties.map(({ name, id }) => name?.text ?? id ?? '').join('; ')

const columns: Column<OccurrenceRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'year', value: (row) => row.year },
  { name: 'starts', value: (row) => row.starts },
  { name: 'ends', value: (row) => row.ends },
  { name: 'precision', value: (row) => row.precision.code },
  { name: 'precision_label', value: (row) => row.precision.label },
  { name: 'occasion', value: (row) => row.occasion?.id },
  { name: 'occasion_name', value: (row) => row.occasion?.name.text },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'certainty', value: (row) => row.certainty.code },
  { name: 'certainty_label', value: (row) => row.certainty.label },
  { name: 'duty', value: (row) => row.duty.id },
  { name: 'revision', value: (row) => row.duty.revision.id },
  { name: 'revision_name', value: (row) => row.duty.revision.name.text },
  { name: 'address', value: (row) => row.duty.address },
  { name: 'addressee', value: (row) => ids(row.duty.addressees) },
  { name: 'addressee_name', value: (row) => names(row.duty.addressees) },
  { name: 'recipient', value: (row) => ids(row.duty.recipients) },
  { name: 'recipient_name', value: (row) => names(row.duty.recipients) },
  { name: 'cadence', value: (row) => row.duty.cadence.value?.code },
  { name: 'cadence_label', value: (row) => row.duty.cadence.value?.label },
  { name: 'paraphrase', value: (row) => row.duty.paraphrase?.text },
  { name: 'paraphrase_language', value: (row) => row.duty.paraphrase?.language },
]
