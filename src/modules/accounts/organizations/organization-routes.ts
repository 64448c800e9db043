import { z } from 'zod'
import { may } from '#platform/access/rights.ts'
import { facetsOf } from '#platform/web/facet-labels.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refuseUnknown, refusingCursor } from '#platform/web/list-refusals.ts'
import { rule } from '#platform/web/problem.ts'
import type { Column, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { visitor } from '#platform/access/actor.ts'
import { accountPaths } from '../paths.ts'
import { dayOf } from '../roles/days.ts'
import { holdersOf } from '../roles/holder-queries.ts'
import { codesOfOrganizations } from './code-queries.ts'
import {
  domainsOf,
  organizationById,
  organizationList,
  organizationNames,
  publicOrganizations,
} from './organization-queries.ts'
import { organizationRights } from './organization-rights.ts'
import {
  organizationRecord,
  organizationRow,
  organizationRowShape,
  organizationShape,
  type OrganizationRowRecord,
} from './organization-shape.ts'
import { asThing, membershipKinds, organizationScope, organizationStates } from './organization.ts'
import { organizationPage } from './pages/organization-page.ts'
import { organizationsPage } from './pages/organizations-page.ts'

const query = z.strictObject({
  type: code.optional(),
  country: code.optional(),
  region: code.optional(),
  membership: z.enum(membershipKinds).optional(),
  state: z.enum(organizationStates).optional(),
  q: z.string().max(200, rule('rule.short-text')).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** Organizations as list and one by one. */
export function organizationRoutes(site: Site): void {
  site.list({
    path: accountPaths.organizations,
    name: 'organizations',
    summary: 'Organizations: governments, companies, civil society and others that people act for.',
    query,
    row: organizationRowShape,
    read,
    page: organizationsPage,
    columns,
  })
  site.record({
    path: '/organizations/:organization',
    name: 'organization',
    summary:
      'One organization: its names, what it is in the Union, and who acts for it as far as they agreed.',
    query: z.strictObject({}),
    read: readOne,
    shape: organizationShape,
    page: organizationPage,
  })
  site.addresses(async ({ db }) => (await publicOrganizations(db, visitor)).map(accountPaths.organization))
}

async function read(visit: Visit, { after, limit, ...filters }: z.infer<typeof query>) {
  const page = { after, limit: limit === undefined ? undefined : Number(limit) }
  const list = await refusingCursor(organizationList(visit.db, visit.actor, filters, page))
  if (list.total === 0) await refuseUnknownCodes(visit, filters)
  const { facets } = list
  return {
    rows: list.rows.map((row) => organizationRow(visit, row)),
    total: list.total,
    next: list.next,
    facets: facetsOf(visit, [
      { naming: { name: 'type' }, counts: facets.type },
      { naming: { name: 'region' }, counts: facets.region },
      { naming: { name: 'country' }, counts: facets.country },
      { naming: { name: 'membership', value: nameMembership }, counts: facets.membership },
      { naming: { name: 'state', value: nameState }, counts: facets.state },
    ]),
  }
}

const nameMembership = ({ t }: Pick<Visit, 't'>, value: string) =>
  t(`organizations.membership.${value as (typeof membershipKinds)[number]}`)

const nameState = ({ t }: Pick<Visit, 't'>, value: string) =>
  t(`state.organization.${value as (typeof organizationStates)[number]}`)

async function refuseUnknownCodes(
  { db }: Visit,
  asked: { type?: string; country?: string; region?: string },
) {
  const { types, countries, regions } = await codesOfOrganizations(db)
  refuseUnknown([
    { field: 'type', value: asked.type, valid: types },
    { field: 'country', value: asked.country, valid: countries },
    { field: 'region', value: asked.region, valid: regions },
  ])
}

async function readOne(visit: Visit, { organization = '' }: PathParameters) {
  const { db, actor, now } = visit
  const row = await organizationById(db, actor, organization)
  if (row === null) return null
  const seesPeople = may(organizationRights, 'see-people', actor, asThing(row))
  const holders = await holdersOf(db, organizationScope(row.id), { today: dayOf(now), seesPeople })
  const successor = row.successor
  const names = successor === null ? null : await organizationNames(db, actor, [successor])
  const name = successor === null ? undefined : names?.get(successor)
  const seesDomains = may(organizationRights, 'list-domain', actor, asThing(row))
  return organizationRecord(visit, {
    row,
    holders,
    successor: successor !== null && name ? { id: successor, name } : null,
    domains: seesDomains ? await domainsOf(db, row.id) : null,
  })
}

const columns: Column<OrganizationRowRecord>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'name', value: (row) => row.name.text },
  { name: 'name_language', value: (row) => row.name.language },
  { name: 'acronym', value: (row) => row.acronym },
  { name: 'stakeholder_type', value: (row) => row.type.code },
  { name: 'stakeholder_type_label', value: (row) => row.type.label?.text },
  { name: 'country', value: (row) => row.country?.code },
  { name: 'country_name', value: (row) => row.country?.label?.text },
  { name: 'itu_region', value: (row) => row.region?.code },
  { name: 'itu_region_name', value: (row) => row.region?.label?.text },
  { name: 'membership', value: (row) => row.membership.code },
  { name: 'membership_label', value: (row) => row.membership.label },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'website', value: (row) => row.website },
  { name: 'ror', value: (row) => row.ror },
  { name: 'iati', value: (row) => row.iati },
  { name: 'example', value: (row) => row.example },
]
