import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#platform/database/tables.ts'
import type { Translated } from '#platform/languages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityCodes, type ActivityCodes } from '../codes-queries.ts'
import type { CodeFilter } from './activity-query.ts'

/** What codes and organizations are called, kept in memory, so that a list asks the database for nothing. */
export type FindingNames = {
  codes: ActivityCodes
  organizations: ReadonlyMap<string, Translated>
}

type Kept = { version: string; readAt: number; names: Promise<FindingNames> }

const keptOf = new WeakMap<Db, Kept>()

/** While things change, names are read again once a second at most. */
const stillGoodMilliseconds = 1000

export function findingNames({
  db,
  search,
  now,
}: Pick<Visit, 'db' | 'search' | 'now'>): Promise<FindingNames> {
  const version = `${dayOf(now)} ${search.version()}`
  const kept = keptOf.get(db)
  if (kept && (kept.version === version || performance.now() - kept.readAt < stillGoodMilliseconds))
    return kept.names
  const names = readNames(db, dayOf(now), kept?.names)
  keptOf.set(db, { version, readAt: performance.now(), names })
  // A failed question must not be remembered as an answer.
  names.catch(() => keptOf.delete(db))
  return names
}

/** The codes that a record is worded with: today's from memory, those of the past from their own day. */
export const codesFor = async (
  visit: Pick<Visit, 'db' | 'search' | 'now' | 'asOf'>,
): Promise<ActivityCodes> =>
  visit.asOf === undefined ? (await findingNames(visit)).codes : activityCodes(visit.db, dayOf(visit.now))

/** The same value as before while nothing is called otherwise, so that what is made of it can be kept as long. */
async function readNames(
  db: Db,
  on: string,
  earlier: Promise<FindingNames> | undefined,
): Promise<FindingNames> {
  const rows = await db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('visibility', '=', 'public')
    .where('state', 'in', ['approved', 'merged', 'closed'])
    .orderBy('id')
    .execute()
  const codes = await activityCodes(db, on)
  const before = await earlier?.catch(() => undefined)
  if (before?.codes === codes && areCalledSo(before.organizations, rows)) return before
  return { codes, organizations: new Map(rows.map(({ id, name }) => [id, name])) }
}

const areCalledSo = (
  known: FindingNames['organizations'],
  rows: readonly { id: string; name: Translated }[],
): boolean =>
  known.size === rows.length && rows.every(({ id, name }) => isDeepStrictEqual(known.get(id), name))

export const treeOfFilter = {
  'action-line': 'action-lines',
  theme: 'themes',
  sdg: 'sdgs',
  target: 'sdg-targets',
  gdc: 'gdc-objectives',
  country: 'countries',
  region: 'itu-regions',
  group: 'country-groups',
  stakeholder: 'stakeholder-types',
  type: 'activity-types',
  beneficiary: 'beneficiaries',
} as const satisfies Partial<Record<CodeFilter, keyof ActivityCodes>>

/** The name of a value of a filter in data; undefined for values that the messages word. */
export function nameOfValue(
  { codes, organizations }: FindingNames,
  filter: string,
  value: string,
): Translated | undefined {
  if (filter === 'organization') return organizations.get(value)
  const tree = treeOfFilter[filter as keyof typeof treeOfFilter]
  if (tree === undefined) return undefined
  const node = codes[tree].get(value)
  if (node === undefined) return undefined
  return Object.keys(node.short).length > 0 ? { ...node.label, ...node.short } : node.label
}
