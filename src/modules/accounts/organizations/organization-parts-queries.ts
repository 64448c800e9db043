import { sql, type Selectable } from 'kysely'
import { tableParts, type Parts } from '#platform/content-digests.ts'
import type { Db, Tables } from '#platform/database/tables.ts'
import type { OrganizationRow } from './organization.ts'
import './tables.ts'

/** One organization with its domains, as the history knows it. */
export const organizationParts = async (db: Db, id: string): Promise<Parts> => ({
  ...(await tableParts(db, 'organizations', ['id'], sql`id = ${id}`)),
  ...(await tableParts(db, 'organization_domains', ['organization', 'domain'], sql`organization = ${id}`)),
})

/** One claim as the history knows it. */
export const claimParts = (db: Db, id: string): Promise<Parts> =>
  tableParts(db, 'claims', ['id'], sql`id = ${id}`)

export const asRow = (row: Selectable<Tables['organizations']>): OrganizationRow => ({
  id: row.id,
  name: row.name,
  acronym: row.acronym,
  stakeholderType: row.stakeholder_type,
  country: row.country,
  region: row.region,
  website: row.website,
  ror: row.ror,
  iati: row.iati,
  membership: row.membership,
  visibility: row.visibility,
  state: row.state,
  successor: row.successor,
  proposedBy: row.proposed_by,
  isExample: row.is_example,
  revision: row.revision,
})
