import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Actor, GrantedRole, Scope } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { isHeld } from './actor-queries.ts'
import { dayOf } from './days.ts'
import { roleParts } from './role-parts-queries.ts'
import { endActionFor, grantActionFor, roleRights, roleWorkflow } from './role-rights.ts'
import { fitsRole, scopeId, scopeKind, scopeKindsOf, type RoleState } from './role.ts'
import { isKnownScope } from './scope-queries.ts'

export type Grant = {
  actor: Actor
  at: Date
  person: string
  role: GrantedRole
  scope: Scope | null
  /** Today when missing. */
  from?: string
  to?: string | null
  reason?: string | null
}

/** Gives somebody a role, from a day on; resolves to what can be mended, or to the new role's id. */
export const grantRole = (db: Db, grant: Grant): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, person, role, scope } = grant
    const holder = await lockPerson(tx, person)
    if (!holder || holder.erased_at !== null) throw notFound()
    permit(roleRights, grantActionFor(role, scope), actor, {
      state: 'held',
      within: scope === null ? [] : [scope],
    })
    const from = grant.from ?? dayOf(at)
    const to = grant.to ?? null
    const issues = await missingOfGrant(tx, { person, role, scope, from, to })
    if (issues.length > 0) return { issues }
    return { id: await insertRole(tx, { ...grant, from, to }) }
  })

/** Gives a role within a transaction that has already decided that it may. The person's row must be locked. */
export async function insertRole(
  tx: Tx,
  grant: Grant & { from: string; to: string | null },
): Promise<string> {
  const { actor, at, person, role, scope, from, to, reason = null } = grant
  const id = randomUUID()
  await tx
    .insertInto('roles')
    .values({
      id,
      person,
      role,
      scope,
      from_date: from,
      to_date: to,
      granted_at: at,
      granted_by: actor.id,
      reason,
      ended_at: null,
      ended_by: null,
      end_reason: null,
    })
    .execute()
  await record(
    tx,
    {
      act: 'accounts.grant-role',
      subject: { kind: 'role', id },
      actor: actor.id,
      states: { from: null, to: 'held' },
      reason: reason ?? undefined,
      facts: { role, ...(scope === null ? {} : { scope }) },
      parts: await roleParts(tx, id),
    },
    at,
  )
  return id
}

/** Takes a role back at once. Nobody may take the last administrator's. */
export const endRole = (
  db: Db,
  { actor, at, id, reason = null }: { actor: Actor; at: Date; id: string; reason?: string | null },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const found = await tx.selectFrom('roles').select('person').where('id', '=', id).executeTakeFirst()
    if (!found) throw notFound()
    await lockPerson(tx, found.person)
    const row = await tx.selectFrom('roles').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const state: RoleState = row.ended_at === null ? 'held' : 'ended'
    const within = row.scope === null ? [] : [row.scope]
    take(roleWorkflow, roleRights, endActionFor(row.role, row.scope), actor, {
      state,
      owners: [row.person],
      within,
    })
    if (row.role === 'administrator') await refuseLastAdministrator(tx, row.person, at)
    await closeRole(tx, { actor, at, id, reason })
  })

/** Ends a role within a transaction that has already decided that it may. */
export async function closeRole(
  tx: Tx,
  { actor, at, id, reason }: { actor: Actor; at: Date; id: string; reason: string | null },
): Promise<void> {
  const row = await tx
    .updateTable('roles')
    .set({ ended_at: at, ended_by: actor.id, end_reason: reason })
    .where('id', '=', id)
    .returning(['role', 'scope'])
    .executeTakeFirstOrThrow()
  await record(
    tx,
    {
      act: 'accounts.end-role',
      subject: { kind: 'role', id },
      actor: actor.id,
      states: { from: 'held', to: 'ended' },
      reason: reason ?? undefined,
      facts: { role: row.role, ...(row.scope === null ? {} : { scope: row.scope }) },
      parts: await roleParts(tx, id),
    },
    at,
  )
}

/** All changes to what one person holds wait for each other here. */
export const lockPerson = (tx: Tx, person: string) =>
  tx
    .selectFrom('people')
    .select(['id', 'name', 'email', 'email_verified', 'language', 'erased_at', 'disabled_at', 'updated_at'])
    .where('id', '=', person)
    .forUpdate()
    .executeTakeFirst()

/** Somebody must be left who can give roles. */
export async function refuseLastAdministrator(tx: Tx, person: string, at: Date): Promise<void> {
  // Two administrators who leave at once must see each other.
  await takeTurn(tx, 'accounts.count-administrators')
  const holders = await tx
    .selectFrom('roles as r')
    .innerJoin('people', 'people.id', 'r.person')
    .select('r.person')
    .where('r.role', '=', 'administrator')
    .where(isHeld(dayOf(at)))
    .where('people.disabled_at', 'is', null)
    .where('people.erased_at', 'is', null)
    .execute()
  if (holders.length > 0 && holders.every((holder) => holder.person === person))
    throw new Refusal(409, 'roles.last-administrator')
}

/** Why a role cannot be given so: it does not fit its scope, its days are wrong, or it is held already. */
export async function missingOfGrant(
  tx: Tx,
  grant: { person: string; role: GrantedRole; scope: Scope | null; from: string; to: string | null },
): Promise<Issue[]> {
  const { person, role, scope, from, to } = grant
  const unfit = await issuesOfScope(tx, role, scope)
  if (unfit.length > 0) return unfit
  if (to !== null && to < from) return [{ field: 'to', key: 'roles.days.order' }]
  const held = await tx
    .selectFrom('roles')
    .select('id')
    .where('person', '=', person)
    .where('role', '=', role)
    .where(sql<boolean>`scope is not distinct from ${scope}`)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`coalesce(to_date, 'infinity') >= ${from}::date`)
    .where(sql<boolean>`from_date <= coalesce(${to}::date, 'infinity')`)
    .executeTakeFirst()
  return held ? [{ field: 'role', key: 'roles.held-already' }] : []
}

/** Waits for whoever is merging or closing the organization. */
export async function issuesOfScope(tx: Tx, role: GrantedRole, scope: Scope | null): Promise<Issue[]> {
  if (!fitsRole(role, scope)) return [{ field: scopeField(role), key: 'roles.scope.unfit' }]
  if (scope === null) return []
  if (scopeKind(scope) === 'organization')
    await tx.selectFrom('organizations').select('id').where('id', '=', scopeId(scope)).forShare().execute()
  return (await isKnownScope(tx, scope)) ? [] : [{ field: scopeField(role), key: 'roles.scope.unknown' }]
}

/** The field of the forms that names what such a role is for. */
const scopeField = (role: GrantedRole): string => scopeKindsOf[role].kinds[0] ?? 'role'
