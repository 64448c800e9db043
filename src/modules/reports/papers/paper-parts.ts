import { barsFile } from '#platform/charts/bars-file.ts'
import { worldMapFile, type WorldMap } from '#platform/charts/world-map.ts'
import type { PaperBlock, PaperSpan, PaperTable } from '#platform/documents/paper.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dimensionKeys, left, sourceKeys, withinKeys, written } from '../parts/part-words.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import { link, plain } from './spans.ts'

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
      ...left(reader, part).map((words) => plain(` · ${words}`)),
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
  spans: [counted(reader, part, address.records), plain(` ${part.words}`)],
})

/** A list as a table with its columns as they were then; one that kept only titles is a plain list. */
function listed({ t }: Reader, part: PartRecord, address: Addressed): PaperBlock[] {
  const rest = part.total - part.listed.length
  const more: PaperBlock[] =
    rest > 0
      ? [
          {
            ...{ block: 'paragraph', number: null, look: 'hint' },
            spans: [plain(t('reports.part.more', { count: rest }))],
          },
        ]
      : []
  const rows = part.listed.map(({ title, within, facts }) => [title, within ?? '', ...facts])
  const heads = [
    t('reports.part.record'),
    t(withinKeys[part.source]),
    ...part.listColumns.map(({ label }) => label),
  ]
  const places = heads.map((_, place) => place).filter((place) => rows.some((row) => row[place]))
  if (places.length > 1)
    return [
      {
        block: 'table',
        anchor: `part-${part.key}`,
        caption: part.words,
        names: places.map((place) => ({ text: heads[place] ?? '', isNumber: false })),
        rows: rows.map((row) => places.map((place) => row[place] ?? '')),
      },
      ...more,
    ]
  const lines = part.listed.map(({ title, path }) => [
    path === null ? plain(title) : link(title, address.of(path)),
  ])
  return [
    { block: 'paragraph', number: null, spans: [plain(part.words)] },
    { block: 'list', isOrdered: false, lines },
    ...more,
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
  const cells = new Map(part.cells.map((cell) => [`${cell.row}\t${cell.column}`, cell]))
  const isMatrix = part.source === 'matrix'
  return [
    {
      block: 'table',
      anchor: `part-${part.key}`,
      caption: isMatrix ? `${part.words}. ${reader.t('reports.proof.cell-reads')}` : part.words,
      names: [
        { text: part.by === null ? '' : reader.t(dimensionKeys[part.by]), isNumber: false },
        ...part.columns.map(({ code }) => ({ text: code, isNumber: true })),
      ],
      rows: part.rows.map(({ code, label }) => [
        label,
        ...part.columns.map((column) => {
          const { count = 0, shown = null } = cells.get(`${code}\t${column.code}`) ?? {}
          if (count === 0) return ''
          // A cell of the Matrix says how many entries show its links, behind their number.
          return isMatrix
            ? `${written(reader, count)} / ${written(reader, shown ?? 0)}`
            : written(reader, count)
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

/** The number of a live part, which leads to its records. */
export const counted = (reader: Reader, { total }: PartRecord, address: string): PaperSpan => ({
  span: 'link',
  text: written(reader, total),
  address,
  quantity: total,
})
