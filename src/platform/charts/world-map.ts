import { element, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { html, raw, when, type Html } from '../ui/html.ts'
import { keyBlock, keyList, type Measure } from './key.ts'
import { inFile, inPage, type Paint } from './paint.ts'
import { stepsOf, type Step } from './steps.ts'
import { asSvgFile, type Block } from './svg-file.ts'
import world from './world.json' with { type: 'json' }

export type WorldMap = {
  /** Unique on the page. */
  id: string
  title: string
  /** What stands above it, where the page has no heading that says it. */
  caption?: string
  description: string
  measure: Measure
  /** By the two letters of ISO 3166. */
  values: ReadonlyMap<string, number>
  /** In the reader's language. */
  nameOf: (alpha2: string) => string
  /** What opens at a country, if anything does. */
  addressOf: (alpha2: string) => string | null
}

/** Countries shaded by a number, each a link. Beside it stands the page's own table of the same numbers. */
export function worldMap(t: Translate, map: WorldMap): Html {
  const { id, title, description } = map
  const links = codes.some((code) => map.addressOf(code) !== null)
  const svg = element(
    'svg',
    {
      viewBox: `0 0 ${world.width} ${world.height}`,
      // What is inside a picture cannot be opened by those who do not see it; what is inside a group can.
      role: links ? 'group' : 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, [description, ...mapNotes(t)].join(' ')),
    ...drawing(t, map, inPage, linked),
  )
  return html`<figure class="chart chart-map">
    ${when(map.caption, () => html`<p class="caption">${map.caption}</p>`)}
    ${links ? html`<a class="chart-skip" href="#${id}-key">${t('chart.skip-map')}</a>` : ''} ${raw(svg.xml)}
    <figcaption id="${id}-key">
      ${keyList(map.measure, stepsOf(map.values.values()))}
      ${mapNotes(t).map((note) => html`<p class="chart-notes">${note}</p>`)}
    </figcaption>
  </figure>`
}

/** The same as a file of its own, which carries its words and colours along; its words are as large in a narrow one as in a wide one. */
export function worldMapFile(t: Translate, map: WorldMap, width = 1000): string {
  const scale = width / world.width
  const picture: Block = {
    height: world.height * scale + 12,
    draw: (top) => [
      element('g', { transform: `translate(0 ${top}) scale(${scale})` }, ...drawing(t, map, inFile, named)),
    ],
  }
  return asSvgFile(t, {
    width,
    title: map.title,
    description: map.description,
    blocks: [picture, keyBlock(t, map.measure, stepsOf(map.values.values()), width)],
    notes: mapNotes(t),
    source: world.source,
  })
}

/** What the United Nations say below every map; with whatever is made from one, too. */
export const mapNotes = (t: Translate): string[] => [
  t('chart.map.boundaries'),
  t('chart.map.jammu-and-kashmir'),
  t('chart.map.sudan'),
  t('chart.map.falklands'),
]

const radius = '5.2'

type Shape = { alpha2: string; mark: (...inside: Xml[]) => Xml }
type Dress = (t: Translate, map: WorldMap, shape: Shape) => Xml

const shapes: Record<string, string> = world.shapes
const states: Record<string, number[]> = world.states
const territories: Record<string, number[]> = world.territories
const codes = Object.keys({ ...shapes, ...states, ...territories })

/** Land first, then the lines over it, then the circles, so that no small state lies below its neighbour. */
function drawing(t: Translate, map: WorldMap, paint: Paint, dress: Dress): Xml[] {
  const land = Object.entries(shapes).map(([alpha2, d]) => ({
    alpha2,
    mark: (...inside: Xml[]) => element('path', { d }, ...inside),
  }))
  // An area that is no member has a circle only when there is something to show in it.
  const circles = [
    ...Object.entries(states),
    ...Object.entries(territories).filter(([alpha2]) => (map.values.get(alpha2) ?? 0) > 0),
  ].map(([alpha2, [x, y]]) => ({
    alpha2,
    mark: (...inside: Xml[]) =>
      element('circle', { cx: String(x), cy: String(y), r: radius, ...paint('circle') }, ...inside),
  }))
  const encircled = new Set(circles.map(({ alpha2 }) => alpha2))
  const hasCircle = ({ alpha2 }: Shape) => encircled.has(alpha2)
  return [
    // What is too small to be hit is told and opened at its circle.
    ...byStep(t, map, land.filter(hasCircle), paint, silent),
    ...byStep(
      t,
      map,
      land.filter((shape) => !hasCircle(shape)),
      paint,
      dress,
    ),
    element('path', { d: world.undetermined, ...paint('step-0') }),
    element('path', { d: world.dotted, ...paint('dotted') }),
    ...byStep(t, map, circles, paint, dress),
  ]
}

/** The colour is told once for all countries of a step; the keyboard meets those with most first. */
function byStep(t: Translate, map: WorldMap, all: Shape[], paint: Paint, dress: Dress): Xml[] {
  const { of } = stepsOf(map.values.values())
  const valueOf = ({ alpha2 }: Shape) => map.values.get(alpha2) ?? 0
  const ordered = all.toSorted((one, other) => valueOf(other) - valueOf(one))
  const steps: Step[] = [5, 4, 3, 2, 1, 0]
  return steps.flatMap((step) => {
    const inside = ordered.filter((shape) => of(valueOf(shape)) === step)
    return inside.length === 0
      ? []
      : element('g', paint(`step-${step}`), ...inside.map((shape) => dress(t, map, shape)))
  })
}

const linked: Dress = (t, map, shape) => {
  const href = map.addressOf(shape.alpha2)
  return href === null
    ? named(t, map, shape)
    : element('a', { href }, words(t, map, shape.alpha2), shape.mark())
}

const named: Dress = (t, map, { alpha2, mark }) => mark(words(t, map, alpha2))

const silent: Dress = (_t, _map, { mark }) => mark()

function words(t: Translate, { values, measure, nameOf }: WorldMap, alpha2: string): Xml {
  const value = values.get(alpha2) ?? 0
  const said = value > 0 ? measure.written(value) : measure.none
  return element('title', {}, t('chart.value', { name: nameOf(alpha2), value: said }))
}
