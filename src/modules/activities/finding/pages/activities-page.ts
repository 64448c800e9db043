import type { MessageKey } from '#platform/messages.ts'
import { may } from '#platform/access/rights.ts'
import { facetList, type ChosenFilter } from '#platform/ui/facets.ts'
import { filteredList } from '#platform/ui/filtered-list.ts'
import { filterForm, selectField, textField } from '#platform/ui/controls.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { emptyState } from '#platform/ui/notices.ts'
import { pageHead } from '#platform/ui/text.ts'
import { howWordsWereTaken } from '#platform/ui/words-taken.ts'
import { searchOrders } from '#platform/web/list-parameters.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityRights } from '../../activity-rights.ts'
import { activityPaths } from '../../paths.ts'
import type { CountedFilter } from '../activity-query.ts'
import type { ActivityRowRecord } from '../activity-row-shape.ts'
import { writtenActivityCard } from './activity-card-part.ts'

export const filterKeys = {
  'action-line': 'activities.field.actionLines',
  sdg: 'activities.filter.sdg',
  gdc: 'activities.field.gdc',
  region: 'activities.filter.region',
  country: 'activities.filter.country',
  group: 'activities.filter.group',
  stakeholder: 'activities.filter.stakeholder',
  organization: 'activities.field.organization',
  type: 'activities.field.type',
  year: 'activities.filter.year',
  status: 'activities.field.status',
  reach: 'activities.field.reach',
  beneficiary: 'activities.field.beneficiaries',
  language: 'activities.original',
  age: 'activities.filter.age',
  state: 'activities.filter.state',
} satisfies Record<CountedFilter, MessageKey>

/** All published activities, with what they are filtered by beside them. */
export function activitiesPage(visit: Visit, listing: Listing<ActivityRowRecord>): Page {
  const { t, query } = visit
  const { rows, total, next, facets = [] } = listing
  const chosen = chosenValues(visit, facets)
  const words = query.get('q')?.trim() ?? ''
  const lists = facets.map((facet) =>
    facetList(visit, facet, t(filterKeys[facet.name as CountedFilter]), {
      choice: 'several',
      allAt: activityPaths.values(facet.name),
    }),
  )
  return {
    title: words === '' ? t('activities.title') : t('activities.title.for', { words }),
    description: t('activities.lead'),
    unlisted: chosen.length > 0 || words !== '' || query.has('after'),
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
      { type: 'application/atom+xml', path: '.atom', title: t('activities.as-feed') },
    ],
    main: html`${pageHead({ title: t('activities.title'), lead: t('activities.lead') })} ${ways(visit)}
    ${searchForm(visit)}
    ${filteredList(visit, {
      filters: lists,
      chosen,
      count: t('activities.count', { count: total }),
      words: howWordsWereTaken(visit, listing),
      rows:
        rows.length === 0
          ? emptyState({ title: t('activities.none'), text: t('activities.none.text') })
          : cardList(rows.map((row) => writtenActivityCard(visit, row))),
      next,
    })}`,
  }
}

function chosenValues({ t, query }: Visit, facets: Listing<unknown>['facets'] = []): ChosenFilter[] {
  return facets.flatMap((facet) => {
    const { name } = facet
    const asked = query.get(name)
    if (!asked) return []
    const label = facet.values
      .filter(({ chosen }) => chosen)
      .map((value) => value.label)
      .join(', ')
    return [{ name, label: t(filterKeys[name as CountedFilter]), value: label || asked }]
  })
}

const ways = (visit: Visit): Html => {
  const { t } = visit
  const links = [
    { path: activityPaths.map, label: t('activities.map') },
    { path: activityPaths.grid, label: t('activities.grid') },
    { path: activityPaths.calls, label: t('calls.title') },
    ...(may(activityRights, 'enter', visit.actor, { state: 'draft' })
      ? [{ path: activityPaths.newEntry, label: t('activities.new') }]
      : []),
  ]
  return html`<nav aria-label="${t('activities.ways')}">
    <ul class="steps">
      ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
    </ul>
  </nav>`
}

const searchForm = (visit: Visit): Html => {
  const { t } = visit
  return filterForm(visit, {
    label: t('activities.search'),
    fields: [
      textField(visit, {
        name: 'q',
        label: t('activities.words'),
        hint: t('activities.words.hint'),
        type: 'search',
      }),
      selectField(visit, {
        name: 'sort',
        label: t('sort'),
        any: t('sort.usual'),
        options: searchOrders.map((value) => ({ value, label: t(`sort.${value}`) })),
      }),
    ],
    names: ['q', 'sort'],
    submit: t('layout.search'),
  })
}
