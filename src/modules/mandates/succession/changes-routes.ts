import { z } from 'zod'
import { asCsv } from '#platform/export/csv.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { sectionHeads } from '../instruments/section-queries.ts'
import { changesPage } from '../pages/changes-page.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'
import { readerOf } from '../reader.ts'
import {
  changesRecord,
  changesShape,
  type ChangesPageRecord,
  type ChangesRecord,
  type ChangesRow,
  type LinkRecord,
} from './changes-shape.ts'
import { revisionRef } from '../shapes.ts'
import { successionOf } from './succession-queries.ts'
import { linkKinds } from './succession.ts'

const query = z.strictObject({ what: z.enum(linkKinds).optional() })

/** What a conference changed: one table of clauses and duties, as page, JSON and CSV. */
export function changesRoutes(site: Site): void {
  site.record({
    path: '/revisions/:revision/changes',
    name: 'changes',
    summary: 'What a revision changed: clause by clause, and which duties continue, change, end or begin.',
    query,
    read: (visit, { revision = '' }, { what }) => read(visit, revision, what),
    shape: changesShape,
    page: changesPage,
    forms: {
      '.csv': {
        type: 'text/csv',
        write: (visit, { changes }) => asCsv(visit, columns, changes === null ? [] : lines(changes)),
      },
    },
  })
}

async function read(
  visit: Visit,
  id: string,
  what: (typeof linkKinds)[number] | undefined,
): Promise<ChangesPageRecord | null> {
  const { db, language } = visit
  const held = await successionOf(db, id)
  const known = held?.revision ?? (await revisionRefs(db, [id])).get(id)
  if (known === undefined) return null
  const revision = revisionRef(visit, known)
  if (held === null) return { language, revision, changes: null }
  const [reader, heads] = await Promise.all([readerOf(visit), sectionHeads(db, [held.predecessor.id, id])])
  const changes = changesRecord(reader, heads, held)
  if (what === undefined) return { language, revision, changes }
  const rows = changes.rows
    .map((row) => ({ ...row, duties: row.duties.filter(({ kind }) => kind.code === what) }))
    .filter(({ duties }) => duties.length > 0)
  return { language, revision, changes: { ...changes, rows } }
}

type Line = { state: ChangesRecord['state']; row: ChangesRow; link: LinkRecord | null }

/** A line for each duty; a provision without any has one too. */
const lines = ({ rows, state }: ChangesRecord): Line[] =>
  rows.flatMap((row): Line[] =>
    row.duties.length === 0 ? [{ state, row, link: null }] : row.duties.map((link) => ({ state, row, link })),
  )

const columns: Column<Line>[] = [
  { name: 'state', value: ({ state }) => state.code },
  { name: 'state_label', value: ({ state }) => state.label },
  { name: 'kind', value: ({ row }) => row.kind.code },
  { name: 'kind_label', value: ({ row }) => row.kind.label },
  { name: 'before', value: ({ row }) => row.before?.address },
  { name: 'before_name', value: ({ row }) => row.before?.name },
  { name: 'after', value: ({ row }) => row.after?.address },
  { name: 'after_name', value: ({ row }) => row.after?.name },
  { name: 'divided', value: ({ row }) => row.divided },
  { name: 'merged', value: ({ row }) => row.merged },
  { name: 'duty', value: ({ link }) => link?.kind.code },
  { name: 'duty_label', value: ({ link }) => link?.kind.label },
  { name: 'duty_before', value: ({ link }) => link?.before?.id },
  { name: 'duty_after', value: ({ link }) => link?.after?.id },
  { name: 'fields', value: ({ link }) => link?.changes.map(({ field }) => field.code).join('; ') },
  { name: 'was', value: ({ link }) => link?.changes.map(({ before }) => before?.text ?? '–').join('; ') },
  { name: 'is', value: ({ link }) => link?.changes.map(({ after }) => after?.text ?? '–').join('; ') },
]
