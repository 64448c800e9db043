import { element, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { date } from '../ui/format.ts'
import { html, raw, type Html } from '../ui/html.ts'
import { inPage } from './paint.ts'

export type DayLine = {
  /** Unique on the page. */
  id: string
  title: string
  description: string
  /** In their order. */
  points: { day: string; value: number }[]
  /** A line that the points are to reach. */
  aim: { value: number; name: string } | null
  /** A number as people write it. */
  written: (value: number) => string
}

/** Numbers measured on days as a small line, with the aim dotted. Time runs as the language is read; the table is the page's. */
export function dayLine(t: Translate, line: DayLine): Html {
  const { id, title, description } = line
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
    ...drawing(t, line),
  )
  return html`<figure class="chart chart-years">${raw(svg.xml)}</figure>`
}

const [width, height, top, bottom, gutter, size] = [380, 190, 14, 26, 58, 12]

function drawing(t: Translate, { points, aim, written }: DayLine): Xml[] {
  const values = [0, ...points.map(({ value }) => value), ...(aim === null ? [] : [aim.value])]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const span = most - least || 1
  const y = (value: number) => height - bottom - ((value - least) / span) * (height - top - bottom)
  const days = points.map(({ day }) => Date.parse(day))
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  const x = (day: string) => {
    const share = last === first ? 0.5 : (Date.parse(day) - first) / (last - first)
    const fromStart = gutter + 8 + share * (width - gutter - 24)
    return t.language.direction === 'rtl' ? width - fromStart : fromStart
  }
  const placed = points.map((point) => ({
    ...point,
    x: x(point.day).toFixed(1),
    y: y(point.value).toFixed(1),
  }))
  return [
    ...[...new Set([least, most])].flatMap((value) => rule(t, y(value), written(value), 'rule')),
    ...(aim === null ? [] : aimLine(t, y(aim.value), `${aim.name} ${written(aim.value)}`)),
    element('polyline', { points: placed.map((one) => `${one.x},${one.y}`).join(' '), ...inPage('line') }),
    ...placed.map((one) =>
      element(
        'circle',
        { cx: one.x, cy: one.y, r: '3', ...inPage('point') },
        element(
          'title',
          {},
          t('chart.value', { name: date(t.language.code, one.day), value: written(one.value) }),
        ),
      ),
    ),
    ...[...new Set([placed[0], placed.at(-1)])].flatMap((one, place) =>
      one === undefined ? [] : monthLabel(one.x, one.day, place, t.language.direction === 'rtl'),
    ),
  ]
}

function rule(t: Translate, y: number, label: string, part: 'rule' | 'dotted'): Xml[] {
  const isMirrored = t.language.direction === 'rtl'
  const [from, to] = isMirrored ? [8, width - gutter] : [gutter, width - 8]
  const beside = isMirrored
    ? { x: String(to + 6), 'text-anchor': 'start' }
    : { x: String(from - 6), 'text-anchor': 'end' }
  return [
    element('path', { d: `M${from} ${y.toFixed(1)}H${to}`, ...inPage(part) }),
    element(
      'text',
      { ...beside, direction: 'ltr', y: (y + 4).toFixed(1), 'font-size': String(size), ...inPage('label') },
      label,
    ),
  ]
}

const aimLine = (t: Translate, y: number, name: string): Xml[] => {
  const [line] = rule(t, y, '', 'dotted')
  return line === undefined ? [] : [element('g', {}, element('title', {}, name), line)]
}

/** The months of the first and the last point, each within the picture. */
const monthLabel = (x: string, day: string, place: number, isMirrored: boolean): Xml[] => [
  element(
    'text',
    {
      x,
      direction: 'ltr',
      y: String(height - 8),
      'font-size': String(size),
      'text-anchor': (place === 0) === isMirrored ? 'end' : 'start',
      ...inPage('label'),
    },
    day.slice(0, 7),
  ),
]
