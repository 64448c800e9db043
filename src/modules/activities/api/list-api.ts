import { z } from 'zod'
import { listShape } from '#platform/web/api/derived-reads.ts'
import { facetsAsked, refusingInApiNames } from '#platform/web/api/api-query.ts'
import { writtenBytes } from '#platform/web/byte-writer.ts'
import type { Site } from '#platform/web/site.ts'
import { writeFacets } from '../finding/activity-facets.ts'
import { foundActivities } from '../finding/activity-list-routes.ts'
import {
  activityFilters,
  activityQuery,
  codeFilters,
  countedFilters,
  type CountedFilter,
} from '../finding/activity-query.ts'
import { activityRowShape } from '../finding/activity-row-shape.ts'
import { activityPaths } from '../paths.ts'

const { language: _, ...filters } = activityFilters.shape
const { sort, after, limit } = activityQuery.shape

/** `language` is that of labels; the language in which an entry was written is a filter of its own. */
export const apiQuery = z.strictObject({
  ...filters,
  'original-language': activityFilters.shape.language,
  sort,
  'page-size': limit,
  cursor: after,
  facets: z.string().max(400).optional(),
})

const nameOf = (filter: CountedFilter): string => (filter === 'language' ? 'original-language' : filter)

const filterNamed = new Map(countedFilters.map((filter) => [nameOf(filter), filter]))

export const listApi = (site: Site): void =>
  site.api.read({
    path: activityPaths.activities,
    name: 'api-activities',
    summary:
      'Published activities: words in any of the six languages, filters, and counts for every value of every filter. A filter takes several values, with commas or by standing several times; any of them will do.',
    query: apiQuery,
    repeated: [...codeFilters, 'status', 'reach', 'original-language', 'state', 'age', 'facets'],
    shape: listShape(activityRowShape),
    example: { total: 1, items: [], facets: [], next: null, widenedBy: [], corrected: [] },
    read: async (visit, asked) => {
      const { cursor, 'page-size': size, facets, 'original-language': language, ...rest } = asked
      const wanted = facetsAsked(facets, [...filterNamed.keys()]).flatMap(
        (name) => filterNamed.get(name) ?? [],
      )
      const query = { ...rest, language, after: cursor, limit: size }
      const found = await refusingInApiNames(foundActivities(visit, query, wanted))
      const { rows, total, next, names, counts, widenedBy, corrected } = found
      const written = writtenBytes((to) => {
        to.text(JSON.stringify({ total, items: rows, next, widenedBy, corrected }).slice(0, -1))
        to.text(',"facets":')
        writeFacets(to, visit, names, { asked: query, counts, wanted, nameOf })
        to.text('}')
      })
      return { written, next }
    },
  })
