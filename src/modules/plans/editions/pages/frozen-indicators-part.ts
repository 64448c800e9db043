import { html, when, type Html } from '#platform/ui/html.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { baselineText, latestText, targetText } from '../../indicators/pages/figure-text.ts'
import { figuresTable } from '../../indicators/pages/indicator-table.ts'
import { partTables } from '../../indicators/pages/parts-part.ts'
import type { EditionWhole } from '../edition-shape.ts'
import type { FrozenIndicator } from '../frozen-indicator.ts'

type Placed = FrozenIndicator & { code: string }

/** The indicators of a plan as they were, in the order of its items, with what was measured of each part. */
export function frozenIndicators(visit: Visit, rows: EditionWhole['rows']): Html | '' {
  const all = rows.flatMap(({ code, indicators }) => indicators.map((one) => ({ ...one, code })))
  return when(
    all.length > 0,
    () =>
      html`<h2>${visit.t('indicators.title')}</h2>
        ${indicatorTable(visit, all)} ${all.map((one) => ofParts(visit, one))}`,
  )
}

const ofParts = (visit: Visit, { code, name, actuals, ...one }: Placed): Html | '' => {
  if (actuals === null || !actuals.some(({ parts }) => parts.length > 0)) return ''
  return html`<h3><bdi>${code}</bdi> ${spoken(visit.t, name)}</h3>
    ${partTables(visit, { ...one, actuals })}`
}

const indicatorTable = (visit: Visit, indicators: readonly Placed[]): Html => {
  const { t } = visit
  return figuresTable(
    t,
    indicators.map((one) => [
      html`<bdi>${one.code}</bdi> ${spoken(t, one.name)}`,
      one.unit === null ? '' : spoken(t, one.unit),
      baselineText(visit, one),
      targetText(visit, one),
      one.actuals === null ? t('plans.edition.not-kept') : latestText(visit, one),
    ]),
  )
}
