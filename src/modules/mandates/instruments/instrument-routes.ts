import { z } from 'zod'
import { addressOf } from '#platform/web/address.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { facetsOf } from '../duties/facet-labels.ts'
import {
  instrumentRecord,
  instrumentRow,
  instrumentRowShape,
  instrumentShape,
  type InstrumentRowRecord,
} from './instrument-shape.ts'
import { kindName } from './instrument-label.ts'
import { refuseUnknown, refusingCursor } from '../list-refusals.ts'
import { code, cursorText, limitText } from '../list-parameters.ts'
import { instrumentPage } from '../pages/instrument-page.ts'
import { instrumentsPage } from '../pages/instruments-page.ts'
import { mandatePaths } from '../paths.ts'
import { citationsOfInstrument, instrumentById, instrumentList } from '../queries.ts'
import { readerOf } from '../reader.ts'
import { foundWords } from '../searching/found-words.ts'
import { sectionHeads } from './section-queries.ts'
import { rule } from '#platform/web/problem.ts'

const query = z.strictObject({
  kind: z.string().max(80, rule('rule.short-text')).optional(),
  body: code.optional(),
  q: z.string().max(200, rule('rule.short-text')).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

type Query = z.infer<typeof query>

/** The instruments as list and one by one. */
export function instrumentRoutes(site: Site): void {
  site.list({
    path: mandatePaths.instruments,
    name: 'instruments',
    summary: 'Instruments: resolutions and other texts, each with the chain of its revisions.',
    query,
    row: instrumentRowShape,
    read,
    page: instrumentsPage,
    columns,
    feed: {
      title: 'instruments.title',
      entry: (visit, row) => ({
        id: addressOf('en', mandatePaths.instrument(row.id)),
        title: row.label,
        link: addressOf(visit.language, mandatePaths.instrument(row.id)),
        // Only the year of the latest revision is known of every instrument.
        updated: new Date(Date.UTC(row.revisions.at(-1)?.year ?? 1970, 0, 1)),
        summary: [row.title?.text, row.revisions.at(-1)?.status.label].filter(Boolean).join(' · '),
      }),
    },
  })
  site.record({
    path: '/instruments/:instrument',
    name: 'instrument',
    summary: 'One instrument with its revisions and the provisions that cite it.',
    query: z.strictObject({}),
    read: readOne,
    shape: instrumentShape,
    page: instrumentPage,
  })
  site.addresses(async ({ db }) => {
    const { rows } = await instrumentList(db, {}, { limit: 200 })
    return rows.flatMap((row) => [
      mandatePaths.instrument(row.id),
      ...row.revisions.map(({ id }) => mandatePaths.revision(id)),
    ])
  })
}

async function read(
  visit: Visit,
  { kind, body, q, after, limit }: Query,
): Promise<Listing<InstrumentRowRecord>> {
  const page = { after, limit: limit === undefined ? undefined : Number(limit) }
  const { ids, taken } = await foundWords(visit, q, ['instrument'])
  const filters = { kind, body, ...(ids ? { found: ids.instrument } : {}) }
  const list = await refusingCursor(instrumentList(visit.db, filters, page))
  if (list.total === 0) await refuseUnknownCodes(visit, { kind, body })
  return {
    rows: list.rows.map((row) => instrumentRow(visit, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      { naming: { name: 'kind', value: kindName }, counts: list.facets.kind },
      { naming: { name: 'body' }, counts: list.facets.body },
    ]),
    ...taken,
  }
}

/** Nothing found: perhaps because no instrument is of that kind, or of that body, at all. */
async function refuseUnknownCodes({ db }: Visit, { kind, body }: Pick<Query, 'kind' | 'body'>) {
  const { facets } = await instrumentList(db, {}, { limit: 1 })
  const valid = (counts: { value: string }[]) => counts.map(({ value }) => value)
  refuseUnknown([
    { field: 'kind', value: kind, valid: valid(facets.kind) },
    { field: 'body', value: body, valid: valid(facets.body) },
  ])
}

async function readOne(visit: Visit, { instrument = '' }: Record<string, string>) {
  const row = await instrumentById(visit.db, instrument)
  if (row === null) return null
  const [reader, citations] = await Promise.all([
    readerOf(visit),
    citationsOfInstrument(visit.db, instrument),
  ])
  const heads = await sectionHeads(visit.db, [...new Set(citations.map(({ revision }) => revision.id))])
  return instrumentRecord(reader, heads, row, citations)
}

const latest = ({ revisions }: InstrumentRowRecord) => revisions.at(-1)

const columns: Column<InstrumentRowRecord>[] = [
  { name: 'instrument', value: ({ id }) => id },
  { name: 'label', value: ({ label }) => label },
  { name: 'name', value: ({ name }) => name.text },
  { name: 'name_language', value: ({ name }) => name.language },
  { name: 'title', value: ({ title }) => title?.text },
  { name: 'title_language', value: ({ title }) => title?.language },
  { name: 'kind', value: ({ kind }) => kind.code },
  { name: 'kind_label', value: ({ kind }) => kind.label },
  { name: 'body', value: ({ body }) => body.id },
  { name: 'body_name', value: ({ body }) => body.name?.text },
  { name: 'number', value: ({ number }) => number },
  { name: 'revisions', value: ({ revisions }) => revisions.length },
  { name: 'latest_revision', value: (row) => latest(row)?.id },
  { name: 'latest_revision_name', value: (row) => latest(row)?.name.text },
  { name: 'latest_year', value: (row) => latest(row)?.year },
  { name: 'status', value: (row) => latest(row)?.status.code },
  { name: 'status_label', value: (row) => latest(row)?.status.label },
  { name: 'verified', value: (row) => latest(row)?.verified },
  { name: 'confidence', value: ({ confidence }) => confidence.code },
  { name: 'confidence_label', value: ({ confidence }) => confidence.label },
  { name: 'duties', value: ({ duties }) => duties },
  { name: 'cited_by', value: ({ citedBy }) => citedBy },
]
