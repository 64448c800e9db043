import { actorOf, bearerOfToken, identify, openAuthentication } from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Settings } from '#platform/settings.ts'
import type { AppParts } from '#platform/web/app.ts'

/** Tells who sends a request: the person of the session with the roles that are valid now. Visitors cost no question. */
export const signedInPeople =
  (db: Db, settings: Settings): AppParts['identify'] =>
  async (request, now) => {
    const header = request.headers.get('Cookie') ?? ''
    if (!header.includes('session')) return null
    const found = await identify(await openAuthentication(db, settings), (name) => cookieIn(header, name))
    if (found === null) return null
    const actor = await actorOf(db, found.person.id, now)
    return actor.person === null ? null : { actor, session: found.session.id }
  }

/** Tells who sends a request to the API with a token: the person with the same roles as in the browser. */
export const tokenHolders =
  (db: Db): AppParts['bearer'] =>
  (token, now) =>
    bearerOfToken(db, token, now)

function cookieIn(header: string, name: string): string | null {
  const found = header.split(';').find((one) => one.trim().startsWith(`${name}=`))
  return found === undefined ? null : found.slice(found.indexOf('=') + 1).trim()
}
