import { z } from 'zod'
import { grantedRoles } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import { visibilities } from '#platform/access/visibility.ts'
import { languageCodes, type Translated } from '#platform/languages.ts'
import { codedShape, named, said, saidShape, tagShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Holder } from '../roles/holder-queries.ts'
import type { NamedOrganization } from './organization-queries.ts'
import { organizationRights } from './organization-rights.ts'
import { asThing, membershipKinds, organizationStates } from './organization.ts'

/** An organization in the list. */
export const organizationRowShape = z.object({
  id: z.string(),
  name: saidShape,
  acronym: z.string().nullable(),
  type: tagShape,
  country: tagShape.nullable(),
  region: tagShape.nullable(),
  membership: codedShape(membershipKinds),
  state: codedShape(organizationStates),
  website: z.string().nullable(),
  ror: z.string().nullable(),
  iati: z.string().nullable(),
  /** Invented, for the example world. */
  example: z.boolean(),
})

export type OrganizationRowRecord = z.infer<typeof organizationRowShape>

export const organizationRow = (
  reader: Pick<Visit, 'language' | 't'>,
  row: NamedOrganization,
): OrganizationRowRecord => ({
  id: row.id,
  name: named(reader, row.name, row.id),
  acronym: row.acronym,
  type: { code: row.stakeholderType, label: said(reader, row.typeName ?? {}) },
  country: tagOf(reader, row.country, row.countryName),
  region: tagOf(reader, row.region, row.regionName),
  membership: { code: row.membership, label: reader.t(`organizations.membership.${row.membership}`) },
  state: { code: row.state, label: reader.t(`state.organization.${row.state}`) },
  website: row.website,
  ror: row.ror,
  iati: row.iati,
  example: row.isExample,
})

const holderShape = z.object({
  /** Of the role; only for those who may know who holds it. */
  id: z.string().nullable(),
  name: z.string(),
  ownName: z.string().nullable(),
  role: codedShape(grantedRoles),
  from: z.string(),
  to: z.string().nullable(),
})

/** One organization with all its names, and those of its people whose names the reader may know. */
export const organizationShape = organizationRowShape.extend({
  names: z.partialRecord(z.enum(languageCodes), z.string()),
  visibility: codedShape(visibilities),
  /** The organization that has taken its place, if the reader may see that one. */
  successor: z.object({ id: z.string(), name: saidShape }).nullable(),
  revision: z.int(),
  /** Whether the reader has proposed it. */
  isOwn: z.boolean(),
  people: z.array(holderShape),
  /** Only for those who look after them. */
  domains: z.array(z.object({ domain: z.string(), verified: z.boolean() })).nullable(),
})

export type OrganizationRecord = z.infer<typeof organizationShape>

/** What a page needs besides the shape to offer what can be done. */
export type OrganizationFound = {
  row: NamedOrganization
  successor: { id: string; name: Translated } | null
  holders: Holder[]
  domains: { domain: string; verified_at: Date | null }[] | null
}

export const organizationRecord = (
  reader: Pick<Visit, 'language' | 't' | 'actor'>,
  { row, successor, holders, domains }: OrganizationFound,
): OrganizationRecord => ({
  ...organizationRow(reader, row),
  names: row.name,
  visibility: { code: row.visibility, label: reader.t(`visibility.${row.visibility}`) },
  successor: successor && { id: successor.id, name: named(reader, successor.name, successor.id) },
  revision: row.revision,
  isOwn: reader.actor.person !== null && row.proposedBy === reader.actor.person,
  people: holders.map((holder) => ({
    id: holder.person === null ? null : holder.id,
    name: holder.name,
    ownName: holder.ownName,
    role: { code: holder.role, label: reader.t(`role.${holder.role}`) },
    from: holder.from,
    to: holder.to,
  })),
  domains: domains && domains.map(({ domain, verified_at }) => ({ domain, verified: verified_at !== null })),
})

/** What the reader may do with an organization: what the page offers. */
export const offersOf = ({ actor }: Pick<Visit, 'actor'>, record: OrganizationRecord) => {
  const thing = asThing({
    id: record.id,
    state: record.state.code,
    region: record.region?.code ?? null,
    proposedBy: record.isOwn ? (actor.person ?? '') : '',
  })
  const offered = (action: keyof typeof organizationRights.actions) =>
    may(organizationRights, action, actor, thing)
  return {
    edit: offered('edit'),
    approve: offered('approve'),
    merge: offered('merge'),
    close: offered('close'),
    domains: offered('list-domain'),
    claim: offered('claim'),
  }
}

const tagOf = (reader: Pick<Visit, 'language'>, code: string | null, name: Translated | null) =>
  code === null ? null : { code, label: said(reader, name ?? {}) }
