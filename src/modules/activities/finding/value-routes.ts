import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { limitOf, mostRows, readCursor, writeCursor } from '#platform/web/listing.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import type { Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../paths.ts'
import { activityFacets } from './activity-facets.ts'
import { activityQuery, countedFilters, requestFor, type ActivityQuery } from './activity-query.ts'
import { findingNames } from './finding-name-queries.ts'
import { valuesPage } from './pages/values-page.ts'
import { refusePast } from './refuse-past.ts'
import { refuseUnknownValues } from './unknown-values.ts'

export const valueRow = z.object({
  value: z.string(),
  label: z.string(),
  count: z.int(),
  chosen: z.boolean(),
})

/** All values of one filter, for which there is no room beside a list. */
export function valueRoutes(site: Site): void {
  site.list({
    path: activityPaths.values(':filter'),
    name: 'activity-values',
    summary:
      'All values of one filter of the activities with their counts, under the same words and filters as the list; the counts of a filter ignore that filter itself.',
    query: activityQuery,
    row: valueRow,
    read: readValues,
    page: valuesPage,
    columns: [
      { name: 'value', value: ({ value }) => value },
      { name: 'label', value: ({ label }) => label },
      { name: 'count', value: ({ count }) => count },
    ],
  })
}

export type ValueListing = Listing<z.infer<typeof valueRow>>

async function readValues(
  visit: Visit,
  asked: ActivityQuery,
  parameters: PathParameters,
): Promise<ValueListing> {
  refusePast(visit)
  const filter = countedFilters.find((name) => name === parameters['filter'])
  if (filter === undefined) throw notFound()
  const [from] = (await refusingCursor((async () => readCursor(asked.after, ['place']))())) ?? [0]
  const { total, counts } = await visit.search.answer(
    requestFor(visit, asked, { facets: [filter], limit: 0 }),
  )
  const names = await findingNames(visit)
  if (total === 0) refuseUnknownValues(names, asked)
  const [facet] = activityFacets(visit, names, { asked, counts, wanted: [filter], most: {} })
  const values = facet?.values ?? []
  const end = from + limitOf({ limit: asked.limit === undefined ? mostRows : Number(asked.limit) })
  return {
    rows: values.slice(from, end),
    total: values.length,
    next: end < values.length ? writeCursor([end]) : null,
  }
}
