import { pagination } from '#platform/ui/facets.ts'
import { html } from '#platform/ui/html.ts'
import { here, linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { dateRangeText, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import type { WaitingRecord } from '../waiting-routes.ts'
import { standingLooks } from './progress-page.ts'

/** Reports that wait for the reader, the longest due first. */
export function waitingPage(visit: Visit, { rows, total, next }: Listing<WaitingRecord>): Page {
  const { t, query } = visit
  const waits = query.get('waits') === 'review' ? 'review' : 'write'
  const other = waits === 'review' ? 'write' : 'review'
  return {
    title: t(`progress.waiting.${waits}`),
    unlisted: true,
    crumbs: crumbsOf(visit),
    alternates: [{ type: 'text/csv', path: '.csv', title: t('progress.as-csv') }],
    main: html`${pageHead({
        title: t(`progress.waiting.${waits}`),
        lead: t('progress.waiting.lead', { count: total }),
      })}
      <p><a href="${here(visit, { waits: other, standing: null })}">${t(`progress.waiting.${other}`)}</a></p>
      ${
        rows.length === 0
          ? emptyState({ title: t('progress.waiting.none') })
          : cardList(
              rows.map(({ plan, item, period, dueOn, standing, path }) => ({
                kicker: html`<a href="${linkTo(visit, planPaths.progress(plan.id))}"
                  >${spoken(t, plan.title)}</a
                >`,
                title: html`<bdi>${item.code}</bdi> ${spoken(t, item.title)}`,
                href: linkTo(visit, path),
                tags: [html`<span class="tag is-${standingLooks[standing.code]}">${standing.label}</span>`],
                facts: [dateRangeText(t, period.startsOn, period.endsOn)],
                edge: html`${t('progress.due-on')} ${dateText(t, dueOn)}`,
              })),
            )
      }
      ${pagination(visit, next)}`,
  }
}
