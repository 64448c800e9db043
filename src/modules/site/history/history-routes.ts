import { z } from 'zod'
import { nounWord } from '#platform/access/words.ts'
import { notFound } from '#platform/errors.ts'
import { historyPath, idOfPlace, versionPath, type SubjectKind } from '#platform/past/subject.ts'
import { timelineRows, type TimelineFilter } from '#platform/past/timeline-queries.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { rule } from '#platform/web/problem.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Column, FeedEntry, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { historyPage, subjectPage } from '../pages/history-pages.ts'
import { versionPage } from '../pages/version-page.ts'
import { sitePaths } from '../paths.ts'
import { timelineRecords, timelineShape, type TimelineRecord } from './timeline-shape.ts'
import { versionRecord } from './version-record.ts'
import { versionShape } from './version-shape.ts'

/** What happened to the register and to each record in it, and every version of it. */
export function historyRoutes(site: Site): void {
  const kinds = () => site.modules.flatMap(({ subjects = [] }) => subjects)
  const kindOf = (name = '') => {
    const found = kinds().find(({ kind }) => kind === name)
    if (!found) throw notFound()
    return found
  }
  const nobody = async () => () => null
  const actorNames = site.modules.find((module) => module.actorNames)?.actorNames ?? nobody

  const read = async (
    visit: Visit,
    filter: TimelineFilter,
    { after, limit }: Paging,
  ): Promise<Listing<TimelineRecord>> => {
    const page = { after: after ?? null, ...(limit ? { limit: Number(limit) } : {}) }
    const found = await refusingCursor(timelineRows(visit.db, kinds(), visit.actor, filter, page))
    return { ...found, rows: await timelineRecords(visit, kinds(), actorNames, found.rows) }
  }

  site.list({
    path: sitePaths.history,
    name: 'history',
    summary: 'What happened to the register and its records, the latest first: who, what, when and why.',
    query: z.strictObject({ kind: code.optional(), ...paging }),
    row: timelineShape,
    read: (visit, query) => read(visit, { kind: query.kind }, query),
    page: (visit, listing) => historyPage(visit, listing, seenKinds(visit, kinds())),
    columns,
    feed,
  })
  site.list({
    path: `${sitePaths.history}/:kind/:id`,
    name: 'recordHistory',
    summary: 'What happened to one record. In its id, ~ stands for / and ! for #.',
    query: z.strictObject(paging),
    row: timelineShape,
    read: async (visit, query, parameters) => {
      const { kind, related, named } = kindOf(parameters['kind'])
      const id = idOf(parameters)
      const subjects = [{ kind, id }, ...((await related?.(visit, id)) ?? [])]
      const listing = await read(visit, { subjects }, query)
      const name = (await named(visit, [id])).get(id)
      // Lines of the register alone do not make up a record that is not there.
      const isKnown = related === undefined || name !== undefined || listing.rows.some(isAbout(id))
      if (listing.total === 0 || !isKnown) throw notFound()
      return { ...listing, about: { kind, id, name: name?.label ?? id, path: name?.path ?? null } }
    },
    page: subjectPage,
    columns,
    feed,
  })
  site.record({
    path: `${sitePaths.history}/:kind/:id/:version`,
    name: 'recordVersion',
    summary:
      'One version of a record, compared field by field with the one before or with the one that `with` names.',
    query: z.strictObject({ with: version.optional() }),
    shape: versionShape,
    read: (visit, parameters, query) => {
      const kind = kindOf(parameters['kind'])
      const asked = { id: idOf(parameters), version: parameters['version'] ?? '', other: query.with }
      return versionRecord(visit, { kind, actorNames }, asked)
    },
    page: versionPage,
  })
}

const version = z.string().regex(/^[0-9a-f]{12}$/, rule('rule.code'))
const paging = { after: cursorText.optional(), limit: limitText.optional() }

type Paging = { after?: string | undefined; limit?: string | undefined }

const idOf = (parameters: PathParameters) => idOfPlace(parameters['id'] ?? '')

const isAbout =
  (id: string) =>
  ({ subject }: TimelineRecord): boolean =>
    subject.id === id

const seenKinds = ({ t }: Visit, kinds: readonly SubjectKind[]) =>
  kinds.map(({ kind, noun }) => ({ value: kind, label: nounWord(t, noun) }))

const columns: Column<TimelineRecord>[] = [
  { name: 'at', value: (row) => row.at },
  { name: 'sentence', value: (row) => row.sentence },
  { name: 'act', value: (row) => row.act },
  { name: 'actor', value: (row) => row.actor },
  { name: 'kind', value: (row) => row.subject.kind.code },
  { name: 'kind_label', value: (row) => row.subject.kind.label },
  { name: 'id', value: (row) => row.subject.id },
  { name: 'name', value: (row) => row.subject.name },
  { name: 'from', value: (row) => row.from?.code },
  { name: 'to', value: (row) => row.to?.code },
  { name: 'reason', value: (row) => row.reason },
  { name: 'line', value: (row) => row.id },
]

const feed = {
  title: 'history.title' as const,
  entry: ({ language }: Visit, row: TimelineRecord): FeedEntry => {
    const { kind, id, name, hasVersions } = row.subject
    const path = hasVersions ? versionPath(kind.code, id, row.id) : historyPath(kind.code, id)
    return {
      id: `${addressOf('en', historyPath(kind.code, id))}#${row.id}`,
      title: `${name}: ${row.sentence}`,
      link: addressOf(language, path),
      updated: new Date(row.at),
      summary: row.reason ?? row.sentence,
    }
  },
}
