import { barsFile } from '#platform/charts/bars-file.ts'
import { worldMapFile, type WorldMap } from '#platform/charts/world-map.ts'
import type { PaperBlock, PaperSpan, PaperTable } from '#platform/documents/paper.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dimensionKeys, headWords, left, sourceKeys, withinKeys, written } from '../parts/part-words.ts'
import type { PartRecord } from '../parts/part-shape.ts'
import { link, nameIn, plain } from './spans.ts'

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
    // Whoever holds paper finds them by what is printed.
    spans: [
      plain(`${t('reports.part.records', { count: part.total })} · `),
      link(address.records, address.records),
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
function listed(reader: Reader, part: PartRecord, address: Addressed): PaperBlock[] {
  const { t, language } = reader
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
  const rows = part.listed.map((one) => [nameOf(reader, one), one.within ?? '', ...one.facts.map(unbroken)])
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
        names: places.map((place) => ({ text: headWords(language, heads[place] ?? ''), isNumber: false })),
        rows: rows.map((row) => places.map((place) => row[place] ?? '')),
      },
      ...more,
    ]
  const lines = part.listed.map((one) => [
    one.path === null ? plain(nameOf(reader, one)) : link(nameOf(reader, one), address.of(one.path)),
  ])
  return [
    { block: 'paragraph', number: null, spans: [plain(part.words)] },
    { block: 'list', isOrdered: false, lines },
    ...more,
  ]
}

const nameOf = (reader: Reader, { title, language }: PartRecord['listed'][number]): string =>
  nameIn(reader, { text: title, language })

/** Narrow columns do not part '2021–2027'. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\d)–(?=\d)/g, '\u2060–\u2060')

const headOf = ({ t, language }: Reader, by: PartRecord['by']): string =>
  by === null ? '' : headWords(language, t(dimensionKeys[by]))

const counts = (reader: Reader, part: PartRecord, anchor: string): PaperTable => ({
  block: 'table',
  anchor,
  caption: part.words,
  names: [
    { text: headOf(reader, part.by), isNumber: false },
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
        { text: headOf(reader, part.by), isNumber: false },
        ...part.columns.map(({ code }) => ({ text: code, isNumber: true })),
        ...(hasTotals(part) ? [{ text: reader.t('reports.noted.total'), isNumber: true }] : []),
      ],
      rows: part.rows.map(({ code, label, count: total }) => [
        label,
        ...part.columns.map((column) => {
          const { count = 0, shown = null } = cells.get(`${code}\t${column.code}`) ?? {}
          if (count === 0) return ''
          // A cell of the Matrix says how many entries show its links, behind their number.
          return isMatrix
            ? `${written(reader, count)} / ${written(reader, shown ?? 0)}`
            : written(reader, count)
        }),
        ...(hasTotals(part) ? [written(reader, total)] : []),
      ]),
    },
    {
      block: 'paragraph',
      number: null,
      look: 'hint',
      spans: [
        plain(
          part.columns.map(({ code, label }) => named(code, label)).join(reader.t('reports.noted.semicolon')),
        ),
      ],
    },
  ]
}

/** What stands in no column stands in the total of its row; on the page as on paper. */
export const hasTotals = ({ source, noColumn, columns }: PartRecord): boolean =>
  source !== 'matrix' && (noColumn > 0 || columns.length <= fewColumns)

/** Wider tables have no room for one more. */
const fewColumns = 10

/** A code stays with the beginning of what it is called. */
function named(code: string, label: string): string {
  if (label === code) return label
  return `${code}\u00a0·\u00a0${label.startsWith(`${code} · `) ? label.slice(code.length + 3) : label}`
}

/** The number of a live part, which leads to its records. */
export const counted = (reader: Reader, { total }: PartRecord, address: string): PaperSpan => ({
  span: 'link',
  text: written(reader, total),
  address,
  quantity: total,
})
