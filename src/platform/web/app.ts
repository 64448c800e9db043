import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { visitor, type Actor } from '../access/actor.ts'
import { Forbidden } from '../access/rights.ts'
import { Refusal } from '../errors.ts'
import type { Db } from '../database/tables.ts'
import { isLanguageCode, type LanguageCode } from '../languages.ts'
import type { MessageKey, Translate } from '../messages.ts'
import type { Module } from '../module.ts'
import type { Search } from '../search/feeding/search-feed.ts'
import type { Settings } from '../settings.ts'
import { addressOf, takeApart } from './address.ts'
import { answerApi } from './api/answer-api.ts'
import { bearerOf } from './api/bearer.ts'
import { languageAsked } from './api/api-query.ts'
import { apiRoot, isOfApi, type Bearer } from './api/api-resource.ts'
import { AnswerCache, type Answer } from './answer.ts'
import { heldPicture } from './held-picture.ts'
import type { Layout } from './layout.ts'
import { answerPlain } from './plain-resource.ts'
import { loggedPath } from './logged-path.ts'
import { preferredLanguage } from './negotiate.ts'
import { openApiAnswer } from './openapi.ts'
import { problemOf } from './problem.ts'
import { countRequests } from './request-count.ts'
import { quickReads, type QuickRead } from './quick-reads.ts'
import { Resources } from './resources.ts'
import { openReads, securityHeaders } from './security.ts'
import { formToken, giveVisitorSecret, holderOfSession, visitorSecret } from './form-token.ts'
import { SentAgain } from './sent-again.ts'
import { signingKey } from './signing-key-commands.ts'
import { robots, sitemap, sitemapFile } from './sitemap.ts'
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
  search: Search
  /** Who sends a request: the person with their roles, and the session that their forms belong to. Null for a visitor. */
  identify: (request: Request, now: Date) => Promise<Identity | null>
  /** Who sends a request with a token; null when it is of nobody, or good no more. */
  bearer: (token: string, now: Date) => Promise<Bearer | null>
}

export type Identity = { actor: Actor; session: string }

export type App = {
  fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  /** Answers at once what was asked for lately; false when it did not. */
  sendAgain: SentAgain['send']
  readQuickly: QuickRead
  resources: Resources
}

/** The whole application as one value: give it a Request, it gives a Response. */
export function createApp(parts: AppParts): App {
  const resources = new Resources(parts.translate, parts.modules)
  resources.picture(heldPicture)
  for (const module of parts.modules) module.routes?.(resources, parts.modules)
  const count = countRequests(parts.settings)
  const again = new SentAgain({ count, now: parts.now, trustedProxies: parts.settings.trustedProxies })
  const cache = new AnswerCache(again.offer)
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
  app.get('/worker.js', (c) =>
    assets.answer(c, { version: '', now: parts.now() }, async () => parts.layout.worker()),
  )
  app.use(count.limit)
  app.get('/robots.txt', (c) => c.text(robots(parts.settings)))
  const kept = async (c: Context, write: () => Promise<Answer>) =>
    cache.answer(c, { version: await parts.contentVersion(), now: parts.now() }, write)
  app.get('/sitemap.xml', (c) => kept(c, () => sitemap(parts, resources)))
  app.get('/:file{sitemap-[0-9]{1,6}\\.xml}', (c) =>
    kept(c, () => sitemapFile(parts, resources, Number(/[0-9]+/.exec(c.req.path)?.[0]))),
  )
  app.get('/api/openapi.json', (c) => kept(c, () => openApiAnswer(resources, parts.settings)))
  app.on(['GET', 'POST', 'PUT'], `${apiRoot}/*`, async (c) => {
    const bearer = await bearerOf(c, parts)
    const url = new URL(c.req.url)
    const language = languageAsked(url.searchParams) ?? preferredLanguage(c)
    const identity = bearer && { actor: bearer.actor, session: null }
    const visit = visitOf(url, parts, { language, path: url.pathname.slice(apiRoot.length), identity })
    return answerApi(c, { ...parts, routes: resources.api, cache, visit, bearer })
  })
  for (const plain of resources.plains)
    app.on(['GET', 'POST'], plain.path, (c) => answerPlain(c, plain, parts, kept))
  app.on(['GET', 'POST'], '*', (c) => answerPage(c, parts, { resources, cache }))
  app.notFound((c) => refuse(c, parts, new Refusal(404, 'error.not-found')))
  app.onError((error, c) => refuse(c, parts, error))
  const fetch: App['fetch'] = async (request, env) => {
    const response = await app.fetch(request, env)
    const { incoming } = (env ?? {}) as Partial<HttpBindings>
    if (incoming) again.keep(request, response, incoming)
    return response
  }
  const readQuickly = quickReads({
    ...parts.settings,
    ...{ layout: parts.layout, pages: resources, routes: resources.api },
    ...{ cache, again, count, contentVersion: parts.contentVersion },
    visit: (url, language, path) => visitOf(url, parts, { language, path, identity: null }),
  })
  return { fetch, sendAgain: again.send, readQuickly, resources }
}

async function answerPage(
  c: Context,
  parts: AppParts,
  { resources, cache }: { resources: Resources; cache: AnswerCache },
): Promise<Response> {
  const address = takeApart(new URL(c.req.url).pathname)
  if (address.language === null) {
    if (c.req.method === 'POST') throw new Refusal(404, 'error.not-found')
    return toLanguage(c)
  }
  const identity = await identityOf(c, parts)
  const { holder, tokenKey } = await holderOf(c, parts, identity, resources.isForm(address.path))
  const visit = visitOf(new URL(c.req.url), parts, { ...address, language: address.language, identity })
  return resources.answer(c, {
    ...parts,
    cache,
    holder,
    tokenKey,
    visit: { ...visit, formToken: holder === null ? null : formToken(tokenKey, holder) },
    ending: address.ending,
  })
}

type Asked = {
  language: LanguageCode
  path: string
  identity: { actor: Actor; session: string | null } | null
}

function visitOf({ searchParams }: URL, parts: AppParts, { language, path, identity }: Asked): Visit {
  const { db, settings, translate, log, search } = parts
  const t = translate[language]
  const query = new URLSearchParams(searchParams)
  const done = query.get('done')
  query.delete('done')
  const { actor, session } = identity ?? { actor: visitor, session: null }
  return {
    db,
    actor,
    session,
    settings,
    search,
    log,
    language,
    t,
    now: parts.now(),
    path,
    query,
    formToken: null,
    done: actor.person !== null && done !== null && isDone(t, done) ? done : null,
  }
}

/** What was just done is told by a key in the address; anything else there is passed over. */
const isDone = (
  t: Translate,
  key: string,
): key is Extract<MessageKey, `done.${string}` | `${string}.done.${string}`> =>
  /^(?:[a-z-]+\.)?done\.[a-z.-]+$/.test(key) && t.knows(key)

const identities = new WeakMap<Request, Promise<Identity | null>>()

/** Asked once a request, also when it ends in a refusal. */
function identityOf(c: Context, { identify, now }: AppParts): Promise<Identity | null> {
  const known = identities.get(c.req.raw) ?? identify(c.req.raw, now())
  identities.set(c.req.raw, known)
  return known
}

/** Whose the forms of this answer are. A visitor gets a secret of their own only where there is a form to send. */
async function holderOf(c: Context, parts: AppParts, identity: Identity | null, hasForm: boolean) {
  if (identity === null && !hasForm) return { holder: null, tokenKey: new Uint8Array() }
  const tokenKey = await signingKey(parts.db, 'forms')
  if (identity !== null) return { holder: holderOfSession(identity.session), tokenKey }
  const secret = visitorSecret(c, parts.settings)
  if (secret !== null) return { holder: `visitor ${secret}`, tokenKey }
  return { holder: `visitor ${giveVisitorSecret(c, parts.settings)}`, tokenKey }
}

/** An address without a language leads to the same one in the reader's language, where it exists in any. */
function toLanguage(c: Context) {
  const { pathname, search } = new URL(c.req.url)
  const target = `/${preferredLanguage(c)}${pathname === '/' ? '' : pathname}${search}`
  c.header('Vary', 'Accept-Language')
  c.header('Cache-Control', 'no-store')
  return c.redirect(target, 302)
}

/** The one place where a failure becomes an answer: the reader's language, the form asked for, nothing private. */
async function refuse(c: Context, parts: AppParts, error: Error): Promise<Response> {
  const { language, path, ending } = takeApart(new URL(c.req.url).pathname)
  const isApi = isOfApi(path)
  const code = language ?? (isApi ? languageOfRefusal(c) : preferredLanguage(c))
  const t = parts.translate[code]
  const wantsData = ending !== null || path.startsWith('/api/')
  c.header('Cache-Control', 'no-store')
  if (
    !wantsData &&
    c.req.method === 'GET' &&
    error instanceof Forbidden &&
    error.refused.why === 'signed-out'
  )
    return c.redirect(addressOf(code, '/sign-in', { to: path + new URL(c.req.url).search }), 303)
  // A failure to tell who asks must not hide the failure that is being told.
  const identity = await (isApi ? apiIdentityOf(c, parts) : identityOf(c, parts)).catch(() => null)
  const visit = visitOf(new URL(c.req.url), parts, { language: code, path, identity })
  if (error instanceof Forbidden) noteRefused(c, parts, visit.actor, error)
  if (error instanceof Refusal) {
    const problem = problemOf(error, t)
    if (wantsData)
      return c.body(JSON.stringify(problem), error.status, { 'Content-Type': 'application/problem+json' })
    return c.html(String(parts.layout.refusal(visit, error, problem)), error.status)
  }
  const reference = randomUUID().slice(0, 8)
  parts.log({
    level: 'error',
    reference,
    method: c.req.method,
    path: loggedPath(c.req.url),
    error: error.stack ?? String(error),
  })
  const problem = { type: 'about:blank', title: t('error.internal', { reference }), status: 500, reference }
  if (wantsData) return c.body(JSON.stringify(problem), 500, { 'Content-Type': 'application/problem+json' })
  return c.html(String(parts.layout.failure(visit, reference)), 500)
}

/** Cookies count for nothing in the API. */
const apiIdentityOf = async (c: Context, parts: AppParts) => {
  const bearer = await bearerOf(c, parts)
  return bearer && { actor: bearer.actor, session: null }
}

/** An unknown language is what may be refused here. */
function languageOfRefusal(c: Context): LanguageCode {
  const asked = new URL(c.req.url).searchParams.get('language') ?? ''
  return isLanguageCode(asked) ? asked : preferredLanguage(c)
}

/** Whoever is signed in and tries what they may not: the number of the account says who, to whoever may look it up. */
function noteRefused(c: Context, { log }: AppParts, { person }: Actor, { refused }: Forbidden): void {
  if (refused.why === 'signed-out') return
  log({ level: 'info', refused: refused.why, person, method: c.req.method, path: loggedPath(c.req.url) })
}
