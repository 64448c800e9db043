import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import type { LanguageCode } from '#platform/languages.ts'

export const invitationStates = ['sent', 'accepted', 'withdrawn'] as const

export type InvitationState = (typeof invitationStates)[number]

/** After so many days the link opens nothing any more. */
export const invitationDays = 14

export type Invitation = {
  id: string
  role: GrantedRole
  scope: Scope | null
  until: string | null
  language: LanguageCode
  state: InvitationState
  invitedBy: string
  created: Date
  expires: Date
}

export const invitationAsThing = (invitation: Pick<Invitation, 'state' | 'invitedBy' | 'scope'>) => ({
  state: invitation.state,
  owners: [invitation.invitedBy],
  within: invitation.scope === null ? [] : [invitation.scope],
})
