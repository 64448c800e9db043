import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { domainFrom, domainOfAddress, isPublicMailDomain } from './domain.ts'
import { lockOrganization, told } from './organization-commands.ts'
import { organizationRights } from './organization-rights.ts'
import { asThing } from './organization.ts'

type OfDomain = { actor: Actor; at: Date; id: string; domain: string }

/** Names a domain whose mail addresses belong to the organization; it counts once somebody has confirmed it. */
export const listDomain = (
  db: Db,
  { actor, at, id, domain }: OfDomain,
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    permit(organizationRights, 'list-domain', actor, asThing(await lockOrganization(tx, id)))
    const name = domainFrom(domain)
    if (name === null) return { issues: [{ field: 'domain', key: 'form.value.wrong', rule: 'rule.domain' }] }
    if (isPublicMailDomain(name))
      return { issues: [{ field: 'domain', key: 'organizations.domain.public-mail' }] }
    const added = await tx
      .insertInto('organization_domains')
      .values({ organization: id, domain: name, listed_at: at, verified_at: null, verified_by: null })
      .onConflict((conflict) => conflict.columns(['organization', 'domain']).doNothing())
      .returning('domain')
      .executeTakeFirst()
    if (!added) return { issues: [{ field: 'domain', key: 'organizations.domain.listed' }] }
    await told(tx, { actor, at, act: 'list-domain', id, facts: { domain: name } })
    return { id }
  })

/** Confirms a domain: by the secretariat, or by a focal point whose own address is in it. */
export const verifyDomain = (
  db: Db,
  { actor, at, id, domain }: OfDomain,
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const thing = asThing(await lockOrganization(tx, id))
    permit(organizationRights, 'verify-own-domain', actor, thing)
    if (!(await domainsOfPerson(tx, actor)).includes(domain))
      permit(organizationRights, 'verify-domain', actor, thing)
    const found = await tx
      .selectFrom('organization_domains')
      .select('verified_at')
      .where('organization', '=', id)
      .where('domain', '=', domain)
      .executeTakeFirst()
    if (!found) throw notFound()
    if (found.verified_at !== null) return { id }
    if (await isTaken(tx, domain)) return { issues: [{ field: '', key: 'organizations.domain.taken' }] }
    await tx
      .updateTable('organization_domains')
      .set({ verified_at: at, verified_by: actor.id })
      .where('organization', '=', id)
      .where('domain', '=', domain)
      .execute()
    await told(tx, { actor, at, act: 'verify-domain', id, facts: { domain } })
    return { id }
  })

/** Takes a domain away; whoever was let in by it stays until their role is ended. */
export const dropDomain = (db: Db, { actor, at, id, domain }: OfDomain): Promise<void> =>
  db.transaction().execute(async (tx) => {
    permit(organizationRights, 'list-domain', actor, asThing(await lockOrganization(tx, id)))
    const { numDeletedRows } = await tx
      .deleteFrom('organization_domains')
      .where('organization', '=', id)
      .where('domain', '=', domain)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw notFound()
    await told(tx, { actor, at, act: 'drop-domain', id, facts: { domain } })
  })

/** The domain of the person's own proven address. */
async function domainsOfPerson(tx: Tx, actor: Actor): Promise<string[]> {
  if (actor.person === null) return []
  const row = await tx
    .selectFrom('people')
    .select('email')
    .where('id', '=', actor.person)
    .where('email_verified', '=', true)
    .executeTakeFirst()
  const domain = domainOfAddress(row?.email ?? '')
  return domain === null ? [] : [domain]
}

// All who verify the same domain at once, for whatever organization, wait for each other at its rows.
const isTaken = async (tx: Tx, domain: string): Promise<boolean> => {
  const rows = await tx
    .selectFrom('organization_domains')
    .select(['organization', 'verified_at'])
    .where('domain', '=', domain)
    .orderBy('organization')
    .forUpdate()
    .execute()
  return rows.some(({ verified_at }) => verified_at !== null)
}
