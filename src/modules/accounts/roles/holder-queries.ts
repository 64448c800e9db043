import { sql } from 'kysely'
import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { isHeld } from './actor-queries.ts'
import { publicRoles } from './role.ts'

/** Somebody who holds a role for a scope and whose name the reader may know; `person` only for those who see people. */
export type Holder = {
  /** Of the role. */
  id: string
  person: string | null
  name: string
  ownName: string | null
  role: GrantedRole
  scope: Scope
  from: string
  to: string | null
  /** Not ended before its last day. */
  isHeld: boolean
}

/** Who holds roles for something now: all of them for those who may see people, otherwise those who agreed to be named. */
export async function holdersOf(
  db: Db,
  scope: Scope,
  { today, seesPeople }: { today: string; seesPeople: boolean },
): Promise<Holder[]> {
  const found = await holders(db)
    .where('r.scope', '=', scope)
    .where(isHeld(today))
    .where(sql<boolean>`(${seesPeople} or p.name_is_public)`)
    .limit(500)
    .execute()
  return found.map((row) => asHolder(row, { seesPeople }))
}

/** Who held public roles of a body or an action line, now and before; names only of those who agreed. */
export async function publicHoldersOf(db: Db, scope: Scope, today: string): Promise<Holder[]> {
  const found = await holders(db)
    .where('r.scope', '=', scope)
    .where('r.role', 'in', publicRoles)
    .where(sql<boolean>`r.from_date <= ${today}::date`)
    .where('p.name_is_public', '=', true)
    .where('p.erased_at', 'is', null)
    .limit(200)
    .execute()
  return found.map((row) => asHolder(row, { seesPeople: false }))
}

const holders = (db: Db) =>
  db
    .selectFrom('roles as r')
    .innerJoin('people as p', 'p.id', 'r.person')
    .select(['r.id', 'r.person', 'r.role', 'r.scope', 'r.from_date', 'r.ended_at', 'p.name', 'p.own_name'])
    .select(lastDay.as('to_date'))
    .orderBy('r.role')
    .orderBy('r.from_date', 'desc')
    .orderBy('r.id')

/** Of a role that was ended before its time, the day on which that was done. */
export const lastDay = sql<string | null>`
  least(r.to_date, (r.ended_at at time zone 'UTC')::date)`

type Row = Awaited<ReturnType<ReturnType<typeof holders>['execute']>>[number]

const asHolder = (row: Row, { seesPeople }: { seesPeople: boolean }): Holder => ({
  id: row.id,
  person: seesPeople ? row.person : null,
  name: row.name,
  ownName: row.own_name,
  role: row.role,
  scope: row.scope ?? 'organization:',
  from: row.from_date,
  to: row.to_date,
  isHeld: row.ended_at === null,
})
