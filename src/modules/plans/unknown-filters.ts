import { refuseUnknown } from '#platform/web/list-refusals.ts'
import type { PlanReader } from './plan-names.ts'

/** Refuses what the filters of a list name that is no body, no level and no code of its tree, with those that are. */
export const refuseUnknownFilters = (
  reader: PlanReader,
  asked: Readonly<Record<string, string | undefined>>,
): void =>
  refuseUnknown(
    Object.entries(validIn).map(([field, valid]) => ({ field, value: asked[field], valid: valid(reader) })),
  )

const bodies = ({ names }: PlanReader): string[] => [...names.bodies.keys()]

const codesOf =
  (tree: TreeName) =>
  ({ codes }: PlanReader): string[] => [...codes[tree].keys()]

type TreeName = 'action-lines' | 'sdgs' | 'itu-regions' | 'countries' | 'country-groups'

const validIn: Readonly<Record<string, (reader: PlanReader) => string[]>> = {
  'action-line': codesOf('action-lines'),
  sdg: codesOf('sdgs'),
  lead: bodies,
  unit: bodies,
  contributor: bodies,
  origin: bodies,
  level: ({ types }) => [
    ...new Set([...types.values()].flatMap(({ levels }) => levels.map(({ code }) => code))),
  ],
  region: codesOf('itu-regions'),
  country: codesOf('countries'),
  group: codesOf('country-groups'),
}
