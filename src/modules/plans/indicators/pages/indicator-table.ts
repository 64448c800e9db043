import { html, when, type Html } from '#platform/ui/html.ts'
import type { Translate } from '#platform/messages.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table, type TableProps } from '#platform/ui/table.ts'
import { spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../../paths.ts'
import type { IndicatorRow } from '../indicator-shape.ts'
import { baselineText, latestText, targetText } from './figure-text.ts'

/** Indicators with baseline, target and what was measured last; each opens its own page. */
export const indicatorTable = (
  visit: Visit,
  rows: readonly (IndicatorRow & { item?: { code: string } })[],
): Html => {
  const { t } = visit
  return figuresTable(
    t,
    rows.map((row) => [
      html`${when(row.item, () => html`<bdi>${row.item?.code}</bdi> `)}<a
          href="${linkTo(visit, planPaths.indicator(row.id))}"
          >${spoken(t, row.name)}</a
        >`,
      spoken(t, row.unit),
      baselineText(visit, row),
      targetText(visit, row),
      html`${latestText(visit, row)}
      ${when(row.latest?.isReached, () => html`<span class="tag is-delivered">${t('indicators.reached')}</span>`)}`,
    ]),
  )
}

/** What stands of an indicator in a row: its name, unit, baseline, target, and what was measured last. */
export const figuresTable = (t: Translate, rows: TableProps['rows']): Html =>
  table({
    id: 'indicators',
    caption: t('indicators.title'),
    captionUnseen: true,
    columns: [
      { label: t('indicators.one') },
      { label: t('indicators.field.unit') },
      { label: t('indicators.baseline') },
      { label: t('indicators.target') },
      { label: t('indicators.latest') },
    ],
    rows,
  })
