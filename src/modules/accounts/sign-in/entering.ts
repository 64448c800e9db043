import type { Caller } from '#platform/web/form-resource.ts'
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
import { endSessionOf } from './session-commands.ts'
import { signedInBy } from './session-queries.ts'

/** Lets somebody in who has proven an address or shown a passkey; asks for the second factor where one factor was shown. */
export async function letIn(
  engine: Engine,
  caller: Caller,
  person: string,
  shown: 'one-factor' | 'two-factors',
): Promise<Entrance> {
  const call = { body: { person }, headers: headersOf(engine, caller), asResponse: true } as const
  const response =
    shown === 'one-factor'
      ? await engine.library.api.enter(call)
      : await engine.library.api.enterWithPasskey(call)
  return entranceOf(engine, caller, response)
}

/** What an answer of the library means, after every way of signing in. The session that the browser had before ends. */
export async function entranceOf(engine: Engine, caller: Caller, response: Response): Promise<Entrance> {
  const { cookies, code, content } = await answerOf(response)
  if (content['twoFactorRedirect'] === true) return { kind: 'second-factor', cookies }
  const token = tokenIn(cookieSet(cookies, sessionCookieName(engine)))
  if (code !== null || token === null) return refused({ field: '', key: 'sign-in.failed' })
  return welcome(engine, caller, token, cookies)
}

async function welcome(engine: Engine, caller: Caller, token: string, cookies: string[]): Promise<Entrance> {
  const signedIn = await signedInBy(engine.db, token, now())
  if (!signedIn) {
    // Everything was right, so this is no secret to whoever comes: somebody has closed the account.
    await endSessionOf(engine.db, token)
    return refused({ field: '', key: 'sign-in.closed' })
  }
  const before = tokenIn(caller.cookie(sessionCookieName(engine)))
  if (before !== null && before !== token) await endSessionOf(engine.db, before)
  const device = engine.devices.set(signedIn.person.email, caller.cookie(engine.devices.name))
  return { kind: 'signed-in', person: signedIn.person.id, cookies: [...cookies, device] }
}
