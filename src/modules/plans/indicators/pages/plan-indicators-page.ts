import { pagination } from '#platform/ui/facets.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../pages/plan-page.ts'
import type { PlanIndicatorRow } from '../plan-indicator-routes.ts'
import { indicatorTable } from './indicator-table.ts'

/** The indicators of a plan, in the order of its items. */
export function planIndicatorsPage(visit: Visit, { rows, about, next }: Listing<PlanIndicatorRow>): Page {
  const { t } = visit
  return {
    title: t('indicators.title'),
    crumbs: [...crumbsOf(visit), { label: about?.name ?? '', path: about?.path ?? '/' }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('progress.as-json') },
      { type: 'text/csv', path: '.csv', title: t('progress.as-csv') },
    ],
    main: html`${pageHead({
      kicker: html`<a href="${linkTo(visit, about?.path ?? '/')}">${about?.name}</a>`,
      title: t('indicators.title'),
    })}
    ${rows.length === 0 ? emptyState({ title: t('indicators.no-indicators') }) : html`${indicatorTable(visit, rows)} ${pagination(visit, next)}`}`,
  }
}
