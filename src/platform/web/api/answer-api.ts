import type { Context } from 'hono'
import { Forbidden } from '../../access/rights.ts'
import { notFound, Refusal } from '../../errors.ts'
import { instantAskedFor, asOfParameter } from '../../past/as-of.ts'
import { sendFresh, type Answer, type AnswerCache } from '../answer.ts'
import { openPast } from '../answer-past.ts'
import { checkQuery } from '../problem.ts'
import type { PathParameters } from '../site.ts'
import type { Visit } from '../visit.ts'
import { apiRoot, type ApiAnswer, type Bearer } from './api-resource.ts'
import { ownParameters } from './api-query.ts'
import type { AnyRead, ApiRoutes, Method } from './api-routes.ts'
import { takeWrite } from './take-write.ts'

export type ApiParts = {
  routes: ApiRoutes
  cache: AnswerCache
  contentVersion: () => Promise<string>
  /** The address after `/api/v1`, the language of labels, whoever asks. */
  visit: Visit
  bearer: Bearer | null
}

/** Answers whatever is asked under `/api/v1`. */
export async function answerApi(c: Context, parts: ApiParts): Promise<Response> {
  const found = parts.routes.find(parts.visit.path)
  if (found === null) throw notFound()
  const { methods, parameters } = found
  const method = (c.req.method === 'HEAD' ? 'GET' : c.req.method) as Method
  if (method === 'GET' && methods.GET) return refusingVisitors(c, give(c, parts, methods.GET, parameters))
  const write = method === 'GET' ? undefined : methods[method]
  if (write) return refusingVisitors(c, takeWrite(c, write, { ...parts, parameters }))
  c.header('Allow', [...(methods.GET ? ['GET', 'HEAD'] : []), ...offered(methods), 'OPTIONS'].join(', '))
  throw new Refusal(405, 'error.method')
}

const offered = (methods: object): Method[] => (['POST', 'PUT'] as const).filter((one) => one in methods)

/** The same bytes for everybody who asks without a token; with one, for that person alone. */
async function give(c: Context, parts: ApiParts, read: AnyRead, parameters: PathParameters) {
  const { visit, bearer } = parts
  const instant = instantAskedFor(visit.query, visit.now)
  const past = instant === null ? null : await openPast(c, visit, instant)
  const answered = (then: Visit) => readApi(then, read, parameters)
  const asked = () => (past ? past(answered) : answered(visit))
  if (bearer === null || past !== null) {
    const moment = { version: await parts.contentVersion(), now: visit.now, variant: visit.language }
    return parts.cache.answer(c, moment, async () => written(visit, await asked()))
  }
  const answer = await asked()
  const response = await sendFresh(c, written(visit, answer))
  if (answer.revision !== undefined) response.headers.set('ETag', etagOf(answer.revision))
  return response
}

/** The kept answer to a visitor who asks for what is now; null when no such read is there, a refusal when it refuses. */
export async function storedForVisitor(
  { routes, cache, contentVersion, visit }: Omit<ApiParts, 'bearer'>,
  address: Pick<URL, 'pathname' | 'search'>,
) {
  const found = routes.find(visit.path)
  const read = found?.methods.GET
  if (!found || !read || visit.query.has(asOfParameter)) return null
  const moment = { version: await contentVersion(), now: visit.now, variant: visit.language }
  return cache.stored(address, moment, async () =>
    written(visit, await readApi(visit, read, found.parameters)),
  )
}

async function readApi(visit: Visit, read: AnyRead, parameters: PathParameters): Promise<ApiAnswer<unknown>> {
  const own = ownParameters(visit.query, read.repeated)
  const checked = checkQuery(read.query, own)
  own.delete(asOfParameter)
  const answer = await read.read({ ...visit, query: own }, checked, parameters)
  if (answer === null) throw notFound()
  return answer
}

function written(visit: Visit, { next, ...answer }: ApiAnswer<unknown>): Answer {
  const headers: Record<string, string> = {
    'Content-Language': visit.language,
    Vary: 'Accept-Encoding, Accept-Language, Authorization',
  }
  const body = 'written' in answer ? answer.written : JSON.stringify(answer.body)
  if (next) headers['Link'] = `<${addressOfPage(visit, next)}>; rel="next"`
  return { status: 200, type: 'application/json; charset=utf-8', body, headers }
}

function addressOfPage({ settings, path, query }: Visit, cursor: string): string {
  const further = new URLSearchParams(query)
  further.set('cursor', cursor)
  return `${settings.publicUrl}${apiRoot}${path}?${further.toString()}`
}

export const etagOf = (revision: number): string => `"${revision}"`

/** Whoever sends no token may be allowed with one. */
export function tokenWanted(c: Context): Refusal {
  c.header('WWW-Authenticate', 'Bearer realm="Actionline"')
  return new Refusal(401, 'api.token.missing')
}

async function refusingVisitors(c: Context, answer: Promise<Response>): Promise<Response> {
  try {
    return await answer
  } catch (error) {
    // What pages answer with a way to sign in.
    if (error instanceof Forbidden && error.refused.why === 'signed-out') throw tokenWanted(c)
    throw error
  }
}
