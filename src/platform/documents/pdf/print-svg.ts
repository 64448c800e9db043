import { SaxesParser } from 'saxes'
import { element, type Xml } from '../../export/xml.ts'
import { cleanText } from './clean-text.ts'

/** A picture that is no SVG, or none that can be drawn. */
export class NotDrawable extends Error {}

export type PrintedSvg = { svg: string; width: number; height: number }

/**
 * A picture as it can be printed: shapes and words, in the paper's own letters. Whatever runs, moves or refers to something is
 * left out. What draws it does not know that words may begin on the right, so that is said in another way.
 */
export function printedSvg(svg: string): PrintedSvg {
  const root = parsed(svg)
  const [, , boxWidth = 0, boxHeight = 0] = (root.attributes.viewBox ?? '').split(/[\s,]+/).map(Number)
  const width = Number.parseFloat(root.attributes.width ?? '') || boxWidth
  const height = Number.parseFloat(root.attributes.height ?? '') || boxHeight
  if (!(width > 0 && height > 0)) return refuse('has no size')
  return { svg: redrawn(root, { isRightToLeft: false, anchor: 'start' }).xml, width, height }
}

type Drawn = { name: string; attributes: Record<string, string>; inside: (Drawn | string)[] }

/** What draws pictures would break down at some thousands. */
const deepest = 100

function parsed(svg: string): Drawn {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  const whole: Drawn = { name: '', attributes: {}, inside: [] }
  const open = [whole]
  parser.on('doctype', () => refuse('has a document type'))
  parser.on('error', ({ message }) => refuse(message))
  parser.on('opentag', ({ name, attributes }) => {
    const drawn: Drawn = { name, attributes, inside: [] }
    if (open.length > deepest) refuse('is nested too deeply')
    open.at(-1)?.inside.push(drawn)
    open.push(drawn)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => open.at(-1)?.inside.push(text))
  parser.write(svg).close()
  const root = whole.inside.find((one) => typeof one !== 'string')
  return root?.name === 'svg' ? root : refuse('is no SVG')
}

function refuse(what: string): never {
  throw new NotDrawable(`the picture ${what}`)
}

type Words = { isRightToLeft: boolean; anchor: string }

function redrawn({ name, attributes, inside }: Drawn, around: Words): Xml {
  const words: Words = {
    isRightToLeft: attributes.direction ? attributes.direction === 'rtl' : around.isRightToLeft,
    anchor: attributes['text-anchor'] ?? around.anchor,
  }
  const kept = Object.entries(attributes).filter(([key, value]) => isKept(key, value))
  return element(
    name === 'a' ? 'g' : name,
    {
      ...(name === 'svg' ? { xmlns: 'http://www.w3.org/2000/svg' } : {}),
      ...Object.fromEntries(kept),
      ...(isText(name) ? { 'text-anchor': words.isRightToLeft ? turned(words.anchor) : words.anchor } : {}),
    },
    ...inside.filter((one) => isDrawn(one, name)).map((one) => inner(one, words)),
  )
}

const isDrawn = (one: Drawn | string, within: string): boolean =>
  typeof one === 'string' ? isText(within) : shapes.has(one.name)

const inner = (one: Drawn | string, words: Words): Xml | string =>
  typeof one === 'string' ? said(one, words) : redrawn(one, words)

/** Words run from the left unless they say themselves that they do not; a range of numbers always does. */
function said(text: string, { isRightToLeft }: Words): string {
  const runsFromLeft = !isRightToLeft || /^\u2066[^\u2066-\u2069]*\u2069$/.test(text)
  return runsFromLeft ? cleanText(text) : `\u2067${cleanText(text)}\u2069`
}

const isText = (name: string) => name === 'text' || name === 'tspan'

const turned = (anchor: string): string => (anchor === 'start' ? 'end' : anchor === 'end' ? 'start' : anchor)

const shapes = new Set('svg g a path rect circle ellipse line polyline polygon text tspan'.split(' '))
const attributeNames = new Set(
  (
    'viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d dx dy points transform fill fill-opacity fill-rule stroke ' +
    'stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity opacity font-size font-weight'
  ).split(' '),
)

const isKept = (name: string, value: string) =>
  attributeNames.has(name) && !value.includes('(#') && !/url/i.test(value)
