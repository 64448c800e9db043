import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { InvitationState } from './invitation.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    roles: {
      id: string
      person: string
      role: GrantedRole
      scope: Scope | null
      from_date: string
      to_date: string | null
      granted_at: Date
      granted_by: string
      reason: string | null
      ended_at: Date | null
      ended_by: string | null
      end_reason: string | null
    }
    invitations: {
      id: string
      token_digest: string
      email: string | null
      language: LanguageCode
      role: GrantedRole
      scope: Scope | null
      to_date: string | null
      reason: string | null
      invited_by: string
      created_at: Date
      expires_at: Date
      state: InvitationState
      settled_at: Date | null
      settled_by: string | null
    }
  }
}
