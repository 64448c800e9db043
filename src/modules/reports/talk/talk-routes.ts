import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../paths.ts'
import { reportRead, seesDraftOf } from '../report-queries.ts'
import { talkListPage } from './pages/talk-list-page.ts'
import { talkPage } from './pages/talk-page.ts'
import { talkById, talkOf } from './read-talk-queries.ts'
import { talkKinds, talkShape, talkStateKeys, talkStates, type TalkRecord } from './talk-shape.ts'

const query = z.strictObject({
  kind: z.enum(talkKinds).optional(),
  state: z.enum(talkStates).optional(),
  section: z.string().max(80).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

export const talkPageShape = talkShape.extend({ title: z.string() })

export type TalkPageRecord = z.infer<typeof talkPageShape>

/** What was said of a report while it was written, to those who saw its draft: also when it is frozen, never to others. */
export function talkRoutes(site: Site): void {
  site.list({
    path: reportPaths.talk(':report'),
    name: 'report-talk',
    summary:
      'Comments and proposed wordings on the sections of a report, the latest first; only for those who see or saw its draft.',
    query,
    row: talkShape,
    read: readList,
    page: talkListPage,
    columns,
  })
  for (const kind of talkKinds)
    site.record({
      path: reportPaths[kind](`:${kind}`),
      name: `report-${kind}`,
      summary:
        kind === 'comment'
          ? 'A comment on a section of a report, with its answers and where its words stand now.'
          : 'A proposed wording of a paragraph or of the whole text of a section, with what became of it.',
      query: z.strictObject({}),
      shape: talkPageShape,
      read: (visit, parameters) => readTalk(visit, kind, parameters[kind] ?? ''),
      page: talkPage,
    })
}

export async function readTalk(
  visit: Visit,
  kind: (typeof talkKinds)[number],
  id: string,
): Promise<TalkPageRecord | null> {
  const found = await talkById(visit, kind, id)
  const read = found && (await reportRead(visit.db, visit.actor, found.report.id, visit.language))
  return found && read && { ...found.record, title: read.words.title?.text ?? found.report.id }
}

async function readList(
  visit: Visit,
  { after, limit, ...filters }: z.infer<typeof query>,
  { report: id = '' }: PathParameters,
): Promise<Listing<TalkRecord>> {
  const read = await reportRead(visit.db, visit.actor, id, visit.language)
  if (read === null || !(await seesDraftOf(visit.db, visit.actor, id))) throw notFound()
  const all = await talkOf(visit, read.report)
  const fits = (row: TalkRecord, but?: string) =>
    (but === 'kind' || filters.kind === undefined || row.kind === filters.kind) &&
    (but === 'state' || filters.state === undefined || row.state.code === filters.state) &&
    (but === 'section' || filters.section === undefined || row.section.id === filters.section)
  const skip =
    (await refusingCursor(Promise.resolve(after).then((text) => readCursor(text, ['place']))))?.[0] ?? 0
  const most = limitOf(limit === undefined ? {} : { limit: Number(limit) })
  const found = all.filter((row) => fits(row))
  const facet = (name: 'kind' | 'state' | 'section', valueOf: (row: TalkRecord) => string) => ({
    name,
    values: [
      ...Map.groupBy(
        all.filter((row) => fits(row, name)),
        valueOf,
      ),
    ].map(([value, rows]) => ({
      value,
      label: labelOf(visit, name, rows[0], value),
      count: rows.length,
      chosen: filters[name] === value,
    })),
  })
  return {
    rows: found.slice(skip, skip + most),
    total: found.length,
    next: skip + most < found.length ? writeCursor([skip + most]) : null,
    about: { kind: 'report', id, name: read.words.title?.text ?? id, path: reportPaths.report(id) },
    facets: [
      facet('kind', ({ kind }) => kind),
      facet('state', ({ state }) => state.code),
      facet('section', ({ section }) => section.id),
    ],
  }
}

export const kindKeys = {
  comment: 'noun.report-comment',
  suggestion: 'noun.report-suggestion',
} as const

function labelOf({ t }: Visit, name: string, row: TalkRecord | undefined, value: string): string {
  if (row === undefined) return value
  if (name === 'kind') return t(kindKeys[row.kind])
  return name === 'state' ? t(talkStateKeys[row.state.code]) : row.section.name.text
}

const columns: Column<TalkRecord>[] = [
  { name: 'kind', value: (row) => row.kind },
  { name: 'id', value: (row) => row.id },
  { name: 'section', value: (row) => row.section.id },
  { name: 'section_code', value: (row) => row.section.code },
  { name: 'language', value: (row) => row.language },
  { name: 'state', value: (row) => row.state.code },
  { name: 'by', value: (row) => row.by },
  { name: 'at', value: (row) => row.at },
  { name: 'quote', value: (row) => row.quote },
  { name: 'standing', value: (row) => row.standing },
  { name: 'text', value: (row) => row.text },
  { name: 'after', value: (row) => row.after },
  { name: 'replies', value: (row) => row.replies.length },
  { name: 'settled_by', value: (row) => row.settled?.by },
  { name: 'settled_at', value: (row) => row.settled?.at },
  { name: 'reason', value: (row) => row.settled?.reason },
]
