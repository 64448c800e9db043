import { inOneLine } from '#platform/charts/lines.ts'
import { inFile } from '#platform/charts/paint.ts'
import { asSvgFile, fromStart, sideMargin, type Block } from '#platform/charts/svg-file.ts'
import { element, type Xml } from '#platform/export/xml.ts'
import type { Translate } from '#platform/messages.ts'
import { date } from '#platform/ui/format.ts'
import { whenWords } from './when.ts'
import type { DrawnItem, TimelineRecord } from './drawing-shape.ts'

const [headWidth, headHeight, rowHeight, spanWidth] = [320, 34, 26, 84]

/** The timeline as a picture of its own: a bar from start to deadline, a diamond at the deadline, a line for today. */
export function timelineFile(t: Translate, timeline: TimelineRecord): string {
  const { plan, spans, items, today } = timeline
  const width = 2 * sideMargin + headWidth + spans.length * spanWidth
  const scale: Scale = { t, width, at: placeOn(timeline) }
  const height = headHeight + items.length * rowHeight + 10
  const picture: Block = {
    height,
    draw: (top) => [
      ...spans.flatMap(({ label }, place) => spanHead(scale, label, { place, top, height })),
      ...items.flatMap((item, place) => itemRow(scale, item, top + headHeight + place * rowHeight)),
      ...todayLine(scale, today, { top, height }),
    ],
  }
  return asSvgFile(t, {
    width,
    title: t('timeline.title'),
    description: t('timeline.of', {
      title: `\u2068${plan.title.text}\u2069`,
      today: date(t.language.code, today),
    }),
    blocks: [picture],
    notes: [t('timeline.key'), t('timeline.zone', { zone: plan.zone })],
  })
}

type Scale = {
  t: Translate
  width: number
  /** How far from the head a day lies; null outside of the spans. */ at: (day: string) => number | null
}

const dayLength = 86_400_000

const placeOn =
  ({ spans }: TimelineRecord) =>
  (day: string): number | null => {
    const place = spans.findIndex(({ starts, ends }) => day >= starts && day <= ends)
    const span = spans[place]
    if (span === undefined) return null
    const whole = Date.parse(span.ends) - Date.parse(span.starts) + dayLength
    return (place + (Date.parse(day) - Date.parse(span.starts)) / whole) * spanWidth
  }

const xOf = ({ t, width }: Scale, distance: number): number =>
  fromStart(t, sideMargin + headWidth + distance, width)

function spanHead(
  scale: Scale,
  label: string,
  { place, top, height }: { place: number; top: number; height: number },
): Xml[] {
  const x = xOf(scale, place * spanWidth).toFixed(1)
  return [
    element('line', { x1: x, x2: x, y1: String(top), y2: String(top + height), ...inFile('rule') }),
    element(
      'text',
      {
        x: xOf(scale, (place + 0.5) * spanWidth).toFixed(1),
        y: String(top + 20),
        'font-size': '12',
        'text-anchor': 'middle',
        ...inFile('label'),
      },
      label,
    ),
  ]
}

function itemRow(scale: Scale, item: DrawnItem, top: number): Xml[] {
  const { t, width } = scale
  // The title runs in the direction of its own letters, whatever stands beside it.
  const name = (room: number) => `${item.code} \u2068${inOneLine(item.title.text, room, 13)}\u2069`
  const label = element(
    'text',
    {
      x: String(fromStart(t, sideMargin, width)),
      y: String(top + 17),
      'font-size': '13',
      ...inFile('label'),
    },
    name(headWidth - 12 - 8 * (item.code.length + 1)),
    element('title', {}, `${item.code} ${item.title.text}. ${whenWords(t, item)}`),
  )
  const from = item.startsOn === null ? null : (scale.at(item.startsOn) ?? 0)
  const to = item.deadline === null ? null : scale.at(item.deadline.on)
  return [
    label,
    ...bar(scale, from, to, top),
    ...diamond(scale, to, top),
    ...dot(scale, to === null ? from : null, top),
  ]
}

function bar(scale: Scale, from: number | null, to: number | null, top: number): Xml[] {
  if (from === null || to === null) return []
  const [one, other] = [xOf(scale, from), xOf(scale, to)]
  const size = { x: Math.min(one, other).toFixed(1), width: Math.max(2, Math.abs(other - one)).toFixed(1) }
  return [element('rect', { ...size, y: String(top + 7), height: '12', rx: '2', ...inFile('step-3') })]
}

function diamond(scale: Scale, to: number | null, top: number): Xml[] {
  if (to === null) return []
  const [x, y] = [xOf(scale, to), top + 13]
  const points = [[x, y - 8], [x + 8, y], [x, y + 8], [x - 8, y]] // prettier-ignore
  return [
    element('polygon', {
      points: points.map(([a = 0, b = 0]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(' '),
      ...inFile('step-5'),
    }),
  ]
}

/** A start without a deadline has no length. */
const dot = (scale: Scale, from: number | null, top: number): Xml[] =>
  from === null
    ? []
    : [
        element('circle', {
          cx: xOf(scale, from).toFixed(1),
          cy: String(top + 13),
          r: '5',
          ...inFile('step-3'),
        }),
      ]

function todayLine(scale: Scale, today: string, { top, height }: { top: number; height: number }): Xml[] {
  const at = scale.at(today)
  if (at === null) return []
  const x = xOf(scale, at).toFixed(1)
  return [
    element('line', { x1: x, x2: x, y1: String(top + 26), y2: String(top + height), ...inFile('dotted') }),
    element(
      'text',
      { x, y: String(top + 32), 'font-size': '11', 'text-anchor': 'middle', ...inFile('label') },
      scale.t('timeline.today'),
    ),
  ]
}
