import type { Step } from './steps.ts'

/** What a mark of a picture is; what it looks like is decided by a paint. */
export type Part =
  | `step-${Step}`
  /** A border that is not agreed, on the map. */
  | 'dotted'
  | 'circle'
  /** The lines of a scale. */
  | 'rule'
  /** Columns, and a line from year to year with its points. */
  | 'column'
  | 'line'
  | 'point'
  | 'label'
  /** The number in a cell, which stands on its step. */
  | `on-step-${Step}`

export type Paint = (part: Part) => Record<string, string>

/** In a page the style sheet decides, so that a picture follows the reader's light or dark scheme. */
export const inPage: Paint = (part) => ({ class: `chart-${part}` })

/** A file stands alone and carries its own colours: those of the light scheme, for white paper. */
export const inFile: Paint = (part) => fileColours[part]

/** From light to dark in even steps, so that they can be told apart without colour. */
export const lightSteps: Record<Step, string> = {
  0: '#ffffff',
  1: '#cfe6e3',
  2: '#9cc8c3',
  3: '#649f9a',
  4: '#2c6a67',
  5: '#0b3f41',
}

const ink = '#1a1e26'
const edge = '#767a80'
const ground = (step: Step) => ({ fill: lightSteps[step], stroke: step === 0 ? edge : '#ffffff' })

const onStep = (step: Step) => ({ fill: step === 0 ? edge : step < 4 ? ink : '#ffffff' })

const fileColours: Record<Part, Record<string, string>> = {
  'step-0': ground(0),
  'step-1': ground(1),
  'step-2': ground(2),
  'step-3': ground(3),
  'step-4': ground(4),
  'step-5': ground(5),
  'on-step-0': onStep(0),
  'on-step-1': onStep(1),
  'on-step-2': onStep(2),
  'on-step-3': onStep(3),
  'on-step-4': onStep(4),
  'on-step-5': onStep(5),
  circle: { stroke: edge },
  dotted: { fill: 'none', stroke: ink, 'stroke-width': '1.6', 'stroke-dasharray': '1.6 2.4' },
  rule: { fill: 'none', stroke: '#d9d5ca' },
  column: { fill: lightSteps[4] },
  line: { fill: 'none', stroke: lightSteps[4], 'stroke-width': '2' },
  point: { fill: lightSteps[4] },
  label: { fill: ink },
}
