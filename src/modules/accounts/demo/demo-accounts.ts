import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { grantedRoles } from '#platform/access/actor.ts'
import { visibilities } from '#platform/access/visibility.ts'
import { languageCodes } from '#platform/languages.ts'
import { membershipKinds } from '../organizations/organization.ts'

const organization = z.strictObject({
  key: z.string(),
  name: z.partialRecord(z.enum(languageCodes), z.string()),
  acronym: z.string().optional(),
  type: z.string(),
  country: z.string().optional(),
  region: z.string().optional(),
  website: z.string(),
  membership: z.enum(membershipKinds),
  visibility: z.enum(visibilities).default('public'),
  domains: z.array(z.string()),
  /** Proposed, and not yet decided on. */
  waits: z.boolean().default(false),
})

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  ownName: z.string().optional(),
  language: z.enum(languageCodes),
  email: z.string().endsWith('.example'),
  isPublic: z.boolean().default(false),
  roles: z.array(
    z.strictObject({
      role: z.enum(grantedRoles),
      scope: z.templateLiteral([z.enum(['body', 'action-line', 'region']), ':', z.string()]).optional(),
      organization: z.string().optional(),
    }),
  ),
  /** Key of the organization that they ask to act for. */
  asks: z.string().optional(),
})

const accounts = z.strictObject({
  note: z.string(),
  organizations: z.array(organization),
  people: z.array(person),
})

export type DemoOrganization = z.infer<typeof organization>
export type DemoPerson = z.infer<typeof person>

/** The invented organizations and people of the example world. */
export const readDemoAccounts = (): z.infer<typeof accounts> =>
  accounts.parse(
    JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../../../demo/accounts.json'), 'utf8')),
  )
