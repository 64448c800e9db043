import type { ActivityCodes } from '#modules/activities/index.ts'
import type { ItemCode, ItemLink } from '../item.ts'
import { unique, yearsFrom } from './source-words.ts'

type Served = {
  actionLine: string | null
  codes: ItemCode[]
  links: ItemLink[]
  startsOn: string
  endsOn: string
}

/** What an item serves, for itself and for what belongs to it: its tags, and the values by which the search filters and counts. */
export function servedBy(item: Served, { regionOf, groupsOf }: ActivityCodes) {
  const codesIn = (...trees: ItemCode['tree'][]) =>
    item.codes.filter(({ tree }) => trees.includes(tree)).map(({ code }) => code)
  const lines = unique([item.actionLine ?? '', ...codesIn('action-lines')].filter(Boolean))
  const targets = codesIn('sdg-targets')
  const countries = codesIn('countries')
  return {
    tags: unique([
      ...lines,
      ...item.codes.map(({ code }) => code),
      ...item.links.map(({ record }) => record),
    ]),
    facets: {
      'action-line': lines,
      sdg: unique([...codesIn('sdgs'), ...targets.map((code) => code.split('.')[0] ?? code)]),
      target: targets,
      gdc: codesIn('gdc-objectives'),
      country: countries,
      region: unique([
        ...codesIn('itu-regions'),
        ...countries.flatMap((country) => regionOf.get(country) ?? []),
      ]),
      group: unique(countries.flatMap((country) => groupsOf.get(country) ?? [])),
      year: yearsFrom(item),
    },
  }
}
