import { z } from 'zod'
import { visibilities } from '#platform/access/visibility.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import { iatiFrom, rorFrom } from './identifiers.ts'
import {
  membershipKinds,
  type OrganizationFields,
  type OrganizationRow,
  type OrganizationStanding,
} from './organization.ts'

const short = z.string().max(200, rule('rule.short-text'))

/** What the form of an organization sends. The last two are for those who may classify. */
export const organizationFields = z.strictObject({
  'name-ar': short.optional(),
  'name-zh': short.optional(),
  'name-en': short.optional(),
  'name-fr': short.optional(),
  'name-ru': short.optional(),
  'name-es': short.optional(),
  acronym: z.string().max(40, rule('rule.acronym')).optional(),
  type: z.string().max(80, rule('rule.short-text')),
  country: z.string().max(80, rule('rule.short-text')).optional(),
  region: z.string().max(80, rule('rule.short-text')).optional(),
  website: short.optional(),
  ror: short.optional(),
  iati: short.optional(),
  membership: z.enum(membershipKinds).optional(),
  visibility: z.enum(visibilities).optional(),
})

export type Sent = z.infer<typeof organizationFields>

export const fieldsOf = (sent: Sent): OrganizationFields => ({
  name: Object.fromEntries(
    languageCodes.flatMap((code) => {
      const name = sent[`name-${code}`]
      return name === undefined ? [] : [[code, name]]
    }),
  ),
  acronym: sent.acronym ?? null,
  stakeholderType: sent.type,
  country: sent.country ?? null,
  region: sent.region ?? null,
  website: sent.website ?? null,
  // What is none is kept as it was typed, so that the form can say so.
  ror: sent.ror === undefined ? null : (rorFrom(sent.ror) ?? sent.ror),
  iati: sent.iati === undefined ? null : (iatiFrom(sent.iati) ?? sent.iati),
})

/** Undefined when neither was sent; what is missing of the two stays as it is. */
export const standingOf = (
  { membership, visibility }: Sent,
  present: OrganizationStanding,
): OrganizationStanding | undefined =>
  membership === undefined && visibility === undefined
    ? undefined
    : { membership: membership ?? present.membership, visibility: visibility ?? present.visibility }

export const newStanding: OrganizationStanding = { membership: 'none', visibility: 'public' }

/** What stands in the form before somebody types. */
export const presentOf = (row: OrganizationRow): Record<string, string> => ({
  ...Object.fromEntries(languageCodes.map((code) => [`name-${code}`, row.name[code] ?? ''])),
  acronym: row.acronym ?? '',
  type: row.stakeholderType,
  country: row.country ?? '',
  region: row.country === null ? (row.region ?? '') : '',
  website: row.website ?? '',
  ror: row.ror ?? '',
  iati: row.iati ?? '',
  membership: row.membership,
  visibility: row.visibility,
})
