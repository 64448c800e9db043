import { barsFile } from '#platform/charts/bars-file.ts'
import { worldMapFile, type WorldMap } from '#platform/charts/world-map.ts'
import type { PaperBlock, PaperSpan, PaperTable } from '#platform/documents/paper.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dimensionKeys, sourceKeys, written } from '../parts/part-words.ts'
import type { PartRecord } from '../parts/part-shape.ts'

type Reader = Pick<Visit, 't' | 'language'>

export type Addressed = {
  /** Where the records behind the part are, with its site. */
  records: string
  of: (path: string) => string
}

/** A live part as it stands on paper: what is a picture on the page has its table below it. */
export function partBlocks(reader: Reader, part: PartRecord, address: Addressed): PaperBlock[] {
  const { t } = reader
  const records: PaperBlock = {
    block: 'paragraph',
    number: null,
    look: 'hint',
    spans: [
      link(t('reports.part.records', { count: part.total }), address.records),
      ...(part.none > 0 ? [plain(` · ${t('reports.part.none', { count: part.none })}`)] : []),
    ],
  }
  return [...shown(reader, part, address), records].map((block) => ({ ...block, part: part.key }))
}

function shown(reader: Reader, part: PartRecord, address: Addressed): PaperBlock[] {
  const { t } = reader
  const anchor = `part-${part.key}`
  const caption = part.words
  if (part.view === 'figure') return [figure(reader, part, address)]
  if (part.view === 'list') return listed(reader, part, address)
  if (part.columns.length > 0) return grid(reader, part)
  if (part.view === 'table') return [counts(reader, part, anchor)]
  const description = part.rows.map(({ label, count }) => `${label}: ${written(reader, count)}`).join('; ')
  // On paper the caption is the title.
  const unnamed = { title: '', description: '' }
  const svg =
    part.view === 'chart'
      ? barsFile(t, {
          ...unnamed,
          rows: part.rows.map(({ label, count }) => ({ name: label, count })),
          written: (count) => written(reader, count),
        })
      : worldMapFile(t, mapOf(reader, part, { id: anchor, ...unnamed }), paperWidth)
  return [
    { block: 'picture', anchor, caption, svg, description: `${caption}. ${description}` },
    counts(reader, part, `${anchor}-table`),
  ]
}

/** In pixels: about as wide as a text on A4, so that the words of a picture stay readable. */
const paperWidth = 680

const mapOf = (
  reader: Reader,
  part: PartRecord,
  named: Pick<WorldMap, 'id' | 'title' | 'description'>,
): WorldMap => ({
  ...named,
  measure: {
    name: reader.t(sourceKeys[part.source]),
    none: reader.t('activities.measure.none'),
    written: (count) => written(reader, count),
  },
  values: new Map(part.rows.map(({ code, count }) => [code, count])),
  nameOf: (code) => part.rows.find((row) => row.code === code)?.label ?? code,
  addressOf: () => null,
})

const figure = (reader: Reader, part: PartRecord, address: Addressed): PaperBlock => ({
  block: 'paragraph',
  number: null,
  spans: [link(written(reader, part.total), address.records), plain(` ${part.words}`)],
})

function listed({ t }: Reader, part: PartRecord, address: Addressed): PaperBlock[] {
  const more = part.total - part.listed.length
  return [
    { block: 'paragraph', number: null, spans: [plain(part.words)] },
    {
      block: 'list',
      isOrdered: false,
      lines: part.listed.map(({ title, path }) => [
        path === null ? plain(title) : link(title, address.of(path)),
      ]),
    },
    ...(more > 0
      ? [
          {
            block: 'paragraph' as const,
            number: null,
            look: 'hint' as const,
            spans: [plain(t('reports.part.more', { count: more }))],
          },
        ]
      : []),
  ]
}

const counts = (reader: Reader, part: PartRecord, anchor: string): PaperTable => ({
  block: 'table',
  anchor,
  caption: part.words,
  names: [
    { text: part.by === null ? '' : reader.t(dimensionKeys[part.by]), isNumber: false },
    { text: reader.t(sourceKeys[part.source]), isNumber: true },
  ],
  rows: part.rows.map(({ label, count }) => [label, written(reader, count)]),
})

/** The heads of the columns are codes; what they are called stands below. */
function grid(reader: Reader, part: PartRecord): PaperBlock[] {
  const counted = new Map(part.cells.map(({ row, column, count }) => [`${row}\t${column}`, count]))
  return [
    {
      block: 'table',
      anchor: `part-${part.key}`,
      caption: part.words,
      names: [
        { text: part.by === null ? '' : reader.t(dimensionKeys[part.by]), isNumber: false },
        ...part.columns.map(({ code }) => ({ text: code, isNumber: true })),
      ],
      rows: part.rows.map(({ code, label }) => [
        label,
        ...part.columns.map((column) => {
          const count = counted.get(`${code}\t${column.code}`) ?? 0
          return count === 0 ? '' : written(reader, count)
        }),
      ]),
    },
    {
      block: 'paragraph',
      number: null,
      look: 'hint',
      spans: [plain(part.columns.map(({ code, label }) => named(code, label)).join('; '))],
    },
  ]
}

const named = (code: string, label: string): string =>
  label === code || label.startsWith(`${code} · `) ? label : `${code} · ${label}`

export const plain = (text: string): PaperSpan => ({ span: 'text', text, look: 'plain' })

export const link = (text: string, address: string): PaperSpan => ({ span: 'link', text, address })
