import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Caller } from '#platform/web/form-resource.ts'
import { letIn, entranceOf } from './entering.ts'
import {
  answerOf,
  cookieSet,
  headersOf,
  now,
  refused,
  sessionCookieName,
  tokenIn,
  type Engine,
  type Entrance,
} from './engine.ts'
import { comingBack, type Claims } from './claims.ts'
import { endSessionOf } from './session-commands.ts'
import { signedInBy } from './session-queries.ts'
import { signInPaths } from './sign-in-paths.ts'

/** Where to send somebody who signs in at a provider; null when there is no such provider, or it does not answer. */
export async function leaveForProvider(
  engine: Engine,
  caller: Caller,
  provider: string,
  then: { language: LanguageCode; to: string },
): Promise<{ away: string; cookies: string[] } | null> {
  const callbackURL = `${engine.publicUrl}/${then.language}${encodeURI(then.to)}`
  const errorCallbackURL = `${engine.publicUrl}${signInPaths.signIn}`
  const body = { provider, callbackURL, errorCallbackURL, disableRedirect: true }
  const headers = headersOf(engine, caller)
  const { code, content, cookies } = await answerOf(
    await engine.library.api.signInSocial({ body, headers, asResponse: true }),
  )
  return code === null && typeof content['url'] === 'string' ? { away: content['url'], cookies } : null
}

/** `to`: the path that somebody wanted before they left. `claims`: what the provider says of whom. */
export type ComeBack = {
  entrance: Entrance
  claims: { person: string; said: Claims } | null
  to: string | null
}

/** What the provider says of whom it sends back, checked: state, PKCE, nonce, issuer and signature. */
export async function comeBackFrom(
  engine: Engine,
  caller: Caller,
  provider: string,
  given: { query: URLSearchParams; language: LanguageCode },
): Promise<ComeBack> {
  const visit = { language: given.language, claims: null as Claims | null }
  const response = await comingBack.run(visit, () =>
    engine.library.api.callbackOAuth({
      method: 'GET',
      params: { id: provider },
      query: Object.fromEntries(given.query),
      headers: headersOf(engine, caller),
      asResponse: true,
    }),
  )
  const { entrance, person } = await entranceAfter(engine, caller, provider, response)
  if (entrance.kind === 'refused') return { entrance, claims: null, to: null }
  const wanted = URL.parse(response.headers.get('Location') ?? '')
  const claims = visit.claims === null || person === null ? null : { person, said: visit.claims }
  return { entrance, claims, to: wanted === null ? null : wanted.pathname + wanted.search }
}

/** The provider has seen one factor that we know of; whoever has set a second one here is asked for it as well. */
async function entranceAfter(
  engine: Engine,
  caller: Caller,
  provider: string,
  response: Response,
): Promise<{ entrance: Entrance; person: string | null }> {
  const cookies = response.headers.getSetCookie()
  const token = tokenIn(cookieSet(cookies, sessionCookieName(engine)))
  const signedIn = token === null ? null : await signedInBy(engine.db, token, now())
  if (!signedIn || token === null)
    return { entrance: refused(reasonOf(engine, provider, response)), person: null }
  const person = signedIn.person.id
  if (!signedIn.person.hasSecondFactor) {
    const bare = new Response('{}', { headers: response.headers })
    return { entrance: await entranceOf(engine, caller, bare), person }
  }
  await endSessionOf(engine.db, token)
  return { entrance: await letIn(engine, caller, person, 'one-factor'), person }
}

function reasonOf({ providers }: Engine, provider: string, response: Response): Issue {
  const error = URL.parse(response.headers.get('Location') ?? '')?.searchParams.get('error')
  const key = error === 'email_not_found' ? 'sign-in.provider-no-email' : 'sign-in.provider-failed'
  const name = providers.find(({ id }) => id === provider)?.name ?? provider
  return { field: '', key, values: { provider: name } }
}
