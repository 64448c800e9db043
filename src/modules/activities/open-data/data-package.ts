import type { Translate } from '#platform/messages.ts'
import type { Part } from '#platform/packages/zip-write.ts'
import { csvLine } from '#platform/sheets/csv-write.ts'
import type { Cell } from '#platform/sheets/cell.ts'
import type { Licence } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { licenceAddresses } from '../published/activity-shape.ts'
import { activityTable } from './activity-table.ts'
import { codeTable, describedColumns, fieldTable, meaningOf, type Words } from './dictionary.ts'
import type { OpenEntry } from './open-entry.ts'
import { cellsOf, type OpenColumn, type OpenTable } from './open-table.ts'
import { tagTable, titleTable } from './part-tables.ts'
import { slices } from './slices.ts'

export type RegisterFacts = {
  day: string
  madeAt: Date
  publicUrl: string
  entries: number
  /** Rows of the tables of tags and titles. */
  tags: number
  titles: number
  licences: Partial<Record<Licence, number>>
}

export type Known = { facts: RegisterFacts; codes: ActivityCodes; words: Words }

/** A file of a zip of the older form ends at 4 GB; longer tables go on in another file. */
const rowsEach = 100_000

/**
 * A Data Package (https://datapackage.org/standard/data-package/): tables as CSV with their description, a data dictionary in
 * six languages and all lists of codes.
 */
export function* dataPackage(entries: () => AsyncIterable<OpenEntry>, known: Known): Generator<Part> {
  const { facts, codes, words } = known
  yield { name: 'datapackage.json', content: [JSON.stringify(descriptor(known), null, 2), '\n'] }
  yield* tableParts(activityTable, entries, facts.entries)
  yield* tableParts(tagTable, entries, facts.tags)
  yield* tableParts(titleTable, entries, facts.titles)
  yield* tableParts(codeTable, () => [codes], 0)
  yield* tableParts(fieldTable(words), () => [describedColumns(words)], 0)
}

function* tableParts<Source, Row>(
  table: OpenTable<Source, Row>,
  sources: () => Iterable<Source> | AsyncIterable<Source>,
  rows: number,
): Generator<Part> {
  const parts = slices(cellsOf(table, sources()), rowsEach)
  const header = table.columns.map(({ name }) => name)
  for (const [place, name] of pathsOf(table.name, rows).entries())
    yield { name, content: lines(place === 0 ? header : null, parts.next()) }
}

/** Without the mark of UTF-8 that spreadsheets like: programs that read Data Packages would take it for a letter. */
async function* lines(
  header: readonly string[] | null,
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  if (header !== null) yield csvLine(header)
  for await (const row of rows) yield csvLine(row)
}

/** Files that continue a table have no header of their own: they are read as if they were one. */
const pathsOf = (name: string, rows: number): string[] =>
  rows <= rowsEach
    ? [`${name}.csv`]
    : Array.from({ length: Math.ceil(rows / rowsEach) }, (_, place) => `${name}-${place + 1}.csv`)

function descriptor({ facts, words }: Known) {
  const t = words.en
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'wsis-stocktaking-activities',
    id: `${facts.publicUrl}/downloads/activities-${facts.day}.zip`,
    title: t('activities.title'),
    description: `${t('activities.open.lead')} ${t('activities.open.licence')}`,
    homepage: `${facts.publicUrl}/downloads`,
    version: facts.day.replaceAll('-', '.'),
    created: facts.madeAt.toISOString(),
    licenses: packageLicences(facts),
    resources: [
      resource(t, activityTable, facts.entries, { primaryKey: ['id'] }),
      resource(t, tagTable, facts.tags, ofActivity),
      resource(t, titleTable, facts.titles, { primaryKey: ['activity', 'language'], ...ofActivity }),
      resource(t, codeTable, 0, { primaryKey: ['list', 'code'] }),
      resource(t, fieldTable(words), 0, { primaryKey: ['table', 'field'] }),
    ],
  }
}

const ofActivity = {
  foreignKeys: [{ fields: ['activity'], reference: { resource: 'activities', fields: ['id'] } }],
}

function resource<Source, Row>(
  t: Translate,
  { name, meaning, columns }: OpenTable<Source, Row>,
  rows: number,
  keys: Record<string, unknown>,
) {
  const paths = pathsOf(name, rows)
  return {
    name,
    type: 'table',
    path: paths.length === 1 ? paths[0] : paths,
    title: t(meaning),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\r\n' },
    schema: { fields: columns.map((column) => field(t, column)), ...keys },
  }
}

const field = <Row>(t: Translate, { name, type, codes, meaning, of }: OpenColumn<Row>) => ({
  name,
  type: type === 'list' ? 'string' : type,
  description: meaningOf(t, { meaning, of }),
  ...(type === 'string' && Array.isArray(codes) ? { constraints: { enum: codes } } : {}),
})

/** All licences that occur: each entry names its own. */
const packageLicences = ({ licences }: RegisterFacts) =>
  Object.keys(licences).map((name) => {
    const path = licenceAddresses[name as Licence]
    return path === null ? { name } : { name, path }
  })
