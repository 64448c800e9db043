import { z } from 'zod'
import { grantedRoles, scopesOf } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import { codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Translated } from '#platform/languages.ts'
import { accountPaths } from '../paths.ts'
import { acceptInvitation, invite, withdrawInvitation } from './invitation-commands.ts'
import {
  invitationById,
  invitationOfToken,
  openInvitations,
  type InvitationRow,
} from './invitation-queries.ts'
import { invitationAsThing } from './invitation.ts'
import {
  acceptancePage,
  invitationsPage,
  newInvitationPage,
  withdrawInvitationPage,
} from './pages/invitation-pages.ts'
import { grantableRoles, invitationFields, scopeOf } from './role-fields.ts'
import { invitationRights } from './role-rights.ts'
import { scopeChoices } from './scope-choice-queries.ts'
import { scopeNames } from './scope-queries.ts'

const invitationShape = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role: codedShape(grantedRoles),
  scope: z.object({ code: z.string(), name: saidShape }).nullable(),
  sent: z.string(),
  expires: z.string(),
})

export type InvitationRecord = z.infer<typeof invitationShape>

/** Inviting people by mail to a role, and what they find when they open the link. */
export function invitationRoutes(site: Site): void {
  site.form({
    path: accountPaths.newInvitation,
    name: 'invite',
    summary: 'Invite somebody by mail to a role that one may give.',
    right: 'role.grant',
    fields: invitationFields,
    read: async (visit) => {
      permitListing(visit)
      const isOffice = grantableRoles(visit.actor).includes('verifier')
      return { roles: grantableRoles(visit.actor), choices: isOffice ? await scopeChoices(visit.db) : null }
    },
    page: newInvitationPage,
    act: async ({ db, actor, now: at }, _subject, { fields }) => {
      const read = scopeOf(fields)
      if ('issues' in read) return read
      const { email, language, role, to, reason } = fields
      const outcome = await invite(db, { actor, at, email, language, role, scope: read.scope, to, reason })
      if ('issues' in outcome) return outcome
      return { to: accountPaths.invitations, done: 'done.invitation-sent' }
    },
  })

  site.list({
    path: accountPaths.invitations,
    name: 'invitations',
    summary: 'Invitations that nobody has accepted yet, for those who send them.',
    query: z.strictObject({ after: cursorText.optional(), limit: limitText.optional() }),
    row: invitationShape,
    read: async (visit, { after, limit }) => {
      permitListing(visit)
      const page = { after, limit: limit === undefined ? undefined : Number(limit) }
      const list = await refusingCursor(openInvitations(visit.db, visit.actor, visit.now, page))
      const names = await scopeNames(
        visit.db,
        list.rows.flatMap(({ scope }) => scope ?? []),
      )
      return {
        rows: list.rows.map((row) => recordOf(visit, row, names)),
        total: list.total,
        next: list.next,
      }
    },
    page: invitationsPage,
    columns,
  })

  site.form({
    path: '/invitations/:invitation/withdrawal',
    name: 'withdrawInvitation',
    summary: 'Take an invitation back: its link opens nothing any more.',
    right: 'invitation.withdraw',
    fields: z.strictObject({}),
    read: async (visit, { invitation: id = '' }) => {
      permitListing(visit)
      const row = await invitationById(visit.db, id)
      if (row === null) return null
      permit(invitationRights, 'withdraw', visit.actor, invitationAsThing(row))
      return recordOf(visit, row, await scopeNames(visit.db, row.scope === null ? [] : [row.scope]))
    },
    page: withdrawInvitationPage,
    act: async ({ db, actor, now: at }, { id }) => {
      await withdrawInvitation(db, { actor, at, id })
      return { to: accountPaths.invitations, done: 'done.invitation-withdrawn' }
    },
  })

  acceptance(site)
}

function acceptance(site: Site) {
  site.form({
    path: '/invitation/:token',
    name: 'acceptInvitation',
    summary: 'Take the role that the link of a mail offers.',
    right: 'invitation.accept',
    fields: z.strictObject({}),
    read: async (visit, { token = '' }) => {
      const row = await invitationOfToken(visit.db, token, visit.now)
      if (row === null) return null
      // Whoever is signed out goes to the sign-in, where an account can be made, and comes back.
      permit(invitationRights, 'accept', visit.actor, invitationAsThing(row))
      const names = await scopeNames(visit.db, row.scope === null ? [] : [row.scope])
      return { token, offer: recordOf(visit, row, names) }
    },
    page: (visit, { offer }, entered) => acceptancePage(visit, offer, entered),
    act: async ({ db, actor, now: at }, { token }) => {
      const outcome = await acceptInvitation(db, { actor, at, token })
      if ('issues' in outcome) return outcome
      return { to: accountPaths.account, done: 'done.invitation-accepted' }
    },
  })
}

/** The office, and focal points of organizations. */
function permitListing({ actor }: Visit) {
  const within = scopesOf(actor, 'focal-point').filter((scope) => scope.startsWith('organization:'))
  permit(invitationRights, 'list', actor, { state: 'sent', within })
}

const recordOf = (visit: Visit, row: InvitationRow, names: Map<string, Translated>): InvitationRecord => ({
  id: row.id,
  email: row.email,
  role: { code: row.role, label: visit.t(`role.${row.role}`) },
  scope: row.scope && { code: row.scope, name: named(visit, names.get(row.scope) ?? {}, row.scope) },
  sent: row.created.toISOString(),
  expires: row.expires.toISOString(),
})

const columns: Column<InvitationRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'email', value: (row) => row.email },
  { name: 'role', value: (row) => row.role.code },
  { name: 'role_label', value: (row) => row.role.label },
  { name: 'scope', value: (row) => row.scope?.code },
  { name: 'scope_name', value: (row) => row.scope?.name.text },
  { name: 'sent', value: (row) => row.sent },
  { name: 'expires', value: (row) => row.expires },
]
