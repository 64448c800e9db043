import { filterForm, selectField } from '#platform/ui/controls.ts'
import { number } from '#platform/ui/format.ts'
import type { Html } from '#platform/ui/html.ts'
import type { Visit } from '#platform/web/visit.ts'
import { measures, type GridRecord, type Measure } from '../grid-shape.ts'

const labels = {
  region: 'matrix.filter.region',
  country: 'matrix.filter.country',
  year: 'matrix.filter.year',
  kind: 'matrix.filter.kind',
} as const

/** What is written into the cells, and which evidence is counted. */
export function evidenceForm(visit: Visit, facets: GridRecord['facets'], measure: Measure | null): Html {
  const { t, language } = visit
  const isLabelled = (name: string): name is keyof typeof labels => name in labels
  const filters = facets.flatMap(({ name, values }) =>
    isLabelled(name)
      ? [
          selectField(visit, {
            name,
            label: t(labels[name]),
            options: values.map(({ value, label, count }) => ({
              value,
              label: `${label} (${number(language, count)})`,
            })),
          }),
        ]
      : [],
  )
  const choice = selectField(visit, {
    name: 'measure',
    label: t('matrix.measure'),
    any: t('matrix.measure.links'),
    options: measures
      .filter((one) => one !== 'links')
      .map((value) => ({ value, label: t(`matrix.measure.${value}`) })),
  })
  return filterForm(visit, {
    label: t('matrix.filters'),
    names: [...(measure === null ? [] : ['measure']), ...Object.keys(labels)],
    fields: measure === null ? filters : [choice, ...filters],
  })
}
