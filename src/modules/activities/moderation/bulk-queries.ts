import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { workSeenBy } from '../activity-queries.ts'
import { asActivity } from '../activity-row.ts'
import type { Activity } from '../activity.ts'
import type { Effect } from './verdict.ts'

/** Entries by their ids, in the order in which they were asked for; those that are not there are left out. */
export async function entriesOf(db: Db, actor: Actor, ids: readonly string[]): Promise<Activity[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('activities as a')
    .selectAll('a')
    .where('a.id', 'in', ids)
    .where(sql<boolean>`${workSeenBy(actor)}`)
    .execute()
  const found = new Map(rows.map((row) => [row.id, asActivity(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** What somebody has done with these entries at one moment, as the history tells it. */
export async function doneAt(
  db: Db,
  actor: Actor,
  at: Date,
  ids: readonly string[],
): Promise<Map<string, Effect>> {
  const found = await sql<{ id: string; act: keyof typeof effectOf }>`
    select subject_id as id, act from history
    where subject_kind = 'activity' and subject_id = any(${ids}::text[]) and actor = ${actor.id} and at = ${at}
      and act = any(${Object.keys(effectOf)}::text[])
    order by seq`.execute(db)
  return new Map(found.rows.map(({ id, act }) => [id, effectOf[act]]))
}

const effectOf = {
  'activities.publish': 'published',
  'activities.publish-update': 'published',
  'activities.approve': 'approved',
  'activities.return': 'returned',
  'activities.return-update': 'returned',
  'activities.look-after': 'taken',
  'activities.leave': 'left',
} satisfies Record<string, Effect>
