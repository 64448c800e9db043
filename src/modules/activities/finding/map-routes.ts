import { z } from 'zod'
import { heatGridFile } from '#platform/charts/heat-grid.ts'
import { worldMapFile } from '#platform/charts/world-map.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../paths.ts'
import { linesAndWholes } from './activity-document.ts'
import { labelOf } from './value-words.ts'
import { activityFilters, requestFor, type ActivityFilters } from './activity-query.ts'
import { findingNames, type FindingNames } from './finding-name-queries.ts'
import { gridPage, gridPicture } from './pages/grid-page.ts'
import { mapPage, mapPicture } from './pages/map-page.ts'
import { refusePast } from './refuse-past.ts'

const placed = z.object({ code: z.string(), name: z.string(), count: z.int() })

/** Activities by country, under any filters. */
export const mapShape = z.object({
  total: z.int(),
  /** How many name no country and whose organization has none. */
  nowhere: z.int(),
  countries: z.array(placed),
  regions: z.array(placed),
  /** Countries in which none takes place, as the map names them. */
  without: z.array(placed.omit({ count: true })),
})

export type MapRecord = z.infer<typeof mapShape>

/** Activities by action line and goal. */
export const gridShape = z.object({
  total: z.int(),
  lines: z.array(placed),
  goals: z.array(placed),
  /** Only cells that count something. */
  cells: z.array(z.object({ line: z.string(), goal: z.string(), count: z.int() })),
})

export type GridRecord = z.infer<typeof gridShape>

/** The map of the activities, and the grid of action lines and goals. */
export function mapRoutes(site: Site): void {
  site.record({
    path: activityPaths.map,
    name: 'activities-map',
    summary: 'Published activities by country, under the same filters as the list.',
    query: activityFilters,
    read: (visit, _parameters, query) => readMap(visit, query),
    shape: mapShape,
    page: mapPage,
    forms: {
      '.svg': {
        type: 'image/svg+xml',
        write: (visit, record) => worldMapFile(visit.t, mapPicture(visit, record)),
      },
    },
  })
  site.record({
    path: activityPaths.grid,
    name: 'activities-grid',
    summary:
      'Published activities by action line and Sustainable Development Goal, under the same filters as the list.',
    query: activityFilters,
    read: (visit, _parameters, query) => readGrid(visit, query),
    shape: gridShape,
    page: gridPage,
    forms: {
      '.svg': {
        type: 'image/svg+xml',
        write: (visit, record) => heatGridFile(visit.t, gridPicture(visit, record)),
      },
    },
  })
}

async function readMap(visit: Visit, query: ActivityFilters): Promise<MapRecord> {
  refusePast(visit)
  const { total, facets } = await visit.search.answer(
    requestFor(visit, query, { facets: ['country', 'region'], limit: 0 }),
  )
  const names = await findingNames(visit)
  const asked = new Set(query.country?.split(',') ?? [])
  const countries = (facets['country'] ?? []).filter(({ value }) => asked.size === 0 || asked.has(value))
  const somewhere = await visit.search.answer(
    requestFor(
      visit,
      query.country ? query : { ...query, country: countries.map(({ value }) => value).join(',') || 'ZZ' },
      {
        facets: [],
        limit: 0,
      },
    ),
  )
  return {
    total,
    nowhere: total - somewhere.total,
    countries: countries.map((one) => named(visit, names, 'country', one)),
    regions: (facets['region'] ?? []).map((one) => named(visit, names, 'region', one)),
    without: [...names.codes.countries.keys()]
      .filter((code) => countries.every(({ value }) => value !== code))
      .map((code) => ({ code, name: labelOf(visit, names, 'country', code) })),
  }
}

/** A question per action line: what is counted under each is the goals. */
async function readGrid(visit: Visit, query: ActivityFilters): Promise<GridRecord> {
  refusePast(visit)
  const whole = await visit.search.answer(
    requestFor(visit, query, { facets: ['action-line', 'sdg'], limit: 0 }),
  )
  const names = await findingNames(visit)
  const lines = [...names.codes['action-lines'].keys()].filter((code) => code !== 'C7')
  const asked = query['action-line']?.split(',')
  const cells: GridRecord['cells'] = []
  for (const line of lines) {
    if (asked && !linesAndWholes([line]).some((code) => asked.includes(code))) continue
    const { facets } = await visit.search.answer(
      requestFor(visit, { ...query, 'action-line': line }, { facets: ['sdg'], limit: 0 }),
    )
    for (const { value, count } of facets['sdg'] ?? [])
      if (count > 0) cells.push({ line, goal: value, count })
  }
  const counted = (facet: string, code: string) =>
    whole.facets[facet]?.find(({ value }) => value === code)?.count ?? 0
  return {
    total: whole.total,
    lines: lines.map((value) =>
      named(visit, names, 'action-line', { value, count: counted('action-line', value) }),
    ),
    goals: [...names.codes.sdgs.keys()].map((value) =>
      named(visit, names, 'sdg', { value, count: counted('sdg', value) }),
    ),
    cells,
  }
}

const named = (
  visit: Visit,
  names: FindingNames,
  filter: string,
  { value, count }: { value: string; count: number },
) => ({
  code: value,
  name: labelOf(visit, names, filter, value).replace(`${value} · `, ''),
  count,
})
