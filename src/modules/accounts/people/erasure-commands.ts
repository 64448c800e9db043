import { randomUUID } from 'node:crypto'
import type { Actor } from '#platform/access/actor.ts'
import type { ErasePerson, PersonKey } from '#platform/access/personal-data.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import { redactVersions } from '#platform/past/redaction-commands.ts'
import { forgetAnswersOf } from '#platform/web/api/answer-commands.ts'
import { forgetMailsOf } from '#platform/mail/outbox-commands.ts'
import { claimParts } from '../organizations/organization-parts-queries.ts'
import { closeRole, lockPerson, refuseLastAdministrator } from '../roles/role-commands.ts'
import { invitationParts } from '../roles/role-parts-queries.ts'
import { openRoles } from '../roles/role-queries.ts'
import { endTokens } from '../tokens/token-commands.ts'
import { personRights, personWorkflow } from './person-rights.ts'
import { personState } from './person.ts'
import './tables.ts'
import { told } from './profile-commands.ts'

/**
 * Takes away all that says who somebody is, at their own wish. Their id stays in the history, where it names nobody any
 * more. `erasers` are those of all modules.
 */
export const erasePerson = (
  db: Db,
  { actor, at, erasers }: { actor: Actor; at: Date; erasers: readonly ErasePerson[] },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.person ?? '')
    if (!person) throw notFound()
    const { id, email } = person
    const state = personState(person)
    const to = take(personWorkflow, personRights, 'erase', actor, { state, owners: [id] })
    await refuseLastAdministrator(tx, id, at)
    for (const erase of erasers) await erase(tx, { id, email }, { actor: actor.id, at })
    await tx
      .updateTable('people')
      .set({
        name: '',
        own_name: null,
        email: null,
        email_verified: false,
        language: 'en',
        second_factor: false,
        name_is_public: false,
        updated_at: at,
        erased_at: at,
        seal: randomUUID(),
      })
      .where('id', '=', id)
      .execute()
    await told(tx, { actor, at, act: 'erase-person', id, states: { from: state, to } })
  })

/** What this module itself holds of a person. */
export const eraseAccount: ErasePerson = async (tx, person, { actor, at }) => {
  const by = { actor: { person: null, id: actor, name: null, standings: [] } satisfies Actor, at }
  // All is locked before the first line of history is written, as by everybody who changes one of them.
  const [open, claims] = [await openRoles(tx, person.id), await claimsOf(tx, person)]
  const invitations = await invitationsTo(tx, person)
  for (const role of open) await closeRole(tx, { ...by, id: role.id, reason: null })
  await forgetClaims(tx, claims, actor, at)
  await forgetInvitations(tx, invitations, actor, at)
  for (const table of ['credentials', 'sessions', 'second_factors', 'spent_codes', 'mail_links'] as const)
    await tx.deleteFrom(table).where('person', '=', person.id).execute()
  for (const table of ['passkeys', 'passkey_challenges', 'address_changes'] as const)
    await tx.deleteFrom(table).where('person', '=', person.id).execute()
  await endTokens(tx, person.id)
  await forgetAnswersOf(tx, person.id)
  if (person.email !== null) await forgetMailsOf(tx, person.id, person.email)
}

const claimsOf = (tx: Tx, { id }: PersonKey) =>
  tx.selectFrom('claims').select(['id', 'state']).where('person', '=', id).orderBy('id').forUpdate().execute()

/** Open questions end; of those that were answered only the fact stays, without what the person wrote. */
async function forgetClaims(tx: Tx, claims: { id: string; state: string }[], actor: string, at: Date) {
  for (const { id, state } of claims) {
    const settled = { state: 'withdrawn', decided_at: at, decided_by: actor } as const
    await tx
      .updateTable('claims')
      .set({ words: null, ...(state === 'asked' ? settled : {}) })
      .where('id', '=', id)
      .execute()
    await redactVersions(tx, { table: 'claims', keys: [id], columns: ['words'] })
    const subject = { kind: 'claim', id }
    const states = state === 'asked' ? { from: 'asked', to: 'withdrawn' } : undefined
    await record(
      tx,
      { act: 'accounts.forget-claim', subject, actor, states, parts: await claimParts(tx, id) },
      at,
    )
  }
}

const invitationsTo = async (tx: Tx, { email }: PersonKey): Promise<{ id: string }[]> =>
  email === null
    ? []
    : tx.selectFrom('invitations').select('id').where('email', '=', email).orderBy('id').forUpdate().execute()

async function forgetInvitations(tx: Tx, invitations: { id: string }[], actor: string, at: Date) {
  for (const { id } of invitations) {
    await tx
      .updateTable('invitations')
      .set({ state: 'withdrawn', email: null, settled_at: at, settled_by: actor })
      .where('id', '=', id)
      .execute()
    const subject = { kind: 'invitation', id }
    const states = { from: 'sent', to: 'withdrawn' }
    const parts = await invitationParts(tx, id)
    await record(tx, { act: 'accounts.withdraw-invitation', subject, actor, states, parts }, at)
  }
}
