import type { Issue } from '#platform/errors.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Caller } from '#platform/web/form-resource.ts'
import type { DeviceCookies } from './device-cookie.ts'
import type { Library } from './library.ts'
import type { IdentityProvider } from '#platform/identity-providers.ts'

/** What all ways of signing in share. */
export type Engine = {
  db: Db
  secret: string
  publicUrl: string
  library: Library
  devices: DeviceCookies
  providers: readonly IdentityProvider[]
}

/** What comes of an attempt to sign in. */
export type Entrance =
  | { kind: 'signed-in'; person: string; cookies: string[] }
  /** Right so far; now the code of the second factor is asked for. */
  | { kind: 'second-factor'; cookies: string[] }
  | { kind: 'refused'; issues: Issue[] }

/** What comes of a change to how somebody signs in. */
export type Changed = { cookies: string[] } | { issues: Issue[] }

export const refused = (issue: Issue): Extract<Entrance, { kind: 'refused' }> => ({
  kind: 'refused',
  issues: [issue],
})

/** The library reads the caller's address from here; only we fill it. */
export const addressHeader = 'x-caller-address'

/** The clock of the library, which knows no other; so nothing of sign-in takes the time of the visit. */
export const now = (): Date => new Date()

/** What the library must see of a request, and nothing else. */
export function headersOf({ library }: Engine, caller: Caller): Headers {
  const prefix = library.options.advanced.cookiePrefix
  const cookies = ['session_token', 'two_factor', 'oauth_state'].flatMap((word) => {
    const name = `${prefix}.${word}`
    const value = caller.cookie(name)
    return value === null ? [] : [`${name}=${encodeURIComponent(decoded(value))}`]
  })
  return new Headers({
    cookie: cookies.join('; '),
    'user-agent': caller.userAgent.slice(0, 300),
    [addressHeader]: caller.address,
  })
}

export const sessionCookieName = ({ library }: Pick<Engine, 'library'>): string =>
  `${library.options.advanced.cookiePrefix}.session_token`

/** The token in a session's cookie, which the library signs as well. */
export function tokenIn(cookie: string | null): string | null {
  const token = decoded(cookie ?? '').split('.')[0]
  return token === undefined || token === '' ? null : token
}

/** What the library has answered: its cookies, and a word for what was wrong. */
export async function answerOf(response: Response): Promise<{
  cookies: string[]
  code: string | null
  content: Record<string, unknown>
}> {
  const text = await response.text()
  const content = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>
  const code = response.ok ? null : String(content['code'] ?? response.status)
  return { cookies: response.headers.getSetCookie(), code, content }
}

/** The value that a list of Set-Cookie gives to a name; null when it sets none, or takes it away. */
export function cookieSet(cookies: readonly string[], name: string): string | null {
  const found = cookies.findLast((cookie) => cookie.startsWith(`${name}=`))
  const value = found?.slice(name.length + 1).split(';')[0] ?? ''
  return value === '' ? null : value
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // Not a value that we have set.
    return ''
  }
}
