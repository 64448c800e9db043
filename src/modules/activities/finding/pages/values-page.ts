import { facetLines, pagination } from '#platform/ui/facets.ts'
import { html } from '#platform/ui/html.ts'
import { thereWith } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { CountedFilter } from '../activity-query.ts'
import type { ValueListing } from '../value-routes.ts'
import { filterKeys } from './activities-page.ts'

/** Each value leads back to the list, with all that was chosen before and this one. */
export function valuesPage(visit: Visit, { rows, total, next }: ValueListing): Page {
  const { t, path } = visit
  const filter = path.slice(path.lastIndexOf('/') + 1) as CountedFilter
  const query = new URLSearchParams(visit.query)
  query.delete('limit')
  const list = { ...visit, path: activityPaths.activities, query }
  return {
    title: t(filterKeys[filter]),
    description: t('activities.values.lead'),
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    unlisted: true,
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t(filterKeys[filter]), lead: t('activities.values.lead') })}
      <p><a href="${thereWith(visit, activityPaths.activities)}">${t('activities.values.back')}</a></p>
      <section class="section" aria-labelledby="values-title">
        <h2 id="values-title">${t('activities.values.count', { count: total })}</h2>
        <div class="facet">${facetLines(list, { name: filter, values: rows }, { choice: 'several' })}</div>
        ${pagination(visit, next)}
      </section>`,
  }
}
