import { sql } from 'kysely'
import { visitor, type Actor, type Standing } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { dayOf } from './days.ts'
import './tables.ts'
import '../organizations/tables.ts'

/**
 * Who acts, with all roles that are valid now. Whoever represents a member of the Union is a member too; whoever is
 * disabled, erased or has not proven an address is a visitor. One question to the database.
 */
export async function actorOf(db: Db, personId: string, now: Date): Promise<Actor> {
  const row = await db
    .selectFrom('people as p')
    .select(['p.id', 'p.name'])
    .select(standings(dayOf(now)).as('standings'))
    .where('p.id', '=', personId)
    .where('p.email_verified', '=', true)
    .where('p.disabled_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return visitor
  return { person: row.id, id: row.id, name: row.name, standings: row.standings }
}

/** Roles of `p` on a day, and those that follow from them. */
export const standings = (today: string) => sql<Standing[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'scope', s.scope) order by s.role, s.scope), '[]')
  from (
    select r.role, r.scope from roles r where r.person = p.id and ${isHeld(today)}
    union
    select 'member', r.scope from roles r
    join organizations o on r.scope = 'organization:' || o.id
    where r.person = p.id and ${isHeld(today)} and r.role in ('representative', 'focal-point', 'delegate')
      and o.state = 'approved' and o.membership <> 'none'
  ) as s)`

/** A role `r` that is held on a day: begun, not over, not ended before its time. */
export const isHeld = (today: string) => sql<boolean>`
  (r.from_date <= ${today}::date and coalesce(r.to_date, 'infinity') >= ${today}::date and r.ended_at is null)`
