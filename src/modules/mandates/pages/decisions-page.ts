import { pagination } from '#platform/ui/facets.ts'
import type { MessageKey } from '#platform/messages.ts'
import { html, when } from '#platform/ui/html.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DecisionRecord } from '../review/decision-routes.ts'
import { reviewPaths } from '../review/review-paths.ts'

export function decisionsPage(visit: Visit, listing: Listing<DecisionRecord>, id: string): Page {
  const { t } = visit
  return {
    title: t('review.decisions'),
    crumbs: [
      { label: t('imports.title'), path: reviewPaths.imports },
      { label: t('review.one'), path: reviewPaths.import(id) },
    ],
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('imports.as-json') },
      { type: 'text/csv', path: '.csv', title: t('imports.as-csv') },
    ],
    main: html`${pageHead({ title: t('review.decisions'), lead: t('review.decisions-lead') })}
    ${
      listing.rows.length === 0
        ? emptyState({ title: t('review.no-decisions') })
        : table({
            id: 'decisions',
            caption: t('review.decisions'),
            captionUnseen: true,
            columns: [
              { label: t('review.decision.what') },
              { label: t('review.decision.where') },
              { label: t('review.decision.details') },
              { label: t('review.decision.when') },
            ],
            rows: listing.rows.map((row) => [
              html`${t(`review.edit.${row.edit}` as MessageKey)}
              ${when(row.isUndone, () => html`<span class="badge">${t('review.taken-back')}</span>`)}`,
              html`${row.units.slice(0, 12).map((unit) => html`${bdi(unit)} `)}${when(row.units.length > 12, () => html`…`)}`,
              bdi(row.details ?? ''),
              dateText(t, row.at.slice(0, 10)),
            ]),
          })
    }
    ${pagination(visit, listing.next)}`,
  }
}
