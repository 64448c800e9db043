import type { MessageKey } from '#platform/messages.ts'
import type { Direction, Disaggregation, Frequency, IndicatorField } from './indicator.ts'

export const frequencyKeys = {
  monthly: 'indicators.frequency.monthly',
  quarterly: 'indicators.frequency.quarterly',
  'half-yearly': 'indicators.frequency.half-yearly',
  yearly: 'indicators.frequency.yearly',
  biennial: 'indicators.frequency.biennial',
  once: 'indicators.frequency.once',
} as const satisfies Record<Frequency, MessageKey>

export const directionKeys = {
  up: 'indicators.direction.up',
  down: 'indicators.direction.down',
} as const satisfies Record<Direction, MessageKey>

export const disaggregationKeys = {
  sex: 'indicators.by.sex',
  age: 'indicators.by.age',
  disability: 'indicators.by.disability',
  'urban-rural': 'indicators.by.urban-rural',
  region: 'indicators.by.region',
  income: 'indicators.by.income',
  other: 'indicators.by.other',
} as const satisfies Record<Disaggregation, MessageKey>

export const fieldKeys = {
  name: 'indicators.field.name',
  definition: 'indicators.field.definition',
  unit: 'indicators.field.unit',
  source: 'indicators.field.source',
  note: 'indicators.field.note',
} as const satisfies Record<IndicatorField, MessageKey>
