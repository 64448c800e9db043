import type { Actor, Scope } from '#platform/access/actor.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Translated } from '#platform/languages.ts'

export const organizationStates = ['proposed', 'approved', 'declined', 'merged', 'closed'] as const

export type OrganizationState = (typeof organizationStates)[number]

/** What an organization is in the Union. */
export const membershipKinds = ['member-state', 'sector-member', 'associate', 'academia', 'none'] as const

export type Membership = (typeof membershipKinds)[number]

/** What people write about an organization. */
export type OrganizationFields = {
  name: Translated
  acronym: string | null
  /** Codes of the frameworks stakeholder-types, countries and itu-regions. */
  stakeholderType: string
  country: string | null
  region: string | null
  website: string | null
  ror: string | null
  iati: string | null
}

/** What only the secretariat says of it. */
export type OrganizationStanding = { membership: Membership; visibility: Visibility }

export type OrganizationRow = OrganizationFields &
  OrganizationStanding & {
    id: string
    state: OrganizationState
    successor: string | null
    proposedBy: string
    isExample: boolean
    revision: number
  }

export const organizationScope = (id: string): Scope => `organization:${id}`

/** The organization as the rights table knows it. */
export const asThing = (row: Pick<OrganizationRow, 'id' | 'state' | 'region' | 'proposedBy'>) => ({
  state: row.state,
  // Whoever proposed it keeps it until somebody has decided.
  owners: row.state === 'proposed' ? [row.proposedBy] : [],
  within: [organizationScope(row.id), ...(row.region === null ? [] : [`region:${row.region}` as const])],
})

/** Organizations for which somebody acts, in whatever role. */
export const organizationsOf = (actor: Actor): string[] => [
  ...new Set(
    actor.standings.flatMap(({ scope }) =>
      scope?.startsWith('organization:') ? [scope.slice('organization:'.length)] : [],
    ),
  ),
]

/** What an organization is sorted and found by: without capitals and accents. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
