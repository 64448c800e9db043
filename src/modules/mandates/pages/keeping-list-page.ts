import { facetList } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DutyRecord } from '../duties/duty-shape.ts'
import type { KeepingList } from '../oversight/keeping-list-routes.ts'
import { mandatePaths } from '../paths.ts'
import { chosenOf, dutyFilterKeys, facetLabel } from './duties-page.ts'
import { dutyCard } from './duty-card.ts'

/** A list of duties that says what it means that they stand in it. */
export function keepingListPage(
  visit: Visit,
  { rows, total, next, facets = [] }: Listing<DutyRecord>,
  list: KeepingList,
): Page {
  const { t } = visit
  const chosen = chosenOf(visit, facets, dutyFilterKeys)
  return {
    title: t(list.title),
    description: t(list.lead),
    unlisted: chosen.length > 0 || visit.query.has('after'),
    crumbs: [{ label: t('oversight.title'), path: mandatePaths.oversight }],
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
      { type: 'application/atom+xml', path: '.atom', title: t('duties.as-atom') },
    ],
    main: html`${pageHead({ title: t(list.title), lead: t(list.lead) })}
    ${filteredList(visit, {
      filters: facets.map((facet) => facetList(visit, facet, facetLabel(visit, facet, dutyFilterKeys))),
      chosen,
      count: t('duties.count', { count: total }),
      rows:
        rows.length === 0
          ? emptyState({
              title: t(list.none),
              link: { label: t('oversight.title'), href: linkTo(visit, mandatePaths.oversight) },
            })
          : cardList(
              rows.map((row) => dutyCard(visit, row)),
              { level: 3 },
            ),
      next,
    })}`,
  }
}
