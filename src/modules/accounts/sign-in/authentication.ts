import type { Db } from '#platform/database/tables.ts'
import type { Settings } from '#platform/settings.ts'
import { deviceCookies } from './device-cookie.ts'
import { now, sessionCookieName, tokenIn, type Engine } from './engine.ts'
import { signInSecret } from './secret-commands.ts'
import { endSessionOf, markSeen } from './session-commands.ts'
import { signedInBy, type SignedIn } from './session-queries.ts'

type Needed = Pick<Settings, 'publicUrl' | 'identityProviders'>

const opened = new WeakMap<Db, Map<string, Promise<Engine>>>()

/** The engine of sign-in over a database; opened once for the settings that it needs. */
export function openAuthentication(db: Db, settings: Needed): Promise<Engine> {
  const { publicUrl, identityProviders } = settings
  const engines = opened.get(db) ?? new Map<string, Promise<Engine>>()
  opened.set(db, engines)
  const key = JSON.stringify([publicUrl, identityProviders])
  const engine = engines.get(key) ?? open(db, settings)
  engines.set(key, engine)
  // A database that did not answer may answer next time.
  engine.catch(() => engines.delete(key))
  return engine
}

async function open(db: Db, settings: Needed): Promise<Engine> {
  // Read only here: it is a seventh of all that a start would have to read, and visitors do without.
  const { openLibrary } = await import('./library.ts')
  const secret = await signInSecret(db)
  const { publicUrl, identityProviders: providers } = settings
  const library = await openLibrary({ db, secret, publicUrl, providers })
  return { db, secret, publicUrl, providers, library, devices: deviceCookies(secret, publicUrl) }
}

const minutesBetweenMarks = 5

/** Who is signed in by the cookies of a request; null for a visitor. Without our cookie nothing is asked. */
export async function identify(
  engine: Engine,
  cookie: (name: string) => string | null,
): Promise<SignedIn | null> {
  const token = tokenIn(cookie(sessionCookieName(engine)))
  if (token === null) return null
  const at = now()
  const found = await signedInBy(engine.db, token, at)
  if (found && at.getTime() - found.seen.getTime() > minutesBetweenMarks * 60_000)
    await markSeen(engine.db, found.session.id, at)
  return found
}

/** Ends the session of a request, takes its cookie away, and what waits in the browser: somebody else may sit there next. */
export async function signOut(
  engine: Engine,
  cookie: (name: string) => string | null,
): Promise<{ cookies: string[]; forgets: true }> {
  const name = sessionCookieName(engine)
  const token = tokenIn(cookie(name))
  if (token !== null) await endSessionOf(engine.db, token)
  const secure = engine.publicUrl.startsWith('https:') ? '; Secure' : ''
  return { cookies: [`${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`], forgets: true }
}
