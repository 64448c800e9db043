import { randomUUID } from 'node:crypto'
import { operator, type Actor, type GrantedRole, type Scope } from '#platform/access/actor.ts'
import { may, permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { isMailAddress } from '#platform/mail/header-text.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { newToken, tokenDigest } from '../sign-in/tokens.ts'
import { smallEmail } from '../sign-in/person-queries.ts'
import { actorOf } from './actor-queries.ts'
import { dayOf } from './days.ts'
import { invitationMail } from './invitation-mails.ts'
import { invitationAsThing, invitationDays, type InvitationState } from './invitation.ts'
import { insertRole, issuesOfScope, lockPerson, missingOfGrant } from './role-commands.ts'
import { invitationParts } from './role-parts-queries.ts'
import { grantActionFor, invitationRights, invitationWorkflow, roleRights } from './role-rights.ts'

type By = { actor: Actor; at: Date }

export type NewInvitation = By & {
  email: string
  language: LanguageCode
  role: GrantedRole
  scope: Scope | null
  to?: string | null
  reason?: string | null
}

/** Invites somebody by mail to a role that the actor may give. */
export const invite = (db: Db, invitation: NewInvitation): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, language, role, scope, to = null, reason = null } = invitation
    const email = smallEmail(invitation.email)
    const within = scope === null ? [] : [scope]
    permit(roleRights, grantActionFor(role, scope), actor, { state: 'held', within })
    const issues = await issuesOfInvitation(tx, { email, role, scope, to, at })
    if (issues.length > 0) return { issues }
    const [id, token] = [randomUUID(), newToken()]
    const expires = new Date(at.getTime() + invitationDays * 86_400_000)
    await tx
      .insertInto('invitations')
      .values({
        id,
        token_digest: tokenDigest(token),
        email,
        language,
        role,
        scope,
        to_date: to,
        reason,
        invited_by: actor.id,
        created_at: at,
        expires_at: expires,
        state: 'sent',
        settled_at: null,
        settled_by: null,
      })
      .execute()
    await told(tx, { actor, at, act: 'invite', id, role, scope, states: { from: null, to: 'sent' }, reason })
    await sendLater(tx, await invitationMail(tx, { email, language, role, scope, token, expires }), at)
    return { id }
  })

/** Takes the role that the link of a mail offers; only whoever has the address that it went to. */
export const acceptInvitation = (
  db: Db,
  { actor, at, token }: By & { token: string },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.person ?? '')
    const invitation = await lockInvitation(tx, 'token_digest', tokenDigest(token))
    if (invitation.expires_at <= at || !(await isStillGood(tx, invitation, at))) throw notFound()
    const to = take(invitationWorkflow, invitationRights, 'accept', actor, asThing(invitation))
    if (!person || !person.email_verified || person.email !== invitation.email)
      return { issues: [{ field: '', key: 'invitations.other-address' }] }
    const { role, scope } = invitation
    const grant = { person: person.id, role, scope, from: dayOf(at), to: invitation.to_date }
    const missing = await missingOfGrant(tx, grant)
    await settle(tx, { actor, at, id: invitation.id, to })
    // Whoever holds the role already has nothing to take; the invitation is used up all the same.
    if (missing.length === 0)
      await insertRole(tx, {
        ...grant,
        at,
        actor: { ...actor, id: invitation.invited_by },
        reason: invitation.reason,
      })
    await told(tx, {
      actor,
      at,
      act: 'accept-invitation',
      id: invitation.id,
      role,
      scope,
      states: { from: 'sent', to },
    })
    return { id: invitation.id }
  })

/** The link opens nothing any more. */
export const withdrawInvitation = (db: Db, { actor, at, id }: By & { id: string }): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const invitation = await lockInvitation(tx, 'id', id)
    const to = take(invitationWorkflow, invitationRights, 'withdraw', actor, asThing(invitation))
    await settle(tx, { actor, at, id, to })
    const { role, scope } = invitation
    await told(tx, { actor, at, act: 'withdraw-invitation', id, role, scope, states: { from: 'sent', to } })
  })

const asThing = ({
  state,
  invited_by,
  scope,
}: {
  state: InvitationState
  invited_by: string
  scope: Scope | null
}) => invitationAsThing({ state, invitedBy: invited_by, scope })

/** Whoever may no longer give the role cannot have it given by a mail from before. */
async function isStillGood(
  tx: Tx,
  { invited_by, role, scope }: { invited_by: string; role: GrantedRole; scope: Scope | null },
  at: Date,
): Promise<boolean> {
  const inviter = invited_by === operator.id ? operator : await actorOf(tx, invited_by, at)
  return may(roleRights, grantActionFor(role, scope), inviter, {
    state: 'held',
    within: scope === null ? [] : [scope],
  })
}

async function lockInvitation(tx: Tx, column: 'id' | 'token_digest', value: string) {
  const row = await tx
    .selectFrom('invitations')
    .selectAll()
    .where(column, '=', value)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** The address is needed no longer, so it goes. */
const settle = (tx: Tx, { actor, at, id, to }: By & { id: string; to: InvitationState }) =>
  tx
    .updateTable('invitations')
    .set({ state: to, email: null, settled_at: at, settled_by: actor.id })
    .where('id', '=', id)
    .execute()

async function issuesOfInvitation(
  tx: Tx,
  { email, role, scope, to, at }: Pick<NewInvitation, 'email' | 'role' | 'scope' | 'to' | 'at'>,
): Promise<Issue[]> {
  return [
    ...(isMailAddress(email)
      ? []
      : [{ field: 'email', key: 'form.value.wrong', rule: 'rule.email' } satisfies Issue]),
    ...(await issuesOfScope(tx, role, scope)),
    ...(to != null && to < dayOf(at) ? [{ field: 'to', key: 'roles.days.order' } satisfies Issue] : []),
  ]
}

const told = async (
  tx: Tx,
  change: By & {
    act: string
    id: string
    role: GrantedRole
    scope: Scope | null
    states: { from: string | null; to: string }
    reason?: string | null
  },
): Promise<void> =>
  record(
    tx,
    {
      act: `accounts.${change.act}`,
      subject: { kind: 'invitation', id: change.id },
      actor: change.actor.id,
      states: change.states,
      reason: change.reason ?? undefined,
      facts: { role: change.role, ...(change.scope === null ? {} : { scope: change.scope }) },
      parts: await invitationParts(tx, change.id),
    },
    change.at,
  )
