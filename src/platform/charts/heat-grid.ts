import { element, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { html, when, type Html } from '../ui/html.ts'
import { keyBlock, keyList, type KeyKind, type Measure } from './key.ts'
import { inOneLine } from './lines.ts'
import { inFile } from './paint.ts'
import { stepsOf, type Step, type Steps } from './steps.ts'
import { asSvgFile, fromStart, sideMargin, type Block } from './svg-file.ts'

/** A row or a column: a short code that fits into a head, and what it stands for. */
export type Axis = { key: string; code: string; name: string }

export type HeatGrid = {
  /** Unique on the page. */
  id: string
  title: string
  description: string
  measure: Measure
  /** What the rows are. */
  rowsName: string
  rows: Axis[]
  columns: Axis[]
  count: (row: string, column: string) => number
  /** What opens at a cell, if anything does. */
  addressOf: (row: string, column: string) => string | null
  /** What a row counts as a whole, in a column of its own; only on pages. */
  totals?: { name: string; of: (row: string) => number }
  /** Where cells are of kinds rather than amounts: `count` is the place of the kind among these. The first stands for nothing. */
  kinds?: readonly KeyKind[]
  /** A sign beside what is counted, and what it says of the cells that have it. */
  mark?: { sign: string; words: string; isAt: (row: string, column: string) => boolean }
}

/** A table whose cells are shaded by what they count, each a link. It is read, walked through and printed as a table. */
export function heatGrid(grid: HeatGrid): Html {
  const { id, title, rowsName, rows, columns, measure } = grid
  const steps = stepsOfGrid(grid)
  // The title stands outside of what scrolls, and is neither as narrow nor as wide as the cells are together.
  return html`<div class="chart">
    <p class="caption" id="${id}-caption">${title}</p>
    <section class="table heat" aria-labelledby="${id}-caption" tabindex="0">
      <table id="${id}" aria-labelledby="${id}-caption">
        <thead>
          <tr>
            <th scope="col">${rowsName}</th>
            ${columns.map(
              ({ code, name }) =>
                html`<th scope="col" title="${name}">${code}<span class="unseen"> ${name}</span></th>`,
            )}
            ${when(grid.totals, () => html`<th scope="col">${grid.totals?.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row" title="${row.name}">
                  ${row.code === '' ? row.name : html`<bdi class="heat-code">${row.code}</bdi> <span class="heat-name">${row.name}</span>`}
                </th>
                ${columns.map((column) => cell(grid, steps, row, column))}
                ${when(grid.totals, () => html`<td><strong>${measure.written(grid.totals?.of(row.key) ?? 0)}</strong></td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
    ${keyList(measure, steps, grid.kinds)}
    ${when(grid.mark, () => html`<p class="hint">${grid.mark?.sign} ${grid.mark?.words}</p>`)}
  </div>`
}

function cell(grid: HeatGrid, steps: Steps, row: Axis, column: Axis): Html {
  const count = grid.count(row.key, column.key)
  const address = grid.addressOf(row.key, column.key)
  const kind = grid.kinds?.[count]
  const mark = grid.mark?.isAt(row.key, column.key) === true ? grid.mark : null
  const counted = kind
    ? html`${kind.sign}<span class="unseen"> ${kind.words}</span>`
    : grid.measure.written(count)
  const words = mark ? html`${counted}${mark.sign}<span class="unseen"> ${mark.words}</span>` : counted
  const isPlain = address === null || (count === 0 && mark === null)
  // There are hundreds of cells, and each space in between would be sent as often.
  // prettier-ignore
  return html`<td class="step-${steps.of(count)}">${isPlain ? html`<span>${words}</span>` : html`<a href="${address}">${words}</a>`}</td>`
}

export const stepsOfGrid = ({ rows, columns, count, kinds }: HeatGrid): Steps =>
  kinds
    ? { of: (value) => kinds[value ?? 0]?.step ?? 0, ranges: [] }
    : stepsOf(rows.flatMap((row) => columns.map((column) => count(row.key, column.key))))

const [cellWidth, cellHeight, headWidth, headHeight] = [44, 28, 300, 30]

/** The same as a file of its own; the names of the columns stand below it. */
export function heatGridFile(t: Translate, grid: HeatGrid): string {
  const { rows, columns, measure } = grid
  const steps = stepsOfGrid(grid)
  const width = 2 * sideMargin + headWidth + columns.length * cellWidth
  const picture: Block = {
    height: headHeight + rows.length * cellHeight + 16,
    draw: (top) => [
      ...columns.map(({ code, name }, place) =>
        text(code, { x: columnMiddle(t, place, width), y: top + 20, anchor: 'middle', name }),
      ),
      ...rows.flatMap((row, place) =>
        fileRow(t, grid, steps, { row, top: top + headHeight + place * cellHeight, width }),
      ),
    ],
  }
  return asSvgFile(t, {
    width,
    title: grid.title,
    description: grid.description,
    blocks: [picture, keyBlock(t, measure, steps, width, grid.kinds)],
    notes: [
      ...(grid.mark ? [`${grid.mark.sign} ${grid.mark.words}`] : []),
      columns.map(({ code, name }) => apart(t('chart.value', { name: code, value: name }))).join(' · '),
    ],
  })
}

function fileRow(
  t: Translate,
  grid: HeatGrid,
  steps: Steps,
  { row, top, width }: { row: Axis; top: number; width: number },
): Xml[] {
  const label = inOneLine(`${row.code} ${row.name}`, headWidth - 10, 13)
  return [
    text(label, { x: fromStart(t, sideMargin, width), y: top + 19, anchor: 'start', name: row.name }),
    ...grid.columns.flatMap((column, place) => {
      const count = grid.count(row.key, column.key)
      const step: Step = steps.of(count)
      const middle = columnMiddle(t, place, width)
      return [
        element('rect', {
          x: String(middle - cellWidth / 2),
          y: String(top),
          width: String(cellWidth),
          height: String(cellHeight),
          ...inFile(`step-${step}`),
        }),
        element(
          'text',
          {
            x: String(middle),
            y: String(top + 19),
            'font-size': '13',
            'text-anchor': 'middle',
            ...inFile(`on-step-${step}`),
          },
          `${grid.kinds?.[count]?.sign ?? grid.measure.written(count)}${markAt(grid, row, column)}`,
        ),
      ]
    }),
  ]
}

/** The sign of a cell; none for most. */
export const markAt = ({ mark }: HeatGrid, row: Axis, column: Axis): string =>
  mark?.isAt(row.key, column.key) === true ? mark.sign : ''

/** Each pair runs in the direction of its own letters, whatever stands beside it. */
const apart = (pair: string) => `\u2068${pair}\u2069`

const columnMiddle = (t: Translate, place: number, width: number): number =>
  fromStart(t, sideMargin + headWidth + (place + 0.5) * cellWidth, width)

const text = (
  words: string,
  { x, y, anchor, name }: { x: number; y: number; anchor: 'start' | 'middle'; name: string },
): Xml =>
  element(
    'text',
    { x: String(x), y: String(y), 'font-size': '13', 'text-anchor': anchor, ...inFile('label') },
    words,
    element('title', {}, name),
  )
