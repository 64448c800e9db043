import { z } from 'zod'
import { memberships } from '#modules/frameworks/index.ts'
import { lookOf } from '#modules/mandates/index.ts'
import { inLanguage } from '#platform/languages.ts'
import { holdingsAbout, holdingShape } from '#platform/web/holdings.ts'
import type { Facet, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../paths.ts'
import { activityFacets } from './activity-facets.ts'
import { requestFor, type CountedFilter } from './activity-query.ts'
import { activityRow, activityRowShape } from './activity-row-shape.ts'
import { findingNames, type FindingNames } from './finding-name-queries.ts'
import { placePage } from './pages/place-page.ts'
import { placesPage } from './pages/places-page.ts'
import { dutiesOfMembers, evidenceOfPlace, organizationsOfPlace } from './place-queries.ts'
import { refusePast } from './refuse-past.ts'

export const placeKinds = ['country', 'region', 'group'] as const

export type PlaceKind = (typeof placeKinds)[number]

const facet = z.object({
  name: z.string(),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), chosen: z.boolean() })),
})

const ref = z.object({ code: z.string(), name: z.string() })

/** What stands in the register about a country, a region or a group of countries, side by side. */
export const placeShape = z.object({
  kind: z.enum(placeKinds),
  code: z.string(),
  name: z.string(),
  /** Of a country its region and groups; of a region or group its countries. */
  belongsTo: z.array(ref.extend({ kind: z.enum(placeKinds) })),
  countries: z.array(ref.extend({ activities: z.int() })),
  activities: z.int(),
  counts: z.array(facet),
  latest: z.array(activityRowShape),
  organizations: z.int(),
  /** Pieces of evidence that organizations of the place have given for duties. */
  evidence: z.int(),
  /** Duties addressed to Member States, which are those of each of them. */
  duties: z.int(),
  /** What modules above this one hold about the place. */
  held: z.array(holdingShape),
})

export type PlaceRecord = z.infer<typeof placeShape>

export const placesShape = z.object({
  regions: z.array(ref.extend({ activities: z.int() })),
  groups: z.array(ref.extend({ activities: z.int() })),
  countries: z.array(ref.extend({ activities: z.int(), region: z.string().nullable() })),
})

export type PlacesRecord = z.infer<typeof placesShape>

const shownCounts: CountedFilter[] = ['action-line', 'sdg', 'stakeholder', 'type', 'status', 'age', 'year']
const mostLatest = 10

/** Pages of countries, regions and groups. */
export function placeRoutes(site: Site): void {
  site.record({
    path: activityPaths.places,
    name: 'places',
    summary: 'Countries, ITU regions and groups of countries, with how many activities each has.',
    query: z.strictObject({}),
    read: readAll,
    shape: placesShape,
    page: placesPage,
  })
  for (const kind of placeKinds) {
    site.record({
      path: activityPaths.place(kind, `:${kind}`),
      name: kind,
      summary: `What the register holds about one ${kind}: activities, organizations, evidence, duties.`,
      query: z.strictObject({}),
      read: (visit, parameters) => readPlace(site, visit, kind, parameters),
      shape: placeShape,
      page: placePage,
    })
  }
  site.addresses(async ({ db }) => {
    const members = await memberships(db, { framework: 'itu-regions' })
    return [...new Set(members.map(({ country }) => country))].map((code) =>
      activityPaths.place('country', code),
    )
  })
}

const treeOf = { country: 'countries', region: 'itu-regions', group: 'country-groups' } as const

const nameIn = (visit: Visit, names: FindingNames, kind: PlaceKind, code: string): string => {
  const node = names.codes[treeOf[kind]].get(code)
  if (node === undefined) return code
  return inLanguage({ ...node.label, ...node.short }, visit.language)?.text ?? code
}

async function readAll(visit: Visit): Promise<PlacesRecord> {
  refusePast(visit)
  const names = await findingNames(visit)
  const { facets } = await visit.search.answer(
    requestFor(visit, {}, { facets: ['country', 'region', 'group'], limit: 0 }),
  )
  const counted = (kind: PlaceKind) => {
    const counts = new Map((facets[kind] ?? []).map(({ value, count }) => [value, count]))
    return [...names.codes[treeOf[kind]].keys()].map((code) => ({
      code,
      name: nameIn(visit, names, kind, code),
      activities: counts.get(code) ?? 0,
    }))
  }
  const collator = new Intl.Collator(visit.t.language.locale)
  return {
    regions: counted('region'),
    groups: counted('group'),
    countries: counted('country')
      .map((one) => ({ ...one, region: names.codes.regionOf.get(one.code) ?? null }))
      .toSorted((one, other) => collator.compare(one.name, other.name)),
  }
}

async function readPlace(
  site: Site,
  visit: Visit,
  kind: PlaceKind,
  parameters: PathParameters,
): Promise<PlaceRecord | null> {
  refusePast(visit)
  const code = parameters[kind] ?? ''
  const names = await findingNames(visit)
  if (!names.codes[treeOf[kind]].has(code)) return null
  const asked = { [kind]: code }
  const answer = await visit.search.answer(
    requestFor(visit, asked, { facets: [...shownCounts, 'country'], limit: mostLatest }),
  )
  const countries = countriesOf(names, kind, code)
  const counts = new Map((answer.facets['country'] ?? []).map(({ value, count }) => [value, count]))
  return {
    kind,
    code,
    name: nameIn(visit, names, kind, code),
    belongsTo: kind === 'country' ? groupsOf(visit, names, code) : [],
    countries:
      kind === 'country'
        ? []
        : countries.map((one) => ({
            code: one,
            name: nameIn(visit, names, 'country', one),
            activities: counts.get(one) ?? 0,
          })),
    activities: answer.total,
    counts: activityFacets(visit, names, {
      asked,
      counts: answer.counts,
      wanted: shownCounts,
    }) satisfies Facet[],
    latest: answer.hits.map((hit) => activityRow(visit, names, hit)),
    organizations: await organizationsOfPlace(visit.db, countries),
    evidence: await evidenceOfPlace(visit.db, countries),
    duties: await dutiesOfMembers(visit.db, lookOf(visit)),
    held: await holdingsAbout(site, visit, { kind, id: code }),
  }
}

function countriesOf({ codes }: FindingNames, kind: PlaceKind, code: string): string[] {
  if (kind === 'country') return [code]
  return [...codes.countries.keys()].filter((country) =>
    kind === 'region' ? codes.regionOf.get(country) === code : codes.groupsOf.get(country)?.includes(code),
  )
}

function groupsOf(visit: Visit, names: FindingNames, country: string): PlaceRecord['belongsTo'] {
  const region = names.codes.regionOf.get(country)
  return [
    ...(region === undefined
      ? []
      : [{ kind: 'region' as const, code: region, name: nameIn(visit, names, 'region', region) }]),
    ...(names.codes.groupsOf.get(country) ?? []).map((code) => ({
      kind: 'group' as const,
      code,
      name: nameIn(visit, names, 'group', code),
    })),
  ]
}
