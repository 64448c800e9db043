import { z } from 'zod'
import { scopeNamesSeenBy } from '#modules/accounts/index.ts'
import { permit } from '#platform/access/rights.ts'
import { notFound } from '#platform/errors.ts'
import { dayOf } from '#platform/ui/format.ts'
import { textsOf } from '#platform/texts/texts.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { limitOf, readCursor, writeCursor } from '#platform/web/listing.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellCodes } from '../links/cell-codes-queries.ts'
import { refuseUnknownCodes } from '../links/link-routes.ts'
import { allLinks } from '../links/link-queries.ts'
import { unknownVersion } from '../grid/grid-shape.ts'
import { matrixPaths } from '../paths.ts'
import { comparisonPage, type ComparisonListing } from './pages/comparison-page.ts'
import { newVersionPage } from './pages/new-version-page.ts'
import { versionPage, type VersionListing } from './pages/version-page.ts'
import { versionsPage } from './pages/versions-page.ts'
import { publishVersion } from './version-commands.ts'
import { frozenNow, matrixVersionById, matrixVersionLinks, matrixVersions } from './version-queries.ts'
import { versionRights } from './version-rights.ts'
import {
  changeRow,
  changeShape,
  frozenRow,
  frozenShape,
  versionRecord,
  versionShape,
  type ChangeRow,
  type FrozenRow,
  type FrozenWords,
  type VersionRecord,
} from './version-shape.ts'
import { changesBetween, versionTextKind, type FrozenLink, type MatrixVersion } from './version.ts'

/** Versions of the Matrix: what was agreed on a day, what changed from one to another, and how the next is published. */
export function versionRoutes(site: Site): void {
  site.form({
    path: matrixPaths.newVersion,
    name: 'matrix-publish-version',
    summary: 'Publishes a version of the Matrix: the agreed links that hold today, under the next number.',
    right: 'matrix-version.publish',
    fields: z.strictObject({ note: z.string().max(2000, rule('rule.matrix-rationale')) }),
    read: async ({ db, actor, now }) => {
      permit(versionRights, 'publish', actor, { state: 'published' })
      return { links: (await frozenNow(db, await allLinks(db), dayOf(now))).length }
    },
    page: newVersionPage,
    act: async ({ db, actor, now: at, language }, _subject, { fields: { note } }) => {
      const published = await publishVersion(db, { actor, at, language, note })
      if ('issues' in published) return published
      return { to: matrixPaths.version(published.number), done: 'matrix.done.published' }
    },
  })
  site.list({
    path: matrixPaths.versions,
    name: 'matrix-versions',
    summary: 'Published versions of the WSIS-SDG Matrix, the latest first.',
    query: z.strictObject({}),
    row: versionShape,
    read: readVersions,
    page: versionsPage,
    columns,
  })
  site.list({
    path: matrixPaths.version(':version'),
    name: 'matrix-version',
    summary: 'One version of the WSIS-SDG Matrix: its links as they stood.',
    query: versionQuery,
    row: frozenShape,
    read: readVersion,
    page: (visit, listing) => versionPage(visit, listing as VersionListing),
    columns: frozenColumns,
  })
  site.list({
    path: matrixPaths.comparison,
    name: 'matrix-comparison',
    summary:
      'What differs between two versions of the WSIS-SDG Matrix, or between one and what holds today: links added, withdrawn, reworded, with other days or another agency.',
    query: z.strictObject({ from: versionNumber.optional(), to: versionNumber.optional() }),
    row: changeShape,
    read: readComparison,
    page: (visit, listing) => comparisonPage(visit, listing as ComparisonListing),
    columns: changeColumns,
  })
  site.addresses(async ({ db }) =>
    (await matrixVersions(db)).map(({ number }) => matrixPaths.version(number)),
  )
}

const versionNumber = z.string().regex(/^[1-9]\d{0,5}$/, rule('rule.whole-number'))

const versionQuery = z.strictObject({
  'action-line': code.optional(),
  sdg: code.optional(),
  target: code.optional(),
  gdc: code.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

async function readVersions(visit: Visit): Promise<Listing<VersionRecord>> {
  const versions = await matrixVersions(visit.db)
  const rows = await versionRecords(visit, versions)
  return { rows, total: rows.length, next: null }
}

async function versionRecords({ db, language }: Visit, versions: readonly MatrixVersion[]) {
  const texts = await textsOf(
    db,
    versions.map(({ number }) => ({ kind: versionTextKind, id: String(number) })),
    language,
  )
  return versions.map((version) =>
    versionRecord(version, texts.get(versionTextKind, String(version.number))['note']),
  )
}

async function readVersion(
  visit: Visit,
  { after, limit: most, ...asked }: z.infer<typeof versionQuery>,
  { version: number = '' }: PathParameters,
): Promise<VersionListing> {
  const version = versionNumber.safeParse(number).success
    ? await matrixVersionById(visit.db, Number(number))
    : null
  if (version === null) throw notFound()
  const limit = limitOf(most === undefined ? {} : { limit: Number(most) })
  const skip = await refusingCursor((async () => readCursor(after, ['place'])?.[0] ?? 0)())
  const { 'action-line': line, sdg, target, gdc } = asked
  const found = (await matrixVersionLinks(visit.db, version.number)).filter(
    (link) =>
      (line === undefined || link.line === line) &&
      (sdg === undefined || String(link.sdg) === sdg) &&
      (target === undefined || link.target === target) &&
      (gdc === undefined || link.objective === gdc),
  )
  const shown = found.slice(skip, skip + limit)
  const words = await frozenWords(visit, shown)
  refuseUnknownCodes(words.codes, asked)
  const [record] = await versionRecords(visit, [version])
  return {
    rows: shown.map((link) => frozenRow(visit, words, link)),
    total: found.length,
    next: skip + shown.length < found.length ? writeCursor([skip + shown.length]) : null,
    version: record as VersionRecord,
  }
}

/** From the version before the last to the last, or from the last to what holds today, unless it is said otherwise. */
async function readComparison(
  visit: Visit,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<ComparisonListing> {
  const { db, now } = visit
  const versions = await matrixVersions(db)
  const known = versions.map(({ number }) => number)
  for (const number of [from, to])
    if (number !== undefined && !known.includes(Number(number))) throw unknownVersion(known)
  const first = from === undefined ? known[0] : Number(from)
  const linksOf = async (number: number | undefined): Promise<FrozenLink[]> =>
    number === undefined ? frozenNow(db, await allLinks(db), dayOf(now)) : matrixVersionLinks(db, number)
  const before = first === undefined ? [] : await linksOf(first)
  const after = await linksOf(to === undefined ? undefined : Number(to))
  const changes = changesBetween(before, after)
  const words = await frozenWords(visit, [...before, ...after])
  return {
    rows: changes.map((change) => changeRow(visit, words, change)),
    total: changes.length,
    next: null,
    from: first ?? null,
    to: to === undefined ? null : Number(to),
    known,
  }
}

const frozenWords = async ({ db, actor }: Visit, links: readonly FrozenLink[]): Promise<FrozenWords> => ({
  codes: await cellCodes(db),
  agencies: await scopeNamesSeenBy(db, actor, [...new Set(links.flatMap(({ agency }) => agency ?? []))]),
})

const columns: Column<VersionRecord>[] = [
  { name: 'number', value: (row) => row.number },
  { name: 'dated_on', value: (row) => row.datedOn },
  { name: 'published_at', value: (row) => row.publishedAt },
  { name: 'source', value: (row) => row.source },
  { name: 'links', value: (row) => row.links },
  { name: 'note', value: (row) => row.note?.text },
]

const frozenColumns: Column<FrozenRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'action_line', value: (row) => row.line.code },
  { name: 'sdg', value: (row) => row.goal?.code },
  { name: 'target', value: (row) => row.target?.code },
  { name: 'gdc', value: (row) => row.objective?.code },
  { name: 'agency', value: (row) => row.agency?.scope },
  { name: 'rationale', value: (row) => row.rationale?.text },
  { name: 'rationale_language', value: (row) => row.rationale?.language },
  { name: 'valid_from', value: (row) => row.validFrom },
  { name: 'valid_until', value: (row) => row.validUntil },
  { name: 'revision', value: (row) => row.revision },
]

const changeColumns: Column<ChangeRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'change', value: (row) => row.kinds.map(({ code: kind }) => kind).join(';') },
  { name: 'action_line', value: (row) => (row.after ?? row.before)?.line.code },
  { name: 'sdg', value: (row) => (row.after ?? row.before)?.goal?.code },
  { name: 'target', value: (row) => (row.after ?? row.before)?.target?.code },
  { name: 'gdc', value: (row) => (row.after ?? row.before)?.objective?.code },
  { name: 'rationale_before', value: (row) => row.before?.rationale?.text },
  { name: 'rationale_after', value: (row) => row.after?.rationale?.text },
  { name: 'valid_from_before', value: (row) => row.before?.validFrom },
  { name: 'valid_from_after', value: (row) => row.after?.validFrom },
  { name: 'valid_until_before', value: (row) => row.before?.validUntil },
  { name: 'valid_until_after', value: (row) => row.after?.validUntil },
]
