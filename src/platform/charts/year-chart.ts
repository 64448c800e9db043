import { element, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { html, raw, type Html } from '../ui/html.ts'
import { table } from '../ui/table.ts'
import type { Measure } from './key.ts'
import { inFile, inPage, type Paint } from './paint.ts'
import { asSvgFile, type Block } from './svg-file.ts'

export type YearChart = {
  /** Unique on the page. */
  id: string
  title: string
  description: string
  measure: Measure
  /** Head of the column of years in the table. */
  yearName: string
  /** Columns count what fell into a year; a line shows what changes from year to year. */
  mark: 'columns' | 'line'
  /** In their order. */
  years: { year: number; value: number }[]
  /** What opens at a year in the table, if anything does. */
  addressOf: (year: number) => string | null
}

/** Numbers by year as a small picture, with the table of them below. Time runs as the language is read. */
export function yearChart(t: Translate, chart: YearChart): Html {
  const { id, title, description, measure, years } = chart
  const svg = element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, description),
    ...drawing(t, chart, inPage),
  )
  const yearCell = (year: number) => {
    const address = chart.addressOf(year)
    return address === null ? String(year) : html`<a href="${address}">${year}</a>`
  }
  return html`<figure class="chart chart-years">
    ${raw(svg.xml)}
    <details>
      <summary>${t('chart.as-table')}</summary>
      ${table({
        id: `${id}-table`,
        caption: title,
        captionUnseen: true,
        columns: [{ label: chart.yearName }, { label: measure.name, align: 'end' }],
        rows: years.map(({ year, value }) => [yearCell(year), measure.written(value)]),
      })}
    </details>
  </figure>`
}

/** The same as a file of its own. */
export function yearChartFile(t: Translate, chart: YearChart): string {
  const picture: Block = {
    height: height * fileScale + 16,
    draw: (top) => [
      element('g', { transform: `translate(0 ${top}) scale(${fileScale})` }, ...drawing(t, chart, inFile)),
    ],
  }
  return asSvgFile(t, {
    width: width * fileScale,
    title: chart.title,
    description: chart.description,
    blocks: [picture],
    notes: [],
  })
}

const [width, height, top, bottom, gutter, size] = [380, 190, 12, 26, 46, 12]
const fileScale = 1.75

function drawing(t: Translate, chart: YearChart, paint: Paint): Xml[] {
  const { years, measure, mark } = chart
  const most = niceAbove(Math.max(...years.map(({ value }) => value)))
  const each = (width - gutter - 8) / Math.max(1, years.length)
  const x = (place: number) => {
    const fromStart = gutter + (place + 0.5) * each
    return t.language.direction === 'rtl' ? width - fromStart : fromStart
  }
  const y = (value: number) => height - bottom - (value / most) * (height - top - bottom)
  return [
    ...scale(t, most, measure, y, paint),
    ...(mark === 'line' ? line(t, chart, x, y, paint) : columns(t, chart, x, y, each, paint)),
    ...yearLabels(chart, x, each, paint),
  ]
}

type Place = (value: number) => number

function scale(t: Translate, most: number, { written }: Measure, y: Place, paint: Paint): Xml[] {
  const isMirrored = t.language.direction === 'rtl'
  const [from, to] = isMirrored ? [8, width - gutter] : [gutter, width - 8]
  // The end of a number lies at the scale, on whichever side that is.
  const beside = isMirrored
    ? { x: String(to + 6), 'text-anchor': 'start' }
    : { x: String(from - 6), 'text-anchor': 'end' }
  return [0, most / 2, most].flatMap((value) => [
    element('path', { d: `M${from} ${y(value).toFixed(1)}H${to}`, ...paint('rule') }),
    element(
      'text',
      {
        ...beside,
        direction: 'ltr',
        y: (y(value) + 4).toFixed(1),
        'font-size': String(size),
        ...paint('label'),
      },
      written(value),
    ),
  ])
}

const columns = (
  t: Translate,
  { years, measure }: YearChart,
  x: Place,
  y: Place,
  each: number,
  paint: Paint,
): Xml[] =>
  years.map(({ year, value }, place) =>
    element(
      'rect',
      {
        x: (x(place) - each * 0.36).toFixed(1),
        y: y(value).toFixed(1),
        width: (each * 0.72).toFixed(1),
        height: (y(0) - y(value)).toFixed(1),
        ...paint('column'),
      },
      named(t, year, measure.written(value)),
    ),
  )

function line(t: Translate, { years, measure }: YearChart, x: Place, y: Place, paint: Paint): Xml[] {
  const points = years.map(({ year, value }, place) => ({
    year,
    value,
    x: x(place).toFixed(1),
    y: y(value).toFixed(1),
  }))
  return [
    element('polyline', {
      points: points.map((point) => `${point.x},${point.y}`).join(' '),
      ...paint('line'),
    }),
    ...points.map((point) =>
      element(
        'circle',
        { cx: point.x, cy: point.y, r: '3', ...paint('point') },
        named(t, point.year, measure.written(point.value)),
      ),
    ),
  ]
}

const named = (t: Translate, year: number, value: string): Xml =>
  element('title', {}, t('chart.value', { name: String(year), value }))

/** As many years as have room, counted from the last one back. */
function yearLabels({ years }: YearChart, x: Place, each: number, paint: Paint): Xml[] {
  const every = [1, 2, 5, 10, 20].find((step) => step * each >= size * 3) ?? 50
  return years.flatMap(({ year }, place) =>
    (years.length - 1 - place) % every === 0
      ? element(
          'text',
          {
            x: x(place).toFixed(1),
            y: String(height - 8),
            'font-size': String(size),
            'text-anchor': 'middle',
            ...paint('label'),
          },
          String(year),
        )
      : [],
  )
}

/** A round number above, for whole numbers one whose half is whole too: both stand at the scale. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value || 1))
  const isNice = (one: number) => one >= value && (!Number.isInteger(value) || Number.isInteger(one / 2))
  return [1, 2, 4, 6, 10].map((factor) => factor * power).find(isNice) ?? 10 * power
}
