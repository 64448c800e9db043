import { filterForm, selectField } from '#platform/ui/controls.ts'
import { pagination } from '#platform/ui/facets.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { timingKeys, type AnswerRecord } from '../answer-shape.ts'
import { timings } from '../call.ts'
import { crumbsOf } from './call-page.ts'

/** The published entries that answer a call. */
export function answersPage(visit: Visit, { rows, total, next, about }: Listing<AnswerRecord>): Page {
  const { t } = visit
  return {
    title: t('calls.entries'),
    unlisted: true,
    crumbs: [...crumbsOf(visit), { label: about?.name ?? '', path: about?.path ?? '' }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('calls.entries'), lead: html`<bdi>${about?.name}</bdi>` })}
      ${filterForm(visit, {
        label: t('calls.timing'),
        names: ['timing'],
        fields: [
          selectField(visit, {
            name: 'timing',
            label: t('calls.timing'),
            options: timings.map((value) => ({ value, label: t(timingKeys[value]) })),
          }),
        ],
      })}
      <h2>${t('activities.count', { count: total })}</h2>
      ${
        rows.length === 0
          ? emptyState({ title: t('calls.entries.none') })
          : cardList(
              rows.map((row) => ({
                title: spoken(t, row.title),
                href: linkTo(visit, activityPaths.activity(row.id)),
                kicker: row.organization === null ? '' : spoken(t, row.organization.name),
                tags: [html`<span class="tag">${row.timing.label}</span>`],
                facts: row.region?.label ? [spoken(t, row.region.label)] : [],
                edge: dateText(t, row.cameAt.slice(0, 10)),
              })),
              { level: 3 },
            )
      }
      ${pagination(visit, next)}`,
  }
}
