import { randomUUID } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import { Refusal } from '../errors.ts'
import type { Db } from '../database/tables.ts'
import type { LanguageCode } from '../languages.ts'
import type { Translate } from '../messages.ts'
import type { Module } from '../module.ts'
import type { Settings } from '../settings.ts'
import { addressOf, takeApart } from './address.ts'
import { AnswerCache, type Answer } from './answer.ts'
import { clientAddress } from './client-address.ts'
import type { Layout } from './layout.ts'
import { preferredLanguage } from './negotiate.ts'
import { openApiAnswer } from './openapi.ts'
import { problemOf } from './problem.ts'
import { Resources } from './resources.ts'
import { openReads, securityHeaders } from './security.ts'
import { robots, sitemap } from './sitemap.ts'
import type { Visit } from './visit.ts'

export type AppParts = {
  db: Db
  settings: Settings
  modules: readonly Module[]
  translate: Record<LanguageCode, Translate>
  layout: Layout
  /** The present time; tests give their own. */
  now: () => Date
  /** Changes whenever what the public may see has changed; asked at most once a second. */
  contentVersion: () => Promise<string>
  log: (line: Record<string, unknown>) => void
}

export type App = {
  fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  resources: Resources
}

/** The whole application as one value: give it a Request, it gives a Response. */
export function createApp(parts: AppParts): App {
  const resources = new Resources(parts.translate)
  for (const module of parts.modules) module.routes?.(resources)
  const cache = new AnswerCache()
  const assets = new AnswerCache()
  const app = new Hono()

  app.use(securityHeaders(parts.settings.publicUrl))
  app.use(openReads)
  app.get('/health', async (c) => {
    await parts.contentVersion()
    return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' })
  })
  app.get('/assets/:file', (c) =>
    assets.answer(c, { version: '', now: parts.now() }, async () => parts.layout.asset(c.req.path)),
  )
  app.use(limitRate(parts))
  app.get('/robots.txt', (c) => c.text(robots(parts.settings)))
  const kept = async (c: Context, write: () => Promise<Answer>) =>
    cache.answer(c, { version: await parts.contentVersion(), now: parts.now() }, write)
  app.get('/sitemap.xml', (c) => kept(c, () => sitemap(parts, resources)))
  app.get('/api/openapi.json', (c) => kept(c, () => openApiAnswer(resources, parts.settings)))
  app.get('*', async (c) => {
    const address = takeApart(new URL(c.req.url).pathname)
    if (address.language === null) return toLanguage(c)
    return resources.answer(c, {
      ...parts,
      cache,
      visit: visitOf(c, parts, address.language, address.path),
      ending: address.ending,
    })
  })
  app.notFound((c) => refuse(c, parts, new Refusal(404, 'error.not-found')))
  app.onError((error, c) => refuse(c, parts, error))
  return { fetch: (request, env) => app.fetch(request, env), resources }
}

function visitOf(c: Context, parts: AppParts, language: LanguageCode, path: string): Visit {
  const { db, settings, translate } = parts
  const query = new URL(c.req.url).searchParams
  return { db, settings, language, t: translate[language], now: parts.now(), path, query }
}

/** An address without a language leads to the same one in the reader's language, where it exists in any. */
function toLanguage(c: Context) {
  const { pathname, search } = new URL(c.req.url)
  const target = `/${preferredLanguage(c)}${pathname === '/' ? '' : pathname}${search}`
  c.header('Vary', 'Accept-Language')
  c.header('Cache-Control', 'no-store')
  return c.redirect(target, 302)
}

function limitRate({ settings }: AppParts) {
  return rateLimiter({
    windowMs: 60_000,
    limit: settings.requestsPerMinute,
    standardHeaders: 'draft-7',
    keyGenerator: (c) => clientAddress(c as unknown as Context, settings.trustedProxies),
    handler: () => {
      throw new Refusal(429, 'error.too-many')
    },
  })
}

/** The one place where a failure becomes an answer: the reader's language, the form asked for, nothing private. */
async function refuse(c: Context, parts: AppParts, error: Error): Promise<Response> {
  const { language, path, ending } = takeApart(new URL(c.req.url).pathname)
  const code = language ?? preferredLanguage(c)
  const t = parts.translate[code]
  const wantsData = ending !== null || path.startsWith('/api/')
  c.header('Cache-Control', 'no-store')
  if (error instanceof Refusal) {
    const problem = problemOf(error, t)
    if (wantsData)
      return c.body(JSON.stringify(problem), error.status, { 'Content-Type': 'application/problem+json' })
    return c.html(parts.layout.refusal(visitOf(c, parts, code, path), error, problem), error.status)
  }
  const reference = randomUUID().slice(0, 8)
  parts.log({
    level: 'error',
    reference,
    method: c.req.method,
    path: new URL(c.req.url).pathname,
    error: error.stack ?? String(error),
  })
  const problem = { type: 'about:blank', title: t('error.internal', { reference }), status: 500, reference }
  if (wantsData) return c.body(JSON.stringify(problem), 500, { 'Content-Type': 'application/problem+json' })
  return c.html(parts.layout.failure(visitOf(c, parts, code, path), reference), 500)
}

export const canonicalAddress = (visit: Visit) =>
  visit.settings.publicUrl + addressOf(visit.language, visit.path, visit.query)
