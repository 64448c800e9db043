import { bars } from '#platform/charts/bars.ts'
import { heatGrid } from '#platform/charts/heat-grid.ts'
import { worldMap } from '#platform/charts/world-map.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table, type TableColumn } from '#platform/ui/table.ts'
import { bdi, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { hasTotals } from '../../papers/paper-parts.ts'
import type { PartNumbers } from '../../papers/paper-numbers.ts'
import { reportPaths } from '../../paths.ts'
import type { PartRecord } from '../part-shape.ts'
import { dimensionKeys, headWords, left, sourceKeys, withinKeys, written } from '../part-words.ts'

/** A live part that stands by itself, with the way to the records behind it. */
export function partFigure(visit: Visit, report: string, part: PartRecord, numbers: PartNumbers = {}): Html {
  const { t } = visit
  return html`${shownPart(visit, part, numbers)}
    <p class="hint">
      <a href="${linkTo(visit, reportPaths.part(report, part.key))}"
        >${t('reports.part.records', { count: part.total })}</a
      >
      ${left(visit, part).map((words) => html`· ${words} `)}
    </p>`
}

/** The same where its records stand below it. */
export const partAlone = (visit: Visit, part: PartRecord): Html =>
  html`${shownPart(visit, part, {})} ${left(visit, part).map((words) => html`<p class="hint">${words}</p>`)}`

function shownPart(visit: Visit, part: PartRecord, numbers: PartNumbers): Html {
  if (part.view === 'figure') return html`<p><strong>${written(visit, part.total)}</strong> ${part.words}</p>`
  if (part.view === 'map') return mapPart(visit, part, numbers)
  // On the page a chart and its table are one.
  const called = { ...part, words: captioned(visit, part.words, numbers) }
  if (part.view === 'list') return listed(visit, called)
  if (part.across === null || part.columns.length === 0) return counts(visit, called)
  return html`${part.source === 'matrix' ? matrix(visit, called) : grid(visit, called)} ${columnsKey(part)}`
}

/** As the paper calls it: 'Figure 1 · Table 3. Entries of the Stocktaking'. */
function captioned({ t }: Visit, words: string, { picture, table }: PartNumbers): string {
  const names = [
    ...(picture === undefined ? [] : [`${t('reports.paper.figure')} ${picture}`]),
    ...(table === undefined ? [] : [`${t('reports.paper.table')} ${table}`]),
  ]
  return names.length === 0 ? words : `${names.join(' · ')}. ${words}`
}

/** What the heads of columns stand for, for those who do not see the names that open under a pointer. */
const columnsKey = ({ columns }: PartRecord): Html | '' =>
  when(
    columns.some((column) => axisOf(column).code !== column.label),
    () =>
      html`<ul class="facts hint" aria-hidden="true">
        ${columns.map(({ label }) => html`<li>${label}</li> `)}
      </ul>`,
  )

/** Each cell with its links and, behind them, the entries that show them. */
function matrix(visit: Visit, part: PartRecord): Html {
  const { t } = visit
  const cells = new Map(part.cells.map((cell) => [`${cell.row}\t${cell.column}`, cell]))
  return table({
    id: `part-${part.key}`,
    caption: html`${part.words}. ${t('reports.proof.cell-reads')}`,
    columns: [
      { label: headOf(visit, part) },
      ...part.columns.map(({ code, label }) => ({
        label: html`<abbr title="${label}">${code}</abbr>`,
        align: 'end' as const,
      })),
    ],
    rows: part.rows.map((row) => [
      row.label,
      ...part.columns.map((column) => {
        const cell = cells.get(`${row.code}\t${column.code}`)
        return cell === undefined
          ? ''
          : html`<bdi>${written(visit, cell.count)} / ${written(visit, cell.shown ?? 0)}</bdi>`
      }),
    ]),
  })
}

const counts = (visit: Visit, part: PartRecord): Html => {
  const { t } = visit
  const nameHead = headOf(visit, part)
  const countHead = t(sourceKeys[part.source])
  const id = `part-${part.key}`
  return part.view === 'chart'
    ? bars({
        ...{ id, caption: part.words, nameHead, countHead },
        rows: part.rows.map(({ label, count }) => ({ name: label, address: null, count })),
        written: (count) => written(visit, count),
      })
    : table({
        ...{ id, caption: part.words },
        columns: [{ label: nameHead }, { label: countHead, align: 'end' }],
        rows: part.rows.map(({ label, count }) => [label, written(visit, count)]),
      })
}

function grid(visit: Visit, part: PartRecord): Html {
  const counted = new Map(part.cells.map(({ row, column, count }) => [`${row}\t${column}`, count]))
  return heatGrid({
    id: `part-${part.key}`,
    title: part.words,
    description: part.words,
    // As on paper, where there is nothing there stands nothing.
    measure: { ...measureOf(visit, part), written: (count) => (count === 0 ? '' : written(visit, count)) },
    rowsName: headOf(visit, part),
    ...(hasTotals(part) ? { totals: { name: visit.t('reports.noted.total'), of: totalOf(part) } } : {}),
    rows: part.rows.map((row) => ({ key: row.code, ...(isNumbered(row) ? axisOf(row) : wordOf(row)) })),
    columns: part.columns.map((column) => ({ key: column.code, ...axisOf(column) })),
    count: (row, column) => counted.get(`${row}\t${column}`) ?? 0,
    addressOf: () => null,
  })
}

const totalOf =
  ({ rows }: PartRecord) =>
  (code: string): number =>
    rows.find((row) => row.code === code)?.count ?? 0

const headOf = ({ t, language }: Visit, { by }: PartRecord): string =>
  by === null ? '' : headWords(language, t(dimensionKeys[by]))

type Value = Pick<PartRecord['rows'][number], 'code' | 'label'>

/** Whether people know the code, which its name then begins with. */
const isNumbered = ({ code, label }: Value): boolean => label.startsWith(`${code} · `)

/** Heads of columns are narrow: the code if people know it, else as much of the name as there is room for. */
const axisOf = (value: Value): { code: string; name: string } => ({
  code: shortOf(isNumbered(value) ? value.code : value.label),
  name: isNumbered(value) ? value.label.slice(value.code.length + 3) : value.label,
})

const wordOf = ({ label }: Value): { code: string; name: string } => ({ code: '', name: label })

const shortOf = (head: string): string => (head.length > 8 ? `${head.slice(0, 7)}…` : head)

const mapPart = (visit: Visit, part: PartRecord, { picture, table }: PartNumbers): Html => {
  const names = new Map(part.rows.map(({ code, label }) => [code, label]))
  return html`${worldMap(visit.t, {
    id: `part-${part.key}`,
    title: part.words,
    caption: captioned(visit, part.words, picture === undefined ? {} : { picture }),
    description: part.words,
    measure: measureOf(visit, part),
    values: new Map(part.rows.map(({ code, count }) => [code, count])),
    nameOf: (code) => names.get(code) ?? code,
    addressOf: () => null,
  })}
  ${counts(visit, { ...part, words: captioned(visit, part.words, table === undefined ? {} : { table }), view: 'table', key: `${part.key}-table` })}`
}

const measureOf = (visit: Visit, { source }: PartRecord) => ({
  name: visit.t(sourceKeys[source]),
  none: visit.t('activities.measure.none'),
  written: (value: number) => written(visit, value),
})

/** A list as a table, with its columns as they were then; one that kept only titles is a plain list. */
const listed = (visit: Visit, part: PartRecord): Html => {
  const { listed: records, total, listColumns, key, words, source } = part
  const { t } = visit
  const isEmpty = (place: number) => records.every(({ facts }) => facts[place] === '')
  const places = listColumns.flatMap((_column, place) => (isEmpty(place) ? [] : [place]))
  const hasWithin = records.some(({ within }) => within !== null)
  return html`${table({
    id: `part-${key}`,
    caption: words,
    stacked: true,
    columns: [
      { label: t('reports.part.record') },
      ...(hasWithin ? [{ label: t(withinKeys[source]) }] : []),
      ...places.map((place) => yearsApart(listColumns[place])),
    ],
    rows: records.map(({ title, language, path, within, facts }) => [
      path === null
        ? spoken(t, { text: title, language })
        : html`<a href="${linkTo(visit, path)}">${spoken(t, { text: title, language })}</a>`,
      // Names may be in any language.
      ...(hasWithin ? [bdi(within ?? '')] : []),
      ...places.map((place) => bdi(facts[place] ?? '')),
    ]),
  })}
  ${when(total > records.length, () => html`<p class="hint">${t('reports.part.more', { count: total - records.length })}</p>`)}`
}

/** Two years and the dash between them stay in one line. */
const yearsApart = (column: PartRecord['listColumns'][number] | undefined): TableColumn =>
  column?.code === 'year' ? { label: column.label, align: 'end' } : { label: column?.label ?? '' }
