import type { Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { isHeld } from './actor-queries.ts'
import { dayOf } from './days.ts'
import './tables.ts'

/** Roles for one scope that nobody has ended, of the past and the future too. */
export const rolesOfScope = (db: Db, scope: Scope) =>
  db
    .selectFrom('roles')
    .select(['id', 'person', 'role', 'from_date', 'to_date'])
    .where('scope', '=', scope)
    .where('ended_at', 'is', null)
    .orderBy('person')
    .orderBy('id')
    .execute()

/** Roles of a person that nobody has ended, of the past and the future too. */
export const openRoles = (db: Db, person: string) =>
  db
    .selectFrom('roles')
    .select(['id', 'role', 'scope'])
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()

/** Roles that a person holds at a moment. */
export const heldRoles = (db: Db, person: string, at: Date) =>
  db
    .selectFrom('roles as r')
    .select(['r.id', 'r.role', 'r.scope'])
    .where('r.person', '=', person)
    .where(isHeld(dayOf(at)))
    .orderBy('r.id')
    .execute()
