import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { readIdentityProviders, type IdentityProvider } from './identity-providers.ts'
import { isMailAddress } from './mail/header-text.ts'

/** What the environment decides. Parsed once, at the start; nothing else reads `process.env`. */
export type Settings = {
  host: string
  port: number
  /** Absolute folder of the embedded database; unused when `databaseUrl` is set. */
  dataDir: string
  /** postgres://… of a server or cluster; null means the embedded database. */
  databaseUrl: string | null
  /** Address under which people reach the site, without a slash at the end. */
  publicUrl: string
  /** Connections to a server at most; the embedded database has one. */
  databaseConnections: number
  /** Threads that search beside the one that answers. */
  searchThreads: number
  /** Seconds that running requests get to finish after SIGTERM. */
  stopSeconds: number
  /** Requests a minute that one address may make before it is told to wait. */
  requestsPerMinute: number
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** smtp://… or smtps://… of the mail server; null means that mails are kept. May hold a password. */
  smtpUrl: string | null
  /** Address that mails come from; never null where there is a mail server. */
  mailFrom: string | null
  /** A program that translates (LibreTranslate's interface) and its key, if it wants one; null means none is asked. */
  translator: { url: string; key: string | null } | null
  /** Where people may sign in besides here. */
  identityProviders: IdentityProvider[]
}

export class SettingsError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.name = 'SettingsError'
    this.problems = problems
  }
}

const whole = (name: string, least: number, most: number, fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      message: `${name} must be a whole number from ${least} to ${most}`,
    })
    .transform(Number)

const isWebAddress = (text: string) => {
  const address = URL.parse(text)
  return (
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.pathname === '/' &&
    address.search === '' &&
    address.hash === ''
  )
}

const isPostgresAddress = (text: string) => {
  const address = URL.parse(text)
  return address !== null && /^postgres(ql)?:$/.test(address.protocol)
}

const isMailServerAddress = (text: string) => {
  const address = URL.parse(text)
  return (
    address !== null &&
    /^smtps?:$/.test(address.protocol) &&
    address.hostname !== '' &&
    /^\/?$/.test(address.pathname) &&
    address.search === '' &&
    address.hash === '' &&
    (address.username === '') === (address.password === '')
  )
}

/** May have a path: a translator often stands behind a proxy. */
const isTranslatorAddress = (text: string) => {
  const address = URL.parse(text)
  return (
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.search === '' &&
    address.hash === '' &&
    address.username === ''
  )
}

const environment = z.object({
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((text) => /^[A-Za-z0-9.:-]+$/.test(text), {
      message: 'HOST must be a host name or an address to listen on, such as 127.0.0.1 or 0.0.0.0',
    }),
  PORT: whole('PORT', 0, 65535, 3000),
  DATA_DIR: z
    .string()
    .default('data')
    .refine((text) => text.trim() !== '', { message: 'DATA_DIR must name a folder' }),
  DATABASE_URL: z
    .string()
    .optional()
    .refine((text) => text === undefined || isPostgresAddress(text), {
      message: 'DATABASE_URL must look like postgres://user:password@host:5432/database',
    }),
  PUBLIC_URL: z
    .string()
    .optional()
    .refine((text) => text === undefined || isWebAddress(text), {
      message:
        'PUBLIC_URL must be an http or https address without a path, such as https://actionline.example.org',
    }),
  DATABASE_CONNECTIONS: whole('DATABASE_CONNECTIONS', 1, 100, 10),
  SEARCH_THREADS: whole('SEARCH_THREADS', 0, 16, Math.min(3, os.availableParallelism() - 1)),
  STOP_SECONDS: whole('STOP_SECONDS', 0, 600, 20),
  REQUESTS_PER_MINUTE: whole('REQUESTS_PER_MINUTE', 1, 1_000_000, 1200),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .refine((text) => text === '' || text.split(',').every((one) => /^[0-9A-Fa-f.:]+$/.test(one.trim())), {
      message: 'TRUSTED_PROXIES must be addresses separated by commas, such as 127.0.0.1,10.0.0.2',
    }),
  SMTP_URL: z
    .string()
    .optional()
    .refine((text) => text === undefined || isMailServerAddress(text), {
      message: 'SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465',
    }),
  MAIL_FROM: z
    .string()
    .optional()
    .refine((text) => text === undefined || isMailAddress(text), {
      message: 'MAIL_FROM must be one mail address without a name, such as actionline@example.org',
    }),
  TRANSLATE_URL: z
    .string()
    .optional()
    .refine((text) => text === undefined || isTranslatorAddress(text), {
      message: 'TRANSLATE_URL must be an http or https address, such as http://127.0.0.1:5000',
    }),
  TRANSLATE_KEY: z
    .string()
    .optional()
    .refine((text) => text === undefined || /^[\x21-\x7e]{1,200}$/.test(text), {
      message: 'TRANSLATE_KEY must be one word, as the translation program gave it',
    }),
  OIDC_PROVIDERS: z.string().optional(),
})

/** Reads the settings from an environment such as `process.env`; throws a SettingsError that names every bad value. */
export function readSettings(env: Record<string, string | undefined>, folder: string): Settings {
  const filled = Object.fromEntries(
    Object.entries(env).filter(([, text]) => text !== undefined && text !== ''),
  )
  const read = environment.safeParse(filled)
  const problems = read.success ? [] : read.error.issues.map((issue) => describe(issue, filled))
  if (filled['SMTP_URL'] !== undefined && filled['MAIL_FROM'] === undefined)
    problems.push('MAIL_FROM must be given together with SMTP_URL, such as actionline@example.org')
  if (filled['TRANSLATE_KEY'] !== undefined && filled['TRANSLATE_URL'] === undefined)
    problems.push('TRANSLATE_URL must be given together with TRANSLATE_KEY, such as http://127.0.0.1:5000')
  const file = filled['OIDC_PROVIDERS']
  const identityProviders = file === undefined ? [] : readIdentityProviders(path.resolve(folder, file))
  if ('problem' in identityProviders) problems.push(identityProviders.problem)
  if (!read.success || 'problem' in identityProviders || problems.length > 0)
    throw new SettingsError(problems)

  const { HOST, PORT, DATA_DIR, DATABASE_URL, PUBLIC_URL } = read.data
  const shownHost = HOST.includes(':') ? `[${HOST}]` : HOST
  return {
    host: HOST,
    port: PORT,
    dataDir: path.resolve(folder, DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    publicUrl: (PUBLIC_URL ?? `http://${shownHost}:${PORT}`).replace(/\/+$/, ''),
    databaseConnections: read.data.DATABASE_CONNECTIONS,
    searchThreads: read.data.SEARCH_THREADS,
    stopSeconds: read.data.STOP_SECONDS,
    requestsPerMinute: read.data.REQUESTS_PER_MINUTE,
    trustedProxies: read.data.TRUSTED_PROXIES.split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    smtpUrl: read.data.SMTP_URL ?? null,
    mailFrom: read.data.MAIL_FROM ?? null,
    translator: translatorOf(read.data),
    identityProviders,
  }
}

const translatorOf = ({ TRANSLATE_URL, TRANSLATE_KEY }: z.infer<typeof environment>) =>
  TRANSLATE_URL === undefined ? null : { url: TRANSLATE_URL.replace(/\/+$/, ''), key: TRANSLATE_KEY ?? null }

// These may hold a password, so their values are never repeated.
const mayHoldSecrets = ['DATABASE_URL', 'SMTP_URL', 'TRANSLATE_KEY']

function describe(issue: z.core.$ZodIssue, env: Record<string, string | undefined>) {
  const name = String(issue.path[0])
  return mayHoldSecrets.includes(name) ? issue.message : `${issue.message} (it is '${env[name]}')`
}
