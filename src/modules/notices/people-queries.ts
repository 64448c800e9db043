import { sql } from 'kysely'
import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'

/** People who hold one of the roles on a day, for one of the scopes or for everything. */
export async function peopleWith(
  db: Db,
  roles: readonly GrantedRole[],
  scopes: readonly Scope[],
  day: string,
): Promise<string[]> {
  const found = await db
    .selectFrom('roles')
    .select('person')
    .distinct()
    .where('role', 'in', roles)
    .where((is) =>
      is.or([is('scope', 'is', null), ...(scopes.length > 0 ? [is('scope', 'in', scopes)] : [])]),
    )
    .where('ended_at', 'is', null)
    .where('from_date', '<=', day)
    .where((is) => is.or([is('to_date', 'is', null), is('to_date', '>=', day)]))
    .orderBy('person')
    .execute()
  return found.map(({ person }) => person)
}

/** Who answers for each duty as people: named owners, focal points of owning bodies, representatives of owning organizations. */
export async function keepersOf(
  db: Db,
  duties: readonly string[],
  day: string,
): Promise<Map<string, string[]>> {
  if (duties.length === 0) return new Map()
  const found = await sql<{ duty: string; person: string }>`
    select distinct o.duty, coalesce(r.person, o.owner) as person
    from duty_owners o
    left join roles r on o.kind <> 'person'
      and r.scope = o.kind || ':' || o.owner
      and r.role in ('focal-point', 'representative')
      and r.ended_at is null and r.from_date <= ${day} and (r.to_date is null or r.to_date >= ${day})
    where o.given_back_at is null and o.duty = any(${duties}) and (o.kind = 'person' or r.person is not null)
    order by 1, 2`.execute(db)
  const byDuty = Map.groupBy(found.rows, ({ duty }) => duty)
  return new Map([...byDuty].map(([duty, rows]) => [duty, rows.map(({ person }) => person)]))
}

/** Those of some actors who are people: what was done at the terminal was done by none. */
export async function knownPeople(db: Db, actors: readonly string[]): Promise<Set<string>> {
  if (actors.length === 0) return new Set()
  const found = await db
    .selectFrom('people')
    .select('id')
    .where('id', 'in', [...new Set(actors)])
    .execute()
  return new Set(found.map(({ id }) => id))
}
