import type { Column } from '#platform/web/site.ts'
import type { IndicatorRecord } from './indicator-shape.ts'
import type { PartRecord } from './dimension-shape.ts'

/** A row of the table of all that was measured: a total, or one part of it. */
export type ActualRow = PartRecord & {
  actual: IndicatorRecord['actuals'][number]
  indicator: IndicatorRecord
}

/** Each total is followed by its parts; those have a dimension and a part. */
export const actualRows = (indicator: IndicatorRecord): ActualRow[] =>
  indicator.actuals.flatMap((actual) => {
    const { value, numerator, denominator } = actual
    const total = { dimension: '', part: '', value, numerator, denominator }
    return [total, ...actual.parts].map((figure) => ({ ...figure, actual, indicator }))
  })

const isTotal = ({ part }: ActualRow): boolean => part === ''

const dimensionOf = ({ indicator, dimension }: ActualRow) =>
  indicator.dimensions.find(({ code }) => code === dimension)

export const actualColumns: Column<ActualRow>[] = [
  { name: 'indicator', value: (row) => row.indicator.id },
  { name: 'name', value: (row) => row.indicator.name.text },
  { name: 'unit', value: (row) => row.indicator.unit.text },
  { name: 'day', value: (row) => row.actual.on },
  { name: 'dimension', value: (row) => row.dimension },
  { name: 'dimension_name', value: (row) => dimensionOf(row)?.name.text },
  { name: 'part', value: (row) => row.part },
  {
    name: 'part_name',
    value: (row) => dimensionOf(row)?.parts.find(({ code }) => code === row.part)?.name.text,
  },
  { name: 'value', value: (row) => row.value },
  { name: 'numerator', value: (row) => row.numerator },
  { name: 'denominator', value: (row) => row.denominator },
  { name: 'per', value: (row) => row.indicator.per },
  {
    name: 'baseline',
    value: ({ indicator: { baseline } }) => (baseline.state === 'none' ? 'none' : baseline.value),
  },
  {
    name: 'baseline_year',
    value: ({ indicator: { baseline } }) => (baseline.state === 'none' ? null : baseline.year),
  },
  { name: 'target', value: (row) => row.indicator.target.value },
  { name: 'target_year', value: (row) => row.indicator.target.year },
  { name: 'is_reached', value: (row) => (isTotal(row) ? row.actual.isReached : null) },
  { name: 'note', value: (row) => (isTotal(row) ? row.actual.note?.text : null) },
  { name: 'corrections', value: (row) => (isTotal(row) ? row.actual.before.length : null) },
]
