import { operator, type Actor, type Standing } from '#platform/access/actor.ts'
import { Refusal } from '#platform/errors.ts'
import type { Db } from '#platform/database/tables.ts'
import { endRole, grantRole } from '../roles/role-commands.ts'
import type { Claims } from './claims.ts'

/**
 * Makes the roles of a person those that a provider speaks of: what it says anew is granted, what it says no more ends.
 * Roles that people gave stay as they are.
 */
export async function followClaims(db: Db, person: string, claims: Claims, at: Date): Promise<void> {
  // The operator has written down which roles follow, so they are given with the operator's rights.
  const actor: Actor = { ...operator, id: `provider-${claims.provider}` }
  const given = await db
    .selectFrom('roles')
    .select(['id', 'role', 'scope'])
    .where('person', '=', person)
    .where('granted_by', '=', actor.id)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  const isSame = (one: Standing) => (other: Standing) => one.role === other.role && one.scope === other.scope
  for (const role of given)
    if (!claims.standings.some(isSame(role))) await endUnlessLast(db, { actor, at, id: role.id })
  for (const standing of claims.standings)
    // Held already, or for something that is not known here: then there is nothing to give.
    if (!given.some(isSame(standing))) await grantRole(db, { actor, at, person, ...standing })
}

/** The last administrator stays one, whatever a provider says. */
async function endUnlessLast(db: Db, role: { actor: Actor; at: Date; id: string }): Promise<void> {
  await endRole(db, role).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}
