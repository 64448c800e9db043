import { z } from 'zod'
import { refuseUnknown, refusingCursor } from '../list-refusals.ts'
import { code, cursorText, limitText, yearText } from '../list-parameters.ts'
import { lookOf } from '../duties/look.ts'
import { oversightPage, type Choices } from '../pages/oversight-page.ts'
import { mandatePaths } from '../paths.ts'
import { readerOf } from '../reader.ts'
import { named } from '../shapes.ts'
import { inLanguage } from '#platform/languages.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { oversightChoices, oversightGrid } from './oversight-queries.ts'
import { cellRecord, cellShape, type CellRecord } from './oversight-shape.ts'
import { keepingListRoutes } from './keeping-list-routes.ts'

const query = z.strictObject({
  body: code.optional(),
  year: yearText.optional(),
  revision: code.optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

type Query = z.infer<typeof query>

/** How every operative provision stands, at a glance: for a council, on two pages of paper. */
export function oversightRoutes(site: Site): void {
  site.list({
    path: mandatePaths.oversight,
    name: 'oversight',
    summary:
      'Every operative provision with the state of its duties, the last evidence and the next date; `limit` counts revisions.',
    query,
    row: cellShape,
    read,
    page: (visit, listing) => oversightPage(visit, listing, choicesIn(listing)),
    columns,
  })
  keepingListRoutes(site)
}

/** The choices of the filters travel as facets, which the JSON shows too. */
const choicesIn = ({ facets = [] }: Listing<CellRecord>): Choices => ({
  bodies: facets.find(({ name }) => name === 'body')?.values ?? [],
  years: facets.find(({ name }) => name === 'year')?.values ?? [],
  revisions: facets.find(({ name }) => name === 'revision')?.values ?? [],
})

async function read(visit: Visit, asked: Query): Promise<Listing<CellRecord>> {
  const [reader, choices] = await Promise.all([readerOf(visit), oversightChoices(visit.db, lookOf(visit))])
  refuseUnknown([
    { field: 'body', value: asked.body, valid: [...reader.bodies.keys()] },
    { field: 'revision', value: asked.revision, valid: choices.revisions.map(({ id }) => id) },
  ])
  const filters = {
    body: asked.body,
    revision: asked.revision,
    year: asked.year === undefined ? undefined : Number(asked.year),
  }
  const page = { after: asked.after, limit: asked.limit === undefined ? undefined : Number(asked.limit) }
  const grid = await refusingCursor(oversightGrid(visit.db, filters, lookOf(visit), page))
  const value = (name: string, label: string, id: string) => ({
    value: id,
    label,
    count: 0,
    chosen: visit.query.get(name) === id,
  })
  return {
    rows: grid.rows.map((cell) => cellRecord(reader, cell)),
    total: grid.total,
    next: grid.next,
    facets: [
      {
        name: 'body',
        values: choices.bodies.map((id) =>
          value('body', inLanguage(reader.bodies.get(id)?.name ?? {}, visit.language)?.text ?? id, id),
        ),
      },
      { name: 'year', values: choices.years.map((year) => value('year', String(year), String(year))) },
      {
        name: 'revision',
        values: choices.revisions.map(({ id, name }) => value('revision', named(reader, name, id).text, id)),
      },
    ],
  }
}

const columns: Column<CellRecord>[] = [
  { name: 'revision', value: (cell) => cell.revision.id },
  { name: 'revision_name', value: (cell) => cell.revision.name.text },
  { name: 'address', value: (cell) => cell.address },
  { name: 'label', value: (cell) => cell.label },
  { name: 'letter', value: (cell) => cell.letter },
  { name: 'state', value: (cell) => cell.state?.code },
  { name: 'state_label', value: (cell) => cell.state?.label },
  { name: 'addressee', value: (cell) => cell.addressees.map(({ id }) => id ?? '').join('; ') },
  {
    name: 'addressee_name',
    value: (cell) => cell.addressees.map(({ name, id }) => name?.text ?? id ?? '').join('; '),
  },
  {
    name: 'owner',
    value: (cell) => cell.owners.map(({ kind, owner }) => `${kind.code}:${owner ?? ''}`).join('; '),
  },
  {
    name: 'owner_name',
    value: (cell) => cell.owners.map(({ name, kind }) => name?.text ?? kind.label).join('; '),
  },
  { name: 'last_evidence', value: (cell) => cell.lastEvidence?.happenedOn },
  { name: 'last_evidence_strength', value: (cell) => cell.lastEvidence?.strength.code },
  { name: 'last_evidence_strength_label', value: (cell) => cell.lastEvidence?.strength.label },
  { name: 'next_year', value: (cell) => cell.next?.year },
  { name: 'next_starts', value: (cell) => cell.next?.starts },
  { name: 'next_ends', value: (cell) => cell.next?.ends },
  { name: 'duties', value: (cell) => cell.duties.join('; ') },
  { name: 'paraphrase', value: (cell) => cell.paraphrase?.text },
  { name: 'paraphrase_language', value: (cell) => cell.paraphrase?.language },
]
