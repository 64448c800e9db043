import { countries, ituRegions, stakeholderTypes, type FrameworkNode } from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'

/** The codes that an organization can carry, with their names, for forms. */
export type OrganizationCodes = {
  types: FrameworkNode[]
  countries: FrameworkNode[]
  regions: FrameworkNode[]
}

export const organizationCodes = async (db: Db): Promise<OrganizationCodes> => ({
  types: await stakeholderTypes(db),
  countries: await countries(db),
  regions: await ituRegions(db),
})

/** The bare codes, for what is valid in an address. */
export async function codesOfOrganizations(db: Db) {
  const { types, countries: lands, regions } = await organizationCodes(db)
  const codesOf = (nodes: FrameworkNode[]) => nodes.map(({ code }) => code)
  return { types: codesOf(types), countries: codesOf(lands), regions: codesOf(regions) }
}
