import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { BulkRecord } from '../bulk-shape.ts'
import { bulkTable } from './bulk-page.ts'

/** What became of each entry, those first with which nothing could be done. */
export function outcomePage(visit: Visit, { rows }: Listing<BulkRecord>): Page {
  const { t } = visit
  const leftOut = rows.filter(({ effect }) => effect === null)
  const done = rows.filter(({ effect }) => effect !== null)
  return {
    title: t('moderation.outcome.title'),
    unlisted: true,
    crumbs: [{ label: t('moderation.title'), path: activityPaths.moderation }],
    main: html`${pageHead({
        title: t('moderation.outcome.title'),
        lead: t('moderation.outcome.lead', { done: done.length, left: leftOut.length }),
      })}
      ${bulkTable(visit, [...leftOut, ...done], t('moderation.outcome.became'))}
      <p><a href="${linkTo(visit, activityPaths.moderation)}">${t('moderation.title')}</a></p>`,
  }
}
