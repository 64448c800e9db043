import { inLanguage } from '../languages.ts'
import type { FacetCount } from './listing.ts'
import type { Facet } from './site.ts'
import type { Visit } from './visit.ts'

/** A filter as the address calls it, and how its values are named where the data do not name them. */
export type FacetNaming = { name: string; value?: (visit: Pick<Visit, 't'>, value: string) => string }

/** Counts per filter value, worded for the reader; what the address has chosen is marked, and named though it counts nothing. */
export const facetsOf = (visit: Visit, counted: { naming: FacetNaming; counts: FacetCount[] }[]): Facet[] =>
  counted.map(({ naming, counts }) => ({
    name: naming.name,
    values: [...counts, ...uncounted(visit, naming, counts)].map(({ value, label, count }) => ({
      value,
      label: (label && inLanguage(label, visit.language)?.text) ?? naming.value?.(visit, value) ?? value,
      count,
      chosen: visit.query.get(naming.name) === value,
    })),
  }))

function uncounted(visit: Visit, { name, value: named }: FacetNaming, counts: FacetCount[]): FacetCount[] {
  const asked = visit.query.get(name)
  return !asked || !named || counts.some(({ value }) => value === asked)
    ? []
    : [{ value: asked, label: null, count: 0 }]
}
