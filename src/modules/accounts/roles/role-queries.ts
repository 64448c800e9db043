import type { Scope } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { isHeld } from './actor-queries.ts'
import { dayOf } from './days.ts'
import './tables.ts'

/**
 * Roles for one scope that nobody has ended, of the past and the future too. Locked, all of them before the first is ended
 * and told of: whoever ends one locks it before they write their line of history.
 */
export const rolesOfScope = (tx: Tx, scope: Scope) =>
  tx
    .selectFrom('roles')
    .select(['id', 'person', 'role', 'from_date', 'to_date'])
    .where('scope', '=', scope)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Roles of a person that nobody has ended, of the past and the future too; locked in the same way. */
export const openRoles = (tx: Tx, person: string) =>
  tx
    .selectFrom('roles')
    .select(['id', 'role', 'scope'])
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
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
