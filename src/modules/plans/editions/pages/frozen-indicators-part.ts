import { html, when, type Html } from '#platform/ui/html.ts'
import { table } from '#platform/ui/table.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { baselineText, latestText, targetText } from '../../indicators/pages/figure-text.ts'
import { partTables } from '../../indicators/pages/parts-part.ts'
import type { FrozenIndicator } from '../frozen-indicator.ts'

/** The indicators of an item as they were, with what was measured of each part. */
export const frozenIndicators = (
  visit: Visit,
  { id, indicators }: { id: string; indicators: readonly FrozenIndicator[] },
): Html | '' =>
  when(
    indicators.length > 0,
    () =>
      html`${indicatorTable(visit, id, indicators)}
      ${indicators.map(({ actuals, ...one }) => when(actuals, () => partTables(visit, { ...one, actuals: actuals ?? [] })))}`,
  )

const indicatorTable = (visit: Visit, item: string, indicators: readonly FrozenIndicator[]): Html => {
  const { t } = visit
  return table({
    id: `indicators-${item}`,
    caption: t('indicators.title'),
    columns: [
      { label: t('indicators.one') },
      { label: t('indicators.field.unit') },
      { label: t('indicators.baseline') },
      { label: t('indicators.target') },
      { label: t('indicators.latest') },
    ],
    rows: indicators.map((one) => [
      spoken(t, one.name),
      one.unit === null ? '' : spoken(t, one.unit),
      baselineText(visit, one),
      targetText(visit, one),
      one.actuals === null ? t('plans.edition.not-kept') : latestText(visit, one),
    ]),
  })
}
