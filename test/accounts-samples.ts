import { randomBytes } from 'node:crypto'
import type { Membership, OrganizationState } from '#modules/accounts/organizations/organization.ts'
import type { Visibility } from '#platform/access/visibility.ts'
import type { Db } from '#platform/database/tables.ts'
import { folded } from '#modules/accounts/index.ts'

/** People with proven addresses `<id>@<id>.example`, called like their ids with a capital. */
export async function insertPeople(db: Db, ids: readonly string[]): Promise<void> {
  const at = new Date('2026-11-01T12:00:00Z')
  await db
    .insertInto('people')
    .values(
      ids.map((id) => ({
        id,
        name: nameOf(id),
        email: `${id}@${id}.example`,
        email_verified: true,
        language: 'en' as const,
        second_factor: false,
        created_at: at,
        updated_at: at,
        erased_at: null,
      })),
    )
    .execute()
}

export const nameOf = (id: string): string => `${id.slice(0, 1).toUpperCase()}${id.slice(1)} Hidden`

export type SampleOrganization = {
  id?: string
  name?: Record<string, string>
  membership?: Membership
  visibility?: Visibility
  state?: OrganizationState
  country?: string | null
  region?: string | null
  proposedBy?: string
}

/** An approved organization, put straight into its table; what is not given is usual. */
export async function newOrganization(db: Db, of: SampleOrganization = {}): Promise<string> {
  const at = new Date('2026-11-01T12:00:00Z')
  const id = of.id ?? `sample-${randomBytes(4).toString('hex')}`
  const name = of.name ?? { en: `Sample ${id}` }
  await db
    .insertInto('organizations')
    .values({
      id,
      name: JSON.stringify(name),
      acronym: null,
      stakeholder_type: 'civil-society',
      country: of.country ?? 'KE',
      region: of.region === undefined ? 'africa' : of.region,
      website: null,
      ror: null,
      iati: null,
      membership: of.membership ?? 'none',
      visibility: of.visibility ?? 'public',
      state: of.state ?? 'approved',
      successor: null,
      sort_name: folded(name['en'] ?? id),
      words: folded(Object.values(name).join(' ')),
      proposed_by: of.proposedBy ?? 'command-line',
      revision: 1,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return id
}
