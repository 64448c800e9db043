import { AsyncLocalStorage } from 'node:async_hooks'
import type { Standing } from '#platform/access/actor.ts'
import type { IdentityProvider } from '#platform/identity-providers.ts'
import type { LanguageCode } from '#platform/languages.ts'

/** What a provider says of a person besides name and address. */
export type Claims = {
  provider: string
  /** What the provider calls the person. */
  subject: string
  /** The roles that follow from it, as the operator has written down. */
  standings: Standing[]
}

/** What a provider said while somebody came back from it, and the language that they came in. */
export const comingBack = new AsyncLocalStorage<{ language: LanguageCode; claims: Claims | null }>()

export const claimsOf = (provider: IdentityProvider, profile: Record<string, unknown>): Claims => ({
  provider: provider.id,
  subject: String(profile['sub'] ?? ''),
  standings: provider.roles
    .filter(({ claim, value }) => [profile[claim]].flat().includes(value))
    .map(({ role, scope }) => ({ role, scope })),
})
