import fs from 'node:fs'
import { z } from 'zod'
import { grantedRoles } from './access/actor.ts'

/** A provider of identities (OpenID Connect) that the operator trusts, as the file of OIDC_PROVIDERS describes it. */
export type IdentityProvider = z.infer<typeof provider>

const roleOfClaim = z.strictObject({
  claim: z.string().min(1),
  value: z.string().min(1),
  role: z.enum(grantedRoles),
  scope: z
    .templateLiteral([z.enum(['body', 'organization', 'action-line', 'region']), ':', z.string().min(1)])
    .nullable()
    .default(null),
})

const provider = z.strictObject({
  /** Stands in addresses and in the database, so it never changes. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be small letters, digits and hyphens'),
  /** As people know it: 'ITU account'. */
  name: z.string().min(1).max(60),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  scopes: z.array(z.string()).default(['openid', 'email', 'profile']),
  /** Which roles follow from what the provider says: whoever has the value in the claim holds the role. */
  roles: z.array(roleOfClaim).default([]),
  /** For providers that send no email_verified because every address of theirs is. */
  vouchesForEmail: z.boolean().default(false),
})

const providers = z
  .array(provider)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two providers have the same id')

/** Reads the file; a sentence names the first thing that is wrong with it. */
export function readIdentityProviders(file: string): IdentityProvider[] | { problem: string } {
  let content: unknown
  try {
    content = JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    return { problem: `OIDC_PROVIDERS must name a file of JSON: ${(error as Error).message}` }
  }
  const read = providers.safeParse(content)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = issue?.path.join('.') || 'the list'
  return { problem: `OIDC_PROVIDERS: in ${file}, ${place}: ${issue?.message}` }
}
