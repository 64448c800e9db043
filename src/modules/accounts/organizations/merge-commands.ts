import type { Actor, Scope } from '#platform/access/actor.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { closeRole } from '../roles/role-commands.ts'
import { roleParts } from '../roles/role-parts-queries.ts'
import { rolesOfScope } from '../roles/role-queries.ts'
import { lockOrganization, told } from './organization-commands.ts'
import { claimParts } from './organization-parts-queries.ts'
import { organizationRights, organizationWorkflow } from './organization-rights.ts'
import { asThing, organizationScope } from './organization.ts'

type Merger = { actor: Actor; at: Date; id: string; into: string; reason?: string | null }

/** Puts one organization into another: people, domains and open questions move along, and its page leads on. */
export const mergeOrganization = (db: Db, merger: Merger): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, id, into, reason = null } = merger
    if (into === id) return { issues: [{ field: 'into', key: 'organizations.into.itself' }] }
    const known = await tx.selectFrom('organizations').select('id').where('id', '=', into).executeTakeFirst()
    // Both are always locked in the same order, so that two mergers cannot wait for each other.
    const rows = new Map<string, Awaited<ReturnType<typeof lockOrganization>>>()
    for (const one of [id, ...(known ? [into] : [])].sort()) rows.set(one, await lockOrganization(tx, one))
    const from = rows.get(id) ?? (await lockOrganization(tx, id))
    const to = take(organizationWorkflow, organizationRights, 'merge', actor, asThing(from))
    if (rows.get(into)?.state !== 'approved')
      return { issues: [{ field: 'into', key: 'organizations.into.unknown' }] }
    const [roles, claims] = [await rolesToMove(tx, merger), await openClaimsOf(tx, merger)]
    await moveRoles(tx, merger, roles)
    await moveClaims(tx, merger, claims)
    await moveDomains(tx, merger)
    await tx
      .updateTable('organizations')
      .set({ state: to, successor: into, revision: from.revision + 1, updated_at: at })
      .where('id', '=', id)
      .execute()
    const states = { from: from.state, to }
    await told(tx, { actor, at, act: 'merge-organization', id, states, reason, facts: { successor: into } })
    await told(tx, { actor, at, act: 'take-in-organization', id: into, facts: { predecessor: id } })
    await leadEarlierOnes(tx, merger)
    return { id: into }
  })

const rolesToMove = async (tx: Tx, { id, into }: Merger) => ({
  here: await rolesOfScope(tx, organizationScope(id)),
  there: await rolesOfScope(tx, organizationScope(into)),
})

/** Whoever holds the same role in both keeps one of them. */
async function moveRoles(
  tx: Tx,
  { actor, at, into }: Merger,
  { here, there }: Awaited<ReturnType<typeof rolesToMove>>,
) {
  const scope: Scope = organizationScope(into)
  for (const role of here) {
    if (there.some((one) => one.person === role.person && one.role === role.role)) {
      await closeRole(tx, { actor, at, id: role.id, reason: null })
      continue
    }
    await tx.updateTable('roles').set({ scope }).where('id', '=', role.id).execute()
    const subject = { kind: 'role', id: role.id }
    const facts = { role: role.role, scope }
    await record(
      tx,
      { act: 'accounts.move-role', subject, actor: actor.id, facts, parts: await roleParts(tx, role.id) },
      at,
    )
  }
}

const openClaimsOf = (tx: Tx, { id, into }: Merger) =>
  tx
    .selectFrom('claims')
    .select(['id', 'person', 'organization'])
    .where('organization', 'in', [id, into])
    .where('state', '=', 'asked')
    .orderBy('id')
    .forUpdate()
    .execute()

async function moveClaims(
  tx: Tx,
  { actor, at, id, into }: Merger,
  open: Awaited<ReturnType<typeof openClaimsOf>>,
) {
  for (const claim of open.filter(({ organization }) => organization === id)) {
    const isDouble = open.some((one) => one.organization === into && one.person === claim.person)
    await tx
      .updateTable('claims')
      .set(isDouble ? { state: 'withdrawn', decided_at: at, decided_by: actor.id } : { organization: into })
      .where('id', '=', claim.id)
      .execute()
    const subject = { kind: 'claim', id: claim.id }
    const states = isDouble ? { from: 'asked', to: 'withdrawn' } : undefined
    await record(
      tx,
      { act: 'accounts.move-claim', subject, actor: actor.id, states, parts: await claimParts(tx, claim.id) },
      at,
    )
  }
}

async function moveDomains(tx: Tx, { id, into }: Merger) {
  const domains = await tx
    .selectFrom('organization_domains')
    .selectAll()
    .where('organization', 'in', [id, into])
    .orderBy('domain')
    .execute()
  for (const domain of domains.filter(({ organization }) => organization === id)) {
    await tx
      .deleteFrom('organization_domains')
      .where('organization', '=', id)
      .where('domain', '=', domain.domain)
      .execute()
    await tx
      .insertInto('organization_domains')
      .values({ ...domain, organization: into })
      .onConflict((conflict) =>
        conflict.columns(['organization', 'domain']).doUpdateSet((is) => ({
          verified_at: is.fn.coalesce('organization_domains.verified_at', 'excluded.verified_at'),
          verified_by: is.fn.coalesce('organization_domains.verified_by', 'excluded.verified_by'),
        })),
      )
      .execute()
  }
}

/** What was merged into this one before leads straight to the new one. */
async function leadEarlierOnes(tx: Tx, { actor, at, id, into }: Merger) {
  const earlier = await tx
    .updateTable('organizations')
    .set({ successor: into })
    .where('successor', '=', id)
    .returning('id')
    .execute()
  for (const one of earlier)
    await told(tx, { actor, at, act: 'lead-on-organization', id: one.id, facts: { successor: into } })
}
