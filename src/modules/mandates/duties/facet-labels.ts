import { inLanguage } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Facet } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cadenceKeys, stateKeys } from './duty-shape.ts'
import type { FacetCount } from '../listing.ts'
import type { Reader } from '../shapes.ts'

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

export const nameState: FacetNaming['value'] = ({ t }, value) => byKey(t, stateKeys, value)

export const nameCadence: FacetNaming['value'] = ({ t }, value) =>
  value === 'unknown' ? t('duties.cadence-unknown') : byKey(t, cadenceKeys, value)

export const nameGoal: FacetNaming['value'] = ({ t }, value) =>
  value === 'any' ? t('duties.any-goal') : t('duties.goal', { number: value })

export const nameBody =
  (reader: Reader): FacetNaming['value'] =>
  (_, value) => {
    const name = reader.bodies.get(value)?.name
    return (name && inLanguage(name, reader.language)?.text) ?? value
  }

const byKey = (t: Visit['t'], keys: Record<string, MessageKey>, value: string): string => {
  const key = keys[value]
  return key === undefined ? value : t(key)
}
