import { element, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { html, type Html } from '../ui/html.ts'
import { inFile } from './paint.ts'
import type { Step, Steps } from './steps.ts'
import { fromStart, sideMargin, type Block } from './svg-file.ts'

/** What the numbers of a picture are, in the reader's language. */
export type Measure = {
  /** What is counted: 'Activities'. */
  name: string
  /** What is said where there is nothing. */
  none: string
  /** A number as people write it. */
  written: (value: number) => string
  /** In digits and signs that are the same in every language; the number itself when missing. */
  plain?: (value: number) => string
}

/** A kind of mark that is no amount: its step of lightness, a sign that is told apart without colour, and what it means. */
export type KeyKind = { step: Step; sign: string; words: string }

/** What the steps of lightness stand for, beside the picture. */
export const keyList = (measure: Measure, steps: Steps, kinds?: readonly KeyKind[]): Html =>
  html`<p class="chart-key-name">${measure.name}</p>
    <ul class="chart-key">
      ${entries(measure, steps, kinds).map(({ step, words }) => html`<li><span class="chart-swatch ${step}"></span> <bdi>${words}</bdi></li>`)}
    </ul>`

/** The same inside a file. */
export function keyBlock(
  t: Translate,
  measure: Measure,
  steps: Steps,
  width: number,
  kinds?: readonly KeyKind[],
): Block {
  const all = entries(measure, steps, kinds)
  const each = (width - 2 * sideMargin) / (kinds?.length ?? 6)
  const entry = ({ step, words }: Entry, place: number, top: number): Xml[] => {
    const start = sideMargin + place * each
    const x = Math.min(fromStart(t, start, width), fromStart(t, start + 28, width))
    return [
      element('rect', { x: String(x), y: String(top + 26), width: '28', height: '16', ...inFile(step) }),
      element(
        'text',
        {
          x: String(fromStart(t, start + 36, width)),
          y: String(top + 39),
          'font-size': '13',
          ...inFile('label'),
        },
        // Two numbers and the dash between them run from left to right in every language; words run as their language does.
        kinds ? words : `\u2066${words}\u2069`,
      ),
    ]
  }
  const heading = { x: String(fromStart(t, sideMargin, width)), 'font-size': '13', 'font-weight': '600' }
  return {
    height: 60,
    draw: (top) => [
      element('text', { ...heading, y: String(top + 14), ...inFile('label') }, measure.name),
      ...all.flatMap((one, place) => entry(one, place, top)),
    ],
  }
}

type Entry = { step: `step-${Step}`; words: string }

const entries = ({ none, written }: Measure, { ranges }: Steps, kinds?: readonly KeyKind[]): Entry[] =>
  kinds
    ? kinds.map(({ step, sign, words }) => ({ step: `step-${step}`, words: `${sign} ${words}` }))
    : amounts(none, written, ranges)

const amounts = (none: Measure['none'], written: Measure['written'], ranges: Steps['ranges']): Entry[] => [
  { step: 'step-0', words: none },
  ...ranges.map(({ step, least, greatest }) => ({
    step: `step-${step}` as const,
    words: least === greatest ? written(least) : `${written(least)}–${written(greatest)}`,
  })),
]
