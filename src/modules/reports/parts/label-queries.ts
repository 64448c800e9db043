import { allBodies } from '#modules/accounts/index.ts'
import { activityCodes, type ActivityCodes } from '#modules/activities/index.ts'
import { namedRecords } from '#modules/mandates/index.ts'
import { runningPlanStates } from '#modules/plans/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { ListedRow } from './listed.ts'
import { allDimensions, type Dimension, type PartQuery } from './part.ts'
import type { Result } from './result.ts'

/** What the values of dimensions are called where data name them. */
export type ValueNames = {
  codes: ActivityCodes
  bodies: ReadonlyMap<string, Translated>
  plans: ReadonlyMap<string, Translated>
}

export async function valueNames(db: Db, at: Date): Promise<ValueNames> {
  const bodies = await allBodies(db)
  return {
    codes: await activityCodes(db, dayOf(at)),
    bodies: new Map(bodies.map(({ id, name }) => [id, name])),
    plans: await planNames(db, at),
  }
}

/** Plans that are carried out: there are some dozens. */
async function planNames(db: Db, at: Date): Promise<Map<string, Translated>> {
  const plans = await db
    .selectFrom('plans')
    .select('id')
    .where('state', 'in', [...runningPlanStates])
    .execute()
  const refs = plans.map(({ id }) => ({ kind: 'plan', id }))
  const named = await namedRecords(db, refs, { today: dayOf(at), levels: ['public'] })
  return new Map([...named.values()].map(({ id, name }) => [id, name]))
}

const treeOf = {
  'action-line': 'action-lines',
  sdg: 'sdgs',
  gdc: 'gdc-objectives',
  country: 'countries',
  region: 'itu-regions',
  group: 'country-groups',
  type: 'activity-types',
  stakeholder: 'stakeholder-types',
} as const satisfies Partial<Record<Dimension, keyof ActivityCodes>>

const named = new Set<Dimension>(['addressee', 'recipient', 'lead'])

/** The name of a value in data; null for values that the messages word, such as states. */
export function nameIn(
  { codes, bodies, plans }: ValueNames,
  dimension: Dimension,
  value: string,
): Translated | null {
  if (named.has(dimension)) return bodies.get(value) ?? null
  if (dimension === 'plan') return plans.get(value) ?? null
  const tree = treeOf[dimension as keyof typeof treeOf]
  const node = tree === undefined ? undefined : codes[tree].get(value)
  if (node === undefined) return null
  return Object.keys(node.short).length > 0 ? { ...node.label, ...node.short } : node.label
}

/** The names of all values that an answer speaks of, by dimension and value. */
export function namesIn(
  names: ValueNames,
  query: PartQuery,
  { result, listed }: { result: Result; listed: readonly ListedRow[] },
): Record<string, Translated> {
  const { by, across, filters } = query
  const spoken: [Dimension, string][] = [
    ...(Object.entries(filters) as [Dimension, string][]),
    ...(by === null ? [] : result.rows.map(({ value }): [Dimension, string] => [by, value])),
    ...(across === null ? [] : result.cells.map(({ column }): [Dimension, string] => [across, column])),
    ...listed.flatMap(({ values }) =>
      allDimensions.flatMap((one) => (values[one] ?? []).map((value): [Dimension, string] => [one, value])),
    ),
  ]
  return Object.fromEntries(
    spoken.flatMap(([dimension, value]) => {
      const name = nameIn(names, dimension, value)
      return name === null ? [] : [[nameKey(dimension, value), name]]
    }),
  )
}

export const nameKey = (dimension: Dimension, value: string): string => `${dimension} ${value}`
