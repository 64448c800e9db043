import { inLanguage } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { FacetNaming } from '#platform/web/facet-labels.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cadenceKeys, stateKeys } from './duty-shape.ts'
import type { Reader } from '../shapes.ts'

export { facetsOf, type FacetNaming } from '#platform/web/facet-labels.ts'

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
