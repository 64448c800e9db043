import type { LanguageCode } from '#platform/languages.ts'
import type { PlanState } from '../plan.ts'
import type { Dimension } from './dimension.ts'

/** What one can do with an indicator follows from its plan: its words are open, fixed, or it is measured. */
export const indicatorStates = ['drafted', 'fixed', 'measured', 'ended'] as const

export type IndicatorState = (typeof indicatorStates)[number]

export const indicatorStateOf = (plan: PlanState): IndicatorState => byPlan[plan]

const byPlan = {
  draft: 'drafted',
  consultation: 'drafted',
  coordinated: 'drafted',
  presented: 'fixed',
  noted: 'measured',
  'in-force': 'measured',
  superseded: 'ended',
  discarded: 'ended',
} as const satisfies Record<PlanState, IndicatorState>

export const frequencies = ['monthly', 'quarterly', 'half-yearly', 'yearly', 'biennial', 'once'] as const

export type Frequency = (typeof frequencies)[number]

/** Which way is better. */
export const directions = ['up', 'down'] as const

export type Direction = (typeof directions)[number]

export const disaggregations = [
  'sex',
  'age',
  'disability',
  'urban-rural',
  'region',
  'income',
  'other',
] as const

export type Disaggregation = (typeof disaggregations)[number]

/** A ratio is so many per one, per cent, per thousand, per hundred thousand. */
export const pers = [1, 100, 1000, 100_000] as const

export type Per = (typeof pers)[number]

/** What is written of an indicator in six languages. */
export const indicatorFields = ['name', 'definition', 'unit', 'source', 'note'] as const

export type IndicatorField = (typeof indicatorFields)[number]

export const indicatorFieldLetters = {
  name: 300,
  definition: 5000,
  unit: 100,
  source: 1000,
  note: 5000,
} as const satisfies Record<IndicatorField, number>

/** A number as it was given: of a ratio both parts, from which the value follows. */
export type Figure = { value: number | null; numerator: number | null; denominator: number | null }

/** Where it began. 'none': nobody has measured it. That is no zero. */
export type Baseline = { state: 'none' } | ({ state: 'measured'; year: number } & Figure)

/** All of an indicator that is typed but its words. */
export type IndicatorContent = {
  frequency: Frequency
  direction: Direction
  disaggregation: Disaggregation[]
  /** Null: a number of its own, no ratio. */
  per: Per | null
  baseline: Baseline
  target: { value: number; year: number }
  /** By which parts what is measured may be kept beside the total. */
  dimensions: Dimension[]
}

export type Indicator = IndicatorContent & {
  id: string
  plan: string
  item: string
  place: number
  /** The same through all plans of a series. */
  lineage: string
  carriedFrom: string | null
  state: 'active' | 'dropped'
  language: LanguageCode
  revision: number
}

export const mostIndicators = 20

/** The value of a figure; of a ratio what its parts make. */
export const valueOf = ({ value, numerator, denominator }: Figure, per: Per | null): number =>
  per === null || numerator === null || denominator === null ? (value ?? 0) : (numerator / denominator) * per

/** How far from the baseline to the target: 0 at the one, 1 at the other. Null where no baseline is known or both are the same. */
export function wayTo(
  { per, baseline, target }: Pick<Indicator, 'per' | 'baseline' | 'target'>,
  value: number,
): number | null {
  if (baseline.state === 'none') return null
  const from = valueOf(baseline, per)
  return target.value === from ? null : (value - from) / (target.value - from)
}

/** Whether a value reaches the target. */
export const isReached = (
  { direction, target }: Pick<Indicator, 'direction' | 'target'>,
  value: number,
): boolean => (direction === 'up' ? value >= target.value : value <= target.value)
