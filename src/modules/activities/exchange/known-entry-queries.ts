import { sql, type Selectable } from 'kysely'
import type { Db, Tables } from '#platform/database/tables.ts'
import { asActivity } from '../activity-row.ts'
import type { Activity } from '../activity.ts'
import type { ActivityImport } from './import.ts'
import { keyOf, organizationOf, type ReadRow } from './row-outcome.ts'

/** Entries that rows name by their id, or by organization and key; those that are there and those that were merged each by an index. */
export async function knownEntries(
  db: Db,
  run: ActivityImport,
  read: readonly ReadRow[],
): Promise<Map<string, Activity>> {
  const ids = read.flatMap(({ draft }) => draft.id ?? [])
  const keyed = read.flatMap(({ draft }) =>
    draft.externalKey ? [[organizationOf(run, draft), draft.externalKey]] : [],
  )
  if (ids.length + keyed.length === 0) return new Map()
  const found = await sql<Selectable<Tables['activities']>>`
    with keyed as (
      select * from unnest(${keyed.map(([organization]) => organization ?? null)}::text[], ${keyed.map(([, key]) => key ?? '')}::text[])
        as k (organization, key))
    select a.* from activities a
    where a.state <> 'discarded' and a.id in (
      select unnest(${ids}::text[])
      union all
      select b.id from keyed k join activities b on b.organization = k.organization and b.external_key = k.key
      where b.external_key is not null and b.state not in ('merged', 'discarded')
      union all
      select b.id from keyed k join activities b on b.organization = k.organization and b.external_key = k.key
      where b.state = 'merged')`.execute(db)
  // A key that a merged entry had may have been given anew: the entry that has it now comes last and counts.
  const mergedFirst = found.rows.map(asActivity).toSorted((one) => (one.state === 'merged' ? -1 : 1))
  return new Map(
    mergedFirst.flatMap((activity): [string, Activity][] => [
      [activity.id, activity],
      [keyOf(activity.organization, activity.externalKey ?? ''), activity],
    ]),
  )
}
