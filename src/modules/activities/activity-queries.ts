import { sql, type RawBuilder } from 'kysely'
import { has, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { asActivity } from './activity-row.ts'
import { organizationsOf, publicStates, type Activity } from './activity.ts'

/**
 * Where every read of the work on entries begins: one's own, those of one's organizations, and all for the secretariat.
 * `activityRights` says the same of one entry ('see-work').
 */
export function workSeenBy(actor: Actor): RawBuilder<unknown> {
  if (has(actor, 'secretariat') || has(actor, 'administrator')) return sql`true`
  const own = organizationsOf(actor)
  return sql`(a.contributor = ${actor.person ?? ''}
    or a.organization = any(${own}::text[]) or a.published_organization = any(${own}::text[]))`
}

/** An entry as it is being worked on; null for what is not there and for what the actor may not see. */
export async function workOn(db: Db, actor: Actor, id: string): Promise<Activity | null> {
  const row = await db
    .selectFrom('activities as a')
    .selectAll('a')
    .where('a.id', '=', id)
    .where(sql<boolean>`${workSeenBy(actor)}`)
    .executeTakeFirst()
  return row ? asActivity(row) : null
}

/** An entry that the public reads, and those that were: merged ones lead to the one that took their place. */
export async function publicActivity(db: Db, id: string): Promise<Activity | null> {
  const row = await db
    .selectFrom('activities')
    .selectAll()
    .where('id', '=', id)
    .where('published', 'is not', null)
    .where('state', '<>', 'discarded')
    .executeTakeFirst()
  return row ? asActivity(row) : null
}

/** Entries that somebody keeps, by themselves or for their organizations; the latest touched first. */
export async function ownEntries(db: Db, actor: Actor, limit: number): Promise<Activity[]> {
  const own = organizationsOf(actor)
  const rows = await db
    .selectFrom('activities as a')
    .selectAll('a')
    .where('a.state', 'not in', ['merged', 'discarded'])
    .where(
      sql<boolean>`(a.contributor = ${actor.person ?? ''}
        or a.organization = any(${own}::text[]) or a.published_organization = any(${own}::text[]))`,
    )
    .orderBy('a.updated_at', 'desc')
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map(asActivity)
}

/** Ids of all that the public can find, for the site map. */
export async function publicAddresses(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('activities')
    .select('id')
    .where('state', 'in', publicStates)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many entries want something of those who keep them: drafts, what was sent back, what is to be confirmed. */
export async function wantingCount(db: Db, actor: Actor): Promise<number> {
  const own = organizationsOf(actor)
  const found = await sql<{ count: number }>`
    select count(*) as count from activities a
    where (a.contributor = ${actor.person ?? ''}
        or a.organization = any(${own}::text[]) or a.published_organization = any(${own}::text[]))
      and (a.state in ('draft', 'returned', 'confirm-due')
        or (a.returned is not null and a.state not in ('merged', 'discarded')))`.execute(db)
  return found.rows[0]?.count ?? 0
}
