import type { Generated, JSONColumnType } from 'kysely'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Translated } from '#platform/languages.ts'
import type { ClaimState } from './claim.ts'
import type { Membership, OrganizationState } from './organization.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    organizations: {
      id: string
      name: JSONColumnType<Translated>
      acronym: string | null
      stakeholder_type: string
      country: string | null
      region: string | null
      website: string | null
      ror: string | null
      iati: string | null
      membership: Membership
      visibility: Visibility
      state: OrganizationState
      successor: string | null
      sort_name: string
      words: string
      proposed_by: string
      is_example: Generated<boolean>
      revision: number
      created_at: Date
      updated_at: Date
    }
    organization_domains: {
      organization: string
      domain: string
      listed_at: Date
      verified_at: Date | null
      verified_by: string | null
    }
    claims: {
      id: string
      person: string
      organization: string
      words: string | null
      state: ClaimState
      asked_at: Date
      way: 'domain' | 'decision' | null
      decided_at: Date | null
      decided_by: string | null
      reason: string | null
    }
  }
}
