import type { MessageKey } from '../messages.ts'
import type { Facet } from '../web/site.ts'
import type { ChosenFilter } from './facets.ts'
import type { Place } from './links.ts'

/** The words of the filters that the address has chosen; a value that no count names is shown as it stands. */
export function chosenOf(place: Place, facets: Facet[], keys: Record<string, MessageKey>): ChosenFilter[] {
  return Object.entries(keys).flatMap(([name, key]) => {
    const asked = place.query.get(name)
    if (!asked) return []
    const known = facets.find((facet) => facet.name === name)?.values.find(({ value }) => value === asked)
    return [{ name, label: place.t(key), value: known?.label ?? asked }]
  })
}

export const facetLabel = (place: Place, { name }: Facet, keys: Record<string, MessageKey>): string => {
  const key = keys[name]
  return key === undefined ? name : place.t(key)
}
