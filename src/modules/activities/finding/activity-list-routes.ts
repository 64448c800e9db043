import { cursorOf, placeOf } from '#platform/search/place-cursor.ts'
import { wordsTaken, type WordsTaken } from '#platform/search/words-taken.ts'
import { linkTo } from '#platform/ui/links.ts'
import { limitOf } from '#platform/web/listing.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import type { Column, Listing, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../paths.ts'
import { publicAddresses } from '../activity-queries.ts'
import { activityFacets } from './activity-facets.ts'
import {
  activityQuery,
  countedFilters,
  requestFor,
  type ActivityQuery,
  type CountedFilter,
} from './activity-query.ts'
import { activityRow, activityRowShape, type ActivityRowRecord } from './activity-row-shape.ts'
import { findingNames } from './finding-name-queries.ts'
import { activitiesPage } from './pages/activities-page.ts'
import { refusePast } from './refuse-past.ts'
import { refuseUnknownValues } from './unknown-values.ts'

export type ActivityListing = Listing<ActivityRowRecord> & WordsTaken

/** All published activities: found by words in six languages, filtered, counted, sorted. */
export function activityListRoutes(site: Site): void {
  site.list({
    path: activityPaths.activities,
    name: 'activities',
    summary:
      'Published activities of the WSIS Stocktaking: words in any of the six languages, filters, and counts for every value of every filter.',
    query: activityQuery,
    row: activityRowShape,
    read: (visit, query) => readActivities(visit, query),
    page: activitiesPage,
    columns,
    feed: {
      title: 'activities.title',
      entry: (visit, row) => ({
        id: activityPaths.activity(row.id),
        title: row.title.text,
        link: linkTo(visit, activityPaths.activity(row.id)),
        updated: new Date(row.changedAt),
        summary: row.summary?.text ?? '',
      }),
    },
  })
  site.addresses(async ({ db }) => (await publicAddresses(db)).map(activityPaths.activity))
}

async function readActivities(visit: Visit, asked: ActivityQuery): Promise<ActivityListing> {
  const { names, counts, ...listing } = await foundActivities(visit, asked)
  return { ...listing, facets: activityFacets(visit, names, { asked, counts }) }
}

/** What is found, and what was counted of it, before it is worded. `wanted`: the filters whose values are counted. */
export async function foundActivities(
  visit: Visit,
  asked: ActivityQuery,
  wanted: readonly CountedFilter[] = countedFilters,
) {
  refusePast(visit)
  const limit = limitOf({ limit: asked.limit === undefined ? usualRows : Number(asked.limit) })
  const after = await refusingCursor((async () => placeOf(asked.after))())
  const answer = await visit.search.answer(
    requestFor(visit, asked, { facets: wanted, order: asked.sort, limit, after }),
  )
  const names = await findingNames(visit)
  if (answer.total === 0) refuseUnknownValues(names, asked)
  return {
    rows: answer.hits.map((hit) => activityRow(visit, names, hit)),
    total: answer.total,
    next: answer.next && cursorOf(answer.next),
    ...wordsTaken(answer),
    names,
    counts: answer.counts,
  }
}

const usualRows = 20

const columns: Column<ActivityRowRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'title', value: (row) => row.title.text },
  { name: 'title_language', value: (row) => row.title.language },
  { name: 'original_language', value: (row) => row.originalLanguage },
  { name: 'organization', value: (row) => row.organization?.id },
  { name: 'organization_name', value: (row) => row.organization?.name.text },
  { name: 'stakeholder_type', value: (row) => row.organization?.stakeholder },
  { name: 'type', value: (row) => row.type?.code },
  { name: 'type_label', value: (row) => row.type?.label?.text },
  { name: 'reach', value: (row) => row.reach },
  { name: 'status', value: (row) => row.status },
  { name: 'start', value: (row) => row.start },
  { name: 'end', value: (row) => row.end },
  { name: 'countries', value: (row) => row.countries.map(({ code }) => code).join(';') },
  { name: 'regions', value: (row) => row.regions.map(({ code }) => code).join(';') },
  { name: 'action_lines', value: (row) => row.actionLines.map(({ code }) => code).join(';') },
  { name: 'sdgs', value: (row) => row.sdgs.join(';') },
  { name: 'gdc', value: (row) => row.gdc.join(';') },
  { name: 'state', value: (row) => row.state },
  { name: 'age', value: (row) => row.age },
  { name: 'licence', value: (row) => row.licence },
  { name: 'first_published', value: (row) => row.firstPublishedAt },
  { name: 'changed', value: (row) => row.changedAt },
  { name: 'confirmed', value: (row) => row.confirmedAt },
  { name: 'example', value: (row) => row.example },
]
