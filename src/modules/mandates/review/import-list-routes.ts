import { z } from 'zod'
import { may } from '#platform/access/rights.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { code, cursorText, limitText } from '../list-parameters.ts'
import { refusingCursor } from '../list-refusals.ts'
import { importsPage } from '../pages/imports-page.ts'
import { importStates } from './import.ts'
import { importList } from './import-list-queries.ts'
import { importRights, newImport } from './import-rights.ts'
import { reviewPaths } from './review-paths.ts'
import { importRecord, importShape, type ImportRecord } from './review-shape.ts'

const query = z.strictObject({
  state: z.enum(importStates).optional(),
  revision: code.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

export function importListRoutes(site: Site): void {
  site.list({
    path: reviewPaths.imports,
    name: 'imports',
    summary: 'Imports of official texts: those that were confirmed, and the drafts that you may review.',
    query,
    row: importShape,
    read,
    page: (visit, listing) =>
      importsPage(visit, listing, may(importRights, 'open', visit.actor, newImport(visit.actor))),
    columns,
  })
}

async function read(visit: Visit, asked: z.infer<typeof query>): Promise<Listing<ImportRecord>> {
  const { state, revision, after, limit } = asked
  const page = { after, limit: limit === undefined ? undefined : Number(limit) }
  const { rows, total, next } = await refusingCursor(
    importList(visit.db, visit.actor, { state, revision }, page),
  )
  return { rows: rows.map((row) => importRecord(visit, row)), total, next }
}

const columns: Column<ImportRecord>[] = [
  { name: 'import', value: ({ id }) => id },
  { name: 'kind', value: ({ kind }) => kind.code },
  { name: 'kind_label', value: ({ kind }) => kind.label },
  { name: 'state', value: ({ state }) => state.code },
  { name: 'state_label', value: ({ state }) => state.label },
  { name: 'title', value: ({ title }) => title },
  { name: 'language', value: ({ language }) => language },
  { name: 'file', value: ({ fileName }) => fileName },
  { name: 'checksum', value: ({ checksum }) => checksum },
  { name: 'revision', value: ({ revision }) => revision },
  { name: 'text_version', value: ({ textVersion }) => textVersion },
  { name: 'opened_at', value: ({ openedAt }) => openedAt },
  { name: 'changed_at', value: ({ changedAt }) => changedAt },
]
