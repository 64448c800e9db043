import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { insertRole, lockPerson } from '../roles/role-commands.ts'
import { dayOf } from '../roles/days.ts'
import { isHeld } from '../roles/actor-queries.ts'
import { claimDecidedMail } from './claim-mails.ts'
import { claimAsThing, type ClaimState } from './claim.ts'
import { domainOfAddress, isPublicMailDomain } from './domain.ts'
import { lockOrganization } from './organization-commands.ts'
import { claimParts } from './organization-parts-queries.ts'
import { claimRights, claimWorkflow, organizationRights } from './organization-rights.ts'
import { asThing, organizationScope } from './organization.ts'

type By = { actor: Actor; at: Date }

/** Asks to act for an organization: granted at once to whose address proves it, otherwise put before those who decide. */
export const askClaim = (
  db: Db,
  { actor, at, organization, words = null }: By & { organization: string; words?: string | null },
): Promise<{ issues: Issue[] } | { id: string; state: 'asked' | 'granted' }> =>
  db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.person ?? '')
    permit(organizationRights, 'claim', actor, asThing(await lockOrganization(tx, organization)))
    if (!person) throw notFound()
    const issues = await standsInTheWay(tx, person.id, organization, at)
    if (issues.length > 0) return { issues }
    const id = randomUUID()
    const isProven = person.email_verified && (await provesIt(tx, person.email ?? '', organization))
    await tx
      .insertInto('claims')
      .values({
        id,
        person: person.id,
        organization,
        words,
        state: isProven ? 'granted' : 'asked',
        asked_at: at,
        way: isProven ? 'domain' : null,
        decided_at: isProven ? at : null,
        decided_by: isProven ? actor.id : null,
        reason: null,
      })
      .execute()
    if (isProven) await represent(tx, { by: actor, at, person: person.id, organization })
    const to = isProven ? 'granted' : 'asked'
    await told(tx, { actor, at, act: 'ask-claim', id, organization, states: { from: null, to } })
    return { id, state: to }
  })

/** Somebody of the organization or of the secretariat says yes or no; the person is told by mail. */
export const decideClaim = (
  db: Db,
  {
    actor,
    at,
    id,
    decision,
    reason = null,
  }: By & { id: string; decision: 'grant' | 'refuse'; reason?: string | null },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const asked = await lockClaim(tx, id)
    permit(claimRights, 'judge', actor, { state: asked.state, owners: [asked.person] })
    const to = take(claimWorkflow, claimRights, decision, actor, claimAsThing(asked))
    if (to === 'refused' && !reason?.trim())
      return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
    await settle(tx, { actor, at, id, to, reason })
    const { person, organization } = asked
    if (to === 'granted') await represent(tx, { by: actor, at, person, organization })
    await told(tx, {
      actor,
      at,
      act: `${decision}-claim`,
      id,
      organization,
      states: { from: asked.state, to },
      reason,
    })
    const mail = await claimDecidedMail(tx, { id, person, organization, to, reason })
    if (mail) await sendLater(tx, mail, at)
    return { id }
  })

/** The person no longer asks. */
export const withdrawClaim = (db: Db, { actor, at, id }: By & { id: string }): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const asked = await lockClaim(tx, id)
    const to = take(claimWorkflow, claimRights, 'withdraw', actor, claimAsThing(asked))
    await settle(tx, { actor, at, id, to, reason: null })
    const { organization, state } = asked
    await told(tx, { actor, at, act: 'withdraw-claim', id, organization, states: { from: state, to } })
  })

/** The person's row comes first, then the organization's, as everywhere where roles change. */
async function lockClaim(tx: Tx, id: string) {
  const found = await tx
    .selectFrom('claims')
    .select(['person', 'organization'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw notFound()
  await lockPerson(tx, found.person)
  await lockOrganization(tx, found.organization)
  const claim = await tx
    .selectFrom('claims')
    .select(['id', 'person', 'organization', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  // Moved along with a merger while this waited.
  if (claim?.organization !== found.organization) throw new Refusal(409, 'refused.state')
  return claim
}

const settle = (
  tx: Tx,
  { actor, at, id, to, reason }: By & { id: string; to: ClaimState; reason: string | null },
) =>
  tx
    .updateTable('claims')
    .set({
      state: to,
      way: to === 'granted' ? 'decision' : null,
      decided_at: at,
      decided_by: actor.id,
      reason,
    })
    .where('id', '=', id)
    .execute()

/** Whoever has been given the role in another way meanwhile keeps that one. */
async function represent(
  tx: Tx,
  { by, at, person, organization }: { by: Actor; at: Date; person: string; organization: string },
) {
  if (await representsNow(tx, person, organization, at)) return
  const scope = organizationScope(organization)
  await insertRole(tx, { actor: by, at, person, role: 'representative', scope, from: dayOf(at), to: null })
}

async function standsInTheWay(tx: Tx, person: string, organization: string, at: Date): Promise<Issue[]> {
  if (await representsNow(tx, person, organization, at))
    return [{ field: '', key: 'claims.represents-already' }]
  const open = await tx
    .selectFrom('claims')
    .select('id')
    .where('person', '=', person)
    .where('organization', '=', organization)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return open ? [{ field: '', key: 'claims.asked-already' }] : []
}

const representsNow = async (tx: Tx, person: string, organization: string, at: Date): Promise<boolean> =>
  (await tx
    .selectFrom('roles as r')
    .select('r.id')
    .where('r.person', '=', person)
    .where('r.role', '=', 'representative')
    .where('r.scope', '=', organizationScope(organization))
    .where(isHeld(dayOf(at)))
    .executeTakeFirst()) !== undefined

async function provesIt(tx: Tx, email: string, organization: string): Promise<boolean> {
  const domain = domainOfAddress(email)
  if (domain === null || isPublicMailDomain(domain)) return false
  const row = await tx
    .selectFrom('organization_domains')
    .select('domain')
    .where('organization', '=', organization)
    .where('domain', '=', domain)
    .where('verified_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

const told = async (
  tx: Tx,
  {
    actor,
    at,
    act,
    id,
    organization,
    states,
    reason,
  }: By & {
    act: string
    id: string
    organization: string
    states: { from: string | null; to: string }
    reason?: string | null
  },
) =>
  record(
    tx,
    {
      act: `accounts.${act}`,
      subject: { kind: 'claim', id },
      actor: actor.id,
      states,
      reason: reason ?? undefined,
      facts: { organization },
      parts: await claimParts(tx, id),
    },
    at,
  )
