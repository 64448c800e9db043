import { randomUUID } from 'node:crypto'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getAdapter } from 'better-auth/db/adapter'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { z } from 'zod'
import type { Db } from '#platform/database/tables.ts'
import { oneLine } from '#platform/mail/header-text.ts'
import { discreetStorage } from './discreet-storage.ts'
import { addressHeader } from './engine.ts'
import { longestPassword, shortestPassword } from './password-rule.ts'
import type { IdentityProvider } from '#platform/identity-providers.ts'
import { claimsOf, comingBack } from './claims.ts'
import { confirmPerson, dropUnprovenAccess, recordArrival } from './person-commands.ts'
import { providerPaths } from './sign-in-paths.ts'

export type Library = Awaited<ReturnType<typeof openLibrary>>

const sessionDays = 14

type Parts = { db: Db; secret: string; publicUrl: string; providers: readonly IdentityProvider[] }

/**
 * The library of sign-in over our tables. Nothing outside of this folder sees it: pages call the functions of
 * `authentication.ts`. It sends no mail, counts nothing and asks nobody but the providers.
 */
export async function openLibrary(parts: Parts) {
  const options = optionsOf(parts)
  const storage = await getAdapter({ ...options, database: { db: parts.db, type: 'postgres' } })
  return betterAuth({ ...options, database: () => discreetStorage(storage) })
}

const optionsOf = ({ db, secret, publicUrl, providers }: Parts) =>
  ({
    appName: 'Actionline',
    baseURL: publicUrl,
    basePath: '/sign-in/with',
    trustedOrigins: [publicUrl],
    secret,
    telemetry: { enabled: false },
    // Its log would hold addresses of people.
    logger: { disabled: true },
    // Calls from the program pass by its limits anyway; ours are in `limits.ts`.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    session: {
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
      ...sessionColumns,
    },
    user: personColumns,
    account: {
      ...credentialColumns,
      storeStateStrategy: 'cookie',
      // An account that nobody has confirmed goes to whom the provider vouches for; see the hook below.
      accountLinking: { enabled: true, requireLocalEmailVerified: false, disableImplicitLinking: false },
    },
    databaseHooks: {
      user: {
        create: {
          after: async ({ id }) => db.transaction().execute((tx) => recordArrival(tx, id, new Date())),
        },
      },
      // Whoever signed up with the address of another, without its mailbox, has set a password that must not stay.
      account: { create: { after: async ({ userId }) => vouchedFor(db, userId) } },
    },
    verification: { ...verificationColumns, storeIdentifier: 'hashed' },
    advanced: {
      ...cookiesFor(publicUrl),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
    plugins: [
      twoFactor({ issuer: 'Actionline', allowPasswordless: true, schema: secondFactorColumns }),
      genericOAuth({ config: providers.map((provider) => providerOptions(provider, publicUrl)) }),
      doors(),
    ],
  }) satisfies BetterAuthOptions

/** A provider opens an account only with an address that it vouches for, so this proves the address. */
const vouchedFor = (db: Db, person: string) =>
  db.transaction().execute(async (tx) => {
    await dropUnprovenAccess(tx, person)
    await confirmPerson(tx, person, new Date())
  })

/** `__Host-`: no other host of the domain can set or read it, and it never travels without TLS. */
function cookiesFor(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  return {
    useSecureCookies: false,
    cookiePrefix: secure ? '__Host-actionline' : 'actionline',
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
  } as const
}

const providerOptions = (provider: IdentityProvider, publicUrl: string) => ({
  providerId: provider.id,
  name: provider.name,
  discoveryUrl: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  scopes: provider.scopes,
  pkce: true,
  requireIdTokenVerification: true,
  redirectURI: `${publicUrl}${providerPaths.back(provider.id)}`,
  mapProfileToUser: (profile: Record<string, unknown>) => {
    const visit = comingBack.getStore()
    if (visit) visit.claims = claimsOf(provider, profile)
    const isProven = provider.vouchesForEmail || String(profile['email_verified']) === 'true'
    return {
      // An address that nobody has proven is no address: somebody else could have typed it there.
      email: isProven ? String(profile['email'] ?? '') : '',
      emailVerified: isProven,
      name: oneLine(String(profile['name'] ?? profile['email'] ?? ''), 200),
      language: visit?.language ?? 'en',
    }
  },
})

/** Ways in that the library does not have: whoever has opened a link of a mail, or shown a passkey. */
function doors() {
  const body = z.object({ person: z.string() })
  return {
    id: 'doors',
    endpoints: {
      /** Asks for the second factor when there is one: the library does so after sign-ins at this address of its own. */
      enter: createAuthEndpoint(
        '/sign-in/username',
        { method: 'POST', body, requireHeaders: true, metadata: { SERVER_ONLY: true } },
        async (ctx) => open(ctx, ctx.body.person),
      ),
      /** For who has shown two factors already: a passkey is something one has, opened by what one knows or is. */
      enterWithPasskey: createAuthEndpoint(
        '/sign-in/passkey',
        { method: 'POST', body, requireHeaders: true, metadata: { SERVER_ONLY: true } },
        async (ctx) => open(ctx, ctx.body.person),
      ),
    },
  }
}

async function open(ctx: Parameters<typeof setSessionCookie>[0], person: string) {
  const user = await ctx.context.internalAdapter.findUserById(person)
  if (!user) return ctx.json({ opened: false })
  const session = await ctx.context.internalAdapter.createSession(person)
  await setSessionCookie(ctx, { session, user })
  return ctx.json({ opened: true })
}

const personColumns = {
  modelName: 'people',
  fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  additionalFields: { language: { type: 'string', required: false, defaultValue: 'en' } },
} as const

const sessionColumns = {
  modelName: 'sessions',
  fields: {
    userId: 'person',
    token: 'token_digest',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
} as const

const credentialColumns = {
  modelName: 'credentials',
  fields: {
    userId: 'person',
    accountId: 'subject',
    providerId: 'provider',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const

const verificationColumns = {
  modelName: 'verifications',
  fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
} as const

const secondFactorColumns = {
  user: { fields: { twoFactorEnabled: 'second_factor' } },
  twoFactor: {
    modelName: 'second_factors',
    fields: {
      userId: 'person',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_count',
      lockedUntil: 'locked_until',
    },
  },
} as const
