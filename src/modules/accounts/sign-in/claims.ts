import type { Standing } from '#platform/access/actor.ts'
import type { IdentityProvider } from '#platform/identity-providers.ts'

/** What a provider says of a person besides name and address. */
export type Claims = {
  provider: string
  /** What the provider calls the person. */
  subject: string
  /** The roles that follow from it, as the operator has written down. */
  standings: Standing[]
}

export const claimsOf = (provider: IdentityProvider, profile: Record<string, unknown>): Claims => ({
  provider: provider.id,
  subject: String(profile['sub'] ?? ''),
  standings: provider.roles
    .filter(({ claim, value }) => [profile[claim]].flat().includes(value))
    .map(({ role, scope }) => ({ role, scope })),
})
