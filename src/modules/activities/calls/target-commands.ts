import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { By } from '../activity-commands.ts'
import { readActivityCodes, type ActivityCodes } from '../codes-queries.ts'
import { callRights } from './call-rights.ts'
import { callThing, type Target } from './call.ts'
import { changeCall, lockCall } from './held-call-commands.ts'
import { readTargets, targetLines, type NamedOrganization } from './target-lines.ts'
import './tables.ts'

type NewList = By & {
  id: string
  revision?: number
  /** The whole list, a line for each. */
  list: string
  /** All countries of a region or a group too, each with this number, unless the list names them. */
  group?: { code: string; expected: number } | null
}

/** Puts another target list in the place of the present one. */
export const changeTargets = (
  db: Db,
  { actor, at, id, revision, list, group = null }: NewList,
): Promise<{ issues: Issue[] } | { count: number }> =>
  db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, { actor }, id, revision)
    permit(callRights, 'target', actor, callThing(call))
    const codes = await readActivityCodes(tx, dayOf(at))
    const read = readTargets(targetLines(list), { codes, organizations: await namedOrganizations(tx) })
    if ('issues' in read) return read
    const targets = [...read.targets, ...countriesOf(codes, group, read.targets)]
    await tx.deleteFrom('call_targets').where('call', '=', id).execute()
    for (let from = 0; from < targets.length; from += rowsAtOnce)
      await tx
        .insertInto('call_targets')
        .values(targets.slice(from, from + rowsAtOnce).map((one) => ({ call: id, ...one })))
        .execute()
    await changeCall(tx, call, {}, { actor, at, act: 'target-call', facts: { count: targets.length } })
    return { count: targets.length }
  })

const rowsAtOnce = 500

function countriesOf(codes: ActivityCodes, group: NewList['group'], named: readonly Target[]): Target[] {
  if (group === null || group === undefined) return []
  const there = new Set(named.flatMap(({ kind, code }) => (kind === 'country' ? [code] : [])))
  return [...codes.countries.keys()]
    .filter(
      (code) =>
        codes.regionOf.get(code) === group.code || (codes.groupsOf.get(code) ?? []).includes(group.code),
    )
    .filter((code) => !there.has(code))
    .map((code) => ({ kind: 'country', code, expected: group.expected }))
}

const namedOrganizations = (tx: Tx): Promise<NamedOrganization[]> =>
  tx
    .selectFrom('organizations')
    .select(['id', 'name', 'acronym'])
    .where('state', '=', 'approved')
    .orderBy('id')
    .execute()
