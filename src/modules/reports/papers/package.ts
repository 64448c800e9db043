import { activityPaths } from '#modules/activities/index.ts'
import { mandatePaths } from '#modules/mandates/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { planPaths } from '#modules/plans/index.ts'
import { addressOf } from '#platform/web/address.ts'
import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import type { Part } from '#platform/packages/zip-write.ts'
import { canonicalPieces } from '#platform/sha256.ts'
import { csvLine } from '#platform/sheets/csv-write.ts'
import type { Cell } from '#platform/sheets/cell.ts'
import type { Edition } from '../freezing/edition-queries.ts'
import type { Counted, FrozenPart } from '../freezing/edition.ts'
import { revisionsOf } from '../freezing/records-kept.ts'
import { sourcesOf } from '../parts/answer-queries.ts'
import { valueLabel } from '../parts/part-words.ts'
import type { Dimension, SourceName } from '../parts/part.ts'
import { reportPaths } from '../paths.ts'
import type { ReportRecord } from '../report-shape.ts'

export type Packed = {
  publicUrl: string
  translate: Record<LanguageCode, Translate>
  edition: Edition
  /** The report as visitors read it, read when its turn comes. */
  inLanguage: (language: LanguageCode) => Promise<ReportRecord>
  /** The records behind a part, read when its turn comes. */
  recordsOf: (part: string) => Promise<Counted>
}

/** All that a frozen report says as a Data Package (https://datapackage.org), with what an outsider needs to check it. */
export async function* reportPackage(packed: Packed): AsyncGenerator<Part> {
  const { edition, inLanguage, recordsOf } = packed
  const parts = edition.content.sections.flatMap((section) => section.parts)
  yield { name: 'datapackage.json', content: [JSON.stringify(descriptor(packed, parts), null, 2), '\n'] }
  yield { name: 'README.md', content: [readme(packed)] }
  // Without a line's end: its bytes are what the digest was taken over.
  yield { name: 'edition.json', content: canonicalPieces(edition.content) }
  for (const language of languageCodes) {
    const { may: _may, steps: _steps, papers: _papers, ...report } = await inLanguage(language)
    yield { name: `report/${language}.json`, content: [JSON.stringify(report, null, 1), '\n'] }
  }
  for (const part of parts) yield { name: `parts/${part.key}.csv`, content: partLines(packed, part) }
  for (const part of parts) {
    const { key } = part
    const records = await recordsOf(key)
    yield { name: `records/${key}.csv`, content: recordLines(packed, part, records) }
    yield { name: `records/${key}.json`, content: canonicalPieces(revisionsOf(records)) }
  }
}

type Column<Row> = { name: string; type: 'string' | 'integer'; value: (row: Row) => Cell }

type NumberOfPart = { row: string | null; column: string | null; count: number; shown?: number }

/** Every number of a part: of a table with columns its cells, of others its rows, and always the whole. */
const cellsOf = ({ query, result }: FrozenPart): NumberOfPart[] => [
  ...(query.across === null
    ? result.rows.map(({ value, count }): NumberOfPart => ({ row: value, column: null, count }))
    : result.cells),
  { row: null, column: null, count: result.total },
]

const partColumns = ({ translate }: Packed, { query, labels }: FrozenPart): Column<NumberOfPart>[] => {
  const side = (name: 'row' | 'column', dimension: Dimension | null): Column<NumberOfPart>[] => [
    { name, type: 'string', value: (cell) => cell[name] },
    ...languageCodes.map((language): Column<NumberOfPart> => ({
      name: `${name}_label_${language}`,
      type: 'string',
      value: ({ [name]: value }) =>
        value === null || dimension === null
          ? null
          : valueLabel({ t: translate[language], language }, labels, dimension, value),
    })),
  ]
  return [
    ...side('row', query.by),
    ...side('column', query.across),
    { name: 'count', type: 'integer', value: ({ count }) => count },
    { name: 'entries', type: 'integer', value: ({ shown }) => shown ?? null },
  ]
}

function* partLines(packed: Packed, part: FrozenPart): Generator<string> {
  const columns = partColumns(packed, part)
  yield csvLine(columns.map(({ name }) => name))
  for (const cell of cellsOf(part)) yield csvLine(columns.map(({ value }) => value(cell)))
}

type RecordOfPart = { id: string; revision: number; stood: string; source: SourceName }

const recordColumns = (publicUrl: string): Column<RecordOfPart>[] => [
  { name: 'id', type: 'string', value: ({ id }) => id },
  { name: 'revision', type: 'integer', value: ({ revision }) => revision },
  { name: 'counted_for', type: 'string', value: ({ stood }) => stood.replace('\t', '; ') },
  {
    name: 'address',
    type: 'string',
    value: ({ id, source }) => publicUrl + addressOf('en', recordPath[source](id)),
  },
]

const recordPath: Record<SourceName, (id: string) => string> = {
  activities: activityPaths.activity,
  duties: mandatePaths.duty,
  plans: planPaths.item,
  indicators: planPaths.indicator,
  matrix: matrixPaths.link,
}

function* recordLines(
  { publicUrl }: Packed,
  { query, result }: FrozenPart,
  records: Counted,
): Generator<string> {
  const columns = recordColumns(publicUrl)
  // A table of the Matrix counts the entries that show its links too; they stand behind the links.
  const [first = query.source, second = first] = sourcesOf(query)
  yield csvLine(columns.map(({ name }) => name))
  for (const [place, [id, revision, stood = '']] of records.entries()) {
    const source = place < result.total ? first : second
    yield csvLine(columns.map(({ value }) => value({ id, revision, stood, source })))
  }
}

function descriptor(packed: Packed, parts: readonly FrozenPart[]) {
  const { publicUrl, edition, translate } = packed
  const { report, words, frozenAt } = edition.content
  const title = words.title?.en ?? words.title?.[report.language]
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `report-${report.id}`,
    id: `${publicUrl}/en${reportPaths.report(report.id)}`,
    title: `${report.symbol} ${title?.text ?? ''}`.trim(),
    description: translate.en('reports.paper.package.what'),
    homepage: `${publicUrl}/en${reportPaths.report(report.id)}`,
    version: String(report.version),
    created: frozenAt,
    licenses: [{ name: 'CC-BY-3.0-IGO', path: 'https://creativecommons.org/licenses/by/3.0/igo/' }],
    resources: [
      {
        name: 'edition',
        path: 'edition.json',
        format: 'json',
        mediatype: 'application/json',
        hash: `sha256:${edition.digest}`,
      },
      ...languageCodes.map((language) => ({
        name: `report-${language}`,
        path: `report/${language}.json`,
        format: 'json',
        mediatype: 'application/json',
      })),
      ...parts.flatMap((part) => [
        table(`part-${part.key}`, `parts/${part.key}.csv`, partColumns(packed, part)),
        table(`records-${part.key}`, `records/${part.key}.csv`, recordColumns(publicUrl)),
      ]),
    ],
  }
}

const table = <Row>(name: string, path: string, columns: readonly Column<Row>[]) => ({
  ...{ name, path, type: 'table', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
  dialect: { lineTerminator: '\r\n' },
  schema: { fields: columns.map(({ name: field, type }) => ({ name: field, type })) },
})

const readme = ({ translate, edition: { content, digest } }: Packed): string =>
  languageCodes
    .map((language) => {
      const t = translate[language]
      const { words, report } = content
      const title = (words.title?.[language] ?? words.title?.[report.language])?.text ?? ''
      return [
        `# ${languages[language].endonym}: ${report.symbol} ${inOneLine(title)}`,
        t('reports.paper.package.what'),
        [
          `- ${t('reports.paper.package.report')}`,
          `- ${t('reports.paper.package.parts')}`,
          `- ${t('reports.paper.package.records')}`,
        ].join('\n'),
        t('reports.paper.package.check', { digest }),
        t('reports.paper.package.licence'),
      ].join('\n\n')
    })
    .join('\n\n')
    .concat('\n')

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')
