import { z } from 'zod'
import type { Listing, ListResource, PathParameters, RecordResource } from '../site.ts'
import type { Visit } from '../visit.ts'
import type { ApiAnswer } from './api-resource.ts'
import { apiNameOf, asListQuery, namedFacets, refusingInApiNames } from './api-query.ts'
import type { AnyRead } from './api-routes.ts'

type Asked<Result> = (visit: Visit, parameters: PathParameters) => Promise<Result>

/** A list behind a page, as the API gives it: `items` for `rows`, `cursor` for `after`, `page-size` for `limit`. */
export function listRead<Query extends z.ZodObject, Row>(
  list: ListResource<Query, Row>,
  read: Asked<Listing<Row>>,
): AnyRead {
  const query = z.strictObject({ ...inApiWords(list.query), facets: z.string().max(400).optional() })
  return {
    path: list.path,
    name: `api-${list.name}`,
    summary: list.summary,
    query,
    shape: listShape(list.row),
    read: async (visit, asked, parameters) => {
      const own = new URLSearchParams(visit.query)
      own.delete('facets')
      const listed = { ...visit, query: asListQuery(own, list.query) }
      const { rows, total, next, facets = [], ...rest } = await refusingInApiNames(read(listed, parameters))
      const { facets: wanted } = asked as { facets?: string }
      return { body: { total, items: rows, facets: namedFacets(facets, wanted), next, ...rest }, next }
    },
  }
}

export const recordRead = <Query extends z.ZodObject, Shape>(
  record: RecordResource<Query, Shape>,
  read: Asked<Shape>,
): AnyRead => ({
  path: record.path,
  name: `api-${record.name}`,
  summary: record.summary,
  query: z.strictObject(inApiWords(record.query)),
  shape: record.shape,
  read: async (visit, _asked, parameters): Promise<ApiAnswer<unknown>> => {
    const listed = { ...visit, query: asListQuery(visit.query, record.query) }
    return { body: await refusingInApiNames(read(listed, parameters)) }
  },
})

const facetShape = z.object({
  name: z.string(),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), chosen: z.boolean() })),
})

/** What every list of the API answers. */
export const listShape = <Row extends z.ZodType>(row: Row) =>
  z.looseObject({
    total: z.int(),
    items: z.array(row),
    facets: z.array(facetShape),
    next: z.string().nullable().describe('The `cursor` of the next page; null at the end.'),
  })

/** Checked by the list itself, so here any text will do: only the names are told apart. */
const inApiWords = (query: z.ZodObject): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(query.shape).map(([name, schema]) => [apiNameOf(name), schema as z.ZodType]),
  )
