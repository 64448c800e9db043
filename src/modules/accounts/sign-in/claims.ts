import type { IdentityProvider } from '#platform/identity-providers.ts'

/** What a provider says of a person besides name and address; organizations and roles come of it. */
export type Claims = {
  provider: string
  /** What the provider calls the person. */
  subject: string
  /** The value of the claim that names the organization; null when there is none. */
  organization: string | null
  /** The values of the claim that names roles. */
  roles: string[]
}

export function claimsOf(provider: IdentityProvider, profile: Record<string, unknown>): Claims {
  const organization = provider.organizationClaim ? profile[provider.organizationClaim] : undefined
  const roles = provider.rolesClaim ? profile[provider.rolesClaim] : undefined
  return {
    provider: provider.id,
    subject: String(profile['sub'] ?? ''),
    organization: typeof organization === 'string' ? organization : null,
    roles: [roles].flat().filter((role) => typeof role === 'string'),
  }
}
