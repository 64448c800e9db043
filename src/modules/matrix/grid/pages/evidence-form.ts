import { filterForm, selectField } from '#platform/ui/controls.ts'
import { number } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { here } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import { measures, type GridRecord, type Measure } from '../grid-shape.ts'

/** What is written into the cells: the same grid, read in four ways. */
export const measureChoice = (visit: Visit, chosen: Measure): Html =>
  html`<nav aria-label="${visit.t('matrix.measure')}">
    <ul class="steps">
      ${measures.map(
        (measure) =>
          html`<li>
            <a
              href="${here(visit, { measure: measure === 'links' ? null : measure })}"
              ${measure === chosen ? html`aria-current="true"` : ''}
              >${measure === chosen ? html`<strong>${visit.t(`matrix.measure.${measure}`)}</strong>` : visit.t(`matrix.measure.${measure}`)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`

const labels = {
  region: 'matrix.filter.region',
  country: 'matrix.filter.country',
  year: 'matrix.filter.year',
  kind: 'matrix.filter.kind',
} as const

const names = Object.keys(labels)

/** Which evidence is counted; folded away until somebody wants a part of it. */
export function evidenceForm(visit: Visit, facets: GridRecord['facets']): Html {
  const { t, language } = visit
  const isLabelled = (name: string): name is keyof typeof labels => name in labels
  const fields = facets.flatMap(({ name, values }) =>
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
  const isChosen = names.some((name) => visit.query.get(name))
  return html`<details ${isChosen ? html`open` : ''}>
    <summary>${t('matrix.filters')}</summary>
    ${filterForm(visit, { label: t('matrix.filters'), names, fields })}
  </details>`
}
