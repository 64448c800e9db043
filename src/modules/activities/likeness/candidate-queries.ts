import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { workSeenBy } from '../activity-queries.ts'
import { publicStates, type Activity, type ActivityState } from '../activity.ts'
import type { ActivityContent } from '../content.ts'

/** An entry as the reader may see it: the work on it, or else only what is public. */
export type Candidate = {
  id: string
  state: ActivityState
  isWorkSeen: boolean
  isPublic: boolean
  organization: string | null
  language: LanguageCode
  content: ActivityContent
}

const mostOfOne = 200

/** An organization and all that were merged into it: each leads straight to the one that stays. */
export async function stayingOrganization(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const row = await db.selectFrom('organizations').select('successor').where('id', '=', id).executeTakeFirst()
  return row?.successor ?? id
}

export type Lead = { organization: string | null; host: string | null; ids: readonly string[] }

/** Entries of the same organization, of the same website, and those with these ids; one question, bounded however many there are. */
export async function candidates(
  db: Db,
  actor: Actor,
  { id }: Pick<Activity, 'id'>,
  { organization, host, ids }: Lead,
): Promise<Candidate[]> {
  const site = sql`regexp_replace(lower(substring(a.content->>'website' from '^[a-zA-Z]+://([^/?#]+)')), '^www\.', '')`
  const mine = sql`(select g.id from organizations g where g.id = ${organization} or g.successor = ${organization})`
  const found = await sql<Candidate>`
    with led as (
      select id from activities where id = any(${[...ids]}::text[])
      union (select id from activities where organization in ${mine}
        and state not in ('merged', 'discarded') order by updated_at desc, id limit ${mostOfOne})
      union (select id from activities where published is not null and published_organization in ${mine}
        and state not in ('merged', 'discarded') order by updated_at desc, id limit ${mostOfOne})
      union (select a.id from activities a where a.content->>'website' is not null and ${site} = ${host}
        and a.state not in ('merged', 'discarded') order by a.updated_at desc, a.id limit ${mostOfOne})
    ), seen as (
      select a.*, ${workSeenBy(actor)} as "isWorkSeen", a.state = any(${[...publicStates]}::text[]) as "isPublic"
      from activities a join led on led.id = a.id
      where a.id <> ${id} and a.state not in ('merged', 'discarded')
    )
    select a.id, a.state, a."isWorkSeen", a."isPublic", coalesce(o.successor, o.id) as organization,
      case when a."isWorkSeen" then a.language else a.published_language end as language,
      case when a."isWorkSeen" then a.content else a.published end as content
    from seen a left join organizations o
      on o.id = case when a."isWorkSeen" then a.organization else a.published_organization end
      and (a."isWorkSeen" or o.visibility = any(${levelsSeenBy(actor)}::text[]))
    where a."isWorkSeen" or a."isPublic"
    order by a.id`.execute(db)
  return found.rows
}
