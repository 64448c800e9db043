import { z } from 'zod'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import { storedFile } from '#platform/files/file-commands.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { linkTo } from '#platform/ui/links.ts'
import { facetsOf } from '../duties/facet-labels.ts'
import { lookOf } from '../duties/look.ts'
import { strengthKeys } from '../duties/duty-shape.ts'
import { code, cursorText, limitText, yearText } from '../list-parameters.ts'
import { refuseUnknown, refusingCursor } from '../list-refusals.ts'
import { evidenceListPage } from '../pages/evidence-list-page.ts'
import { evidencePage } from '../pages/evidence-page.ts'
import { mandatePaths } from '../paths.ts'
import { readerOf } from '../reader.ts'
import { evidenceDetail } from './evidence-detail-queries.ts'
import { evidencePageRecord, evidencePageShape } from './evidence-page-shape.ts'
import { evidenceList } from './evidence-queries.ts'
import { evidenceKindKeys, evidenceRecord, evidenceShape, type EvidenceRecord } from './evidence-shape.ts'
import { evidenceKinds, strengths, type EvidenceKind, type Strength } from './evidence.ts'
import { keptEvidence } from './kept-evidence-queries.ts'

const query = z.strictObject({
  strength: z.enum(strengths).optional(),
  kind: z.enum(evidenceKinds).optional(),
  year: yearText.optional(),
  revision: code.optional(),
  addressee: code.optional(),
  duty: z.string().max(200, rule('rule.short-text')).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

type Query = z.infer<typeof query>

/** Evidence as list, record and file. What one may not see is not in any of them. */
export function evidenceRoutes(site: Site): void {
  site.list({
    path: mandatePaths.evidence,
    name: 'evidence',
    summary: 'Evidence that duties are met, the latest first: what it shows, how strong and how old it is.',
    query,
    row: evidenceShape,
    read,
    page: evidenceListPage,
    columns,
    feed: {
      title: 'evidence.title',
      entry: (visit, row) => ({
        id: `/evidence/${row.id}`,
        title: row.shows?.text ?? row.kind.label,
        link: linkTo(visit, mandatePaths.evidenceOf(row.id)),
        updated: new Date(row.changedAt),
        summary: [
          ...(row.example ? [visit.t('origin.demo')] : []),
          row.duty.revision.name.text,
          row.duty.address,
          row.strength.label,
          row.happenedOn,
        ].join(' · '),
      }),
    },
  })
  site.record({
    path: mandatePaths.evidenceOf(':evidence'),
    name: 'evidence-of',
    summary: 'One piece of evidence with its earlier revisions and its contests.',
    query: z.strictObject({}),
    read: readOne,
    shape: evidencePageShape,
    page: evidencePage,
  })
  site.download({
    path: mandatePaths.evidenceStep(':evidence', 'file'),
    name: 'evidence-file',
    summary: 'The file of a piece of evidence, or the archived copy of what was seen on the web.',
    read: readFile,
  })
}

async function read(visit: Visit, asked: Query) {
  const reader = await readerOf(visit)
  refuseUnknown([{ field: 'addressee', value: asked.addressee, valid: [...reader.bodies.keys()] }])
  const filters = {
    strength: asked.strength,
    kind: asked.kind,
    revision: asked.revision,
    body: asked.addressee,
    duty: asked.duty,
    year: asked.year === undefined ? undefined : Number(asked.year),
  }
  const page = { after: asked.after, limit: asked.limit === undefined ? undefined : Number(asked.limit) }
  const list = await refusingCursor(evidenceList(visit.db, filters, lookOf(visit), page))
  return {
    rows: list.rows.map((row) => evidenceRecord(reader, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      {
        naming: { name: 'strength', value: ({ t }, value) => t(strengthKeys[value as Strength]) },
        counts: list.facets.strength,
      },
      {
        naming: { name: 'kind', value: ({ t }, value) => t(evidenceKindKeys[value as EvidenceKind]) },
        counts: list.facets.kind,
      },
      { naming: { name: 'year' }, counts: list.facets.year },
      { naming: { name: 'revision' }, counts: list.facets.revision },
    ]),
  }
}

async function readOne(visit: Visit, { evidence: id = '' }: Record<string, string>) {
  const [detail, kept] = [
    await evidenceDetail(visit.db, id, lookOf(visit)),
    await keptEvidence(visit.db, id, levelsSeenBy(visit.actor)),
  ]
  if (detail === null || kept === null) return null
  return evidencePageRecord(await readerOf(visit), detail, { kept, actor: visit.actor })
}

/** The file under the name that it was sent with for this piece of evidence; the same bytes may have come twice. */
async function readFile(visit: Visit, { evidence: id = '' }: Record<string, string>) {
  const kept = await keptEvidence(visit.db, id, levelsSeenBy(visit.actor))
  if (kept === null || kept.content.checksum === null) return null
  const file = await storedFile(visit.db, kept.content.checksum)
  return file && { ...file, name: kept.content.fileName ?? file.name }
}

const columns: Column<EvidenceRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'duty', value: (row) => row.duty.id },
  { name: 'revision', value: (row) => row.duty.revision.id },
  { name: 'revision_name', value: (row) => row.duty.revision.name.text },
  { name: 'address', value: (row) => row.duty.address },
  { name: 'due_dates', value: (row) => row.dueDates.join('; ') },
  { name: 'happened_on', value: (row) => row.happenedOn },
  { name: 'shows', value: (row) => row.shows?.text },
  { name: 'shows_language', value: (row) => row.shows?.language },
  { name: 'kind', value: (row) => row.kind.code },
  { name: 'kind_label', value: (row) => row.kind.label },
  { name: 'strength', value: (row) => row.strength.code },
  { name: 'strength_label', value: (row) => row.strength.label },
  { name: 'age', value: (row) => row.age.code },
  { name: 'age_label', value: (row) => row.age.label },
  { name: 'record', value: (row) => row.record?.path },
  { name: 'url', value: (row) => row.url },
  { name: 'title', value: (row) => row.title },
  { name: 'seen_on', value: (row) => row.seenOn },
  { name: 'file', value: (row) => row.file?.name },
  { name: 'checksum', value: (row) => row.file?.checksum },
  { name: 'linked_for', value: (row) => row.linked.id },
  { name: 'linked_for_name', value: (row) => row.linked.name?.text },
  { name: 'linked_on', value: (row) => row.linked.on },
  { name: 'verified_for', value: (row) => row.verified?.id },
  { name: 'verified_on', value: (row) => row.verified?.on },
  { name: 'visibility', value: (row) => row.visibility.code },
  { name: 'example', value: (row) => row.example },
]
