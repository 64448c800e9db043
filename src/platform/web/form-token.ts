import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { Refusal } from '../errors.ts'
import type { Settings } from '../settings.ts'

/**
 * Ties a form to whoever it was shown to: an HMAC over the session, or over a cookie of its own for visitors. It is another
 * one on each page: pages are compressed, and a secret that stays could be guessed by the length of what repeats it.
 */
export const formToken = (
  key: Uint8Array,
  holder: string,
  salt = randomBytes(9).toString('base64url'),
): string => `${salt}.${createHmac('sha256', key).update(`${salt} ${holder}`).digest('base64url')}`

export function isTokenOf(key: Uint8Array, holder: string, token: string): boolean {
  const [salt] = token.split('.')
  const expected = Buffer.from(formToken(key, holder, salt))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Whoever is signed in holds their forms, and the files in them, by their session. */
export const holderOfSession = (session: string): string => `session ${session}`

/** Over https no other host, not even a part of ours, can set it. */
const visitorCookie = (settings: Settings) => (isHttps(settings) ? '__Host-form' : 'form')

const isHttps = ({ publicUrl }: Settings) => publicUrl.startsWith('https:')

/** The visitor's own secret from their cookie; null when they have none yet. */
export const visitorSecret = (c: Context, settings: Settings): string | null => {
  const value = getCookie(c, visitorCookie(settings))
  return value !== undefined && /^[\w-]{22}$/.test(value) ? value : null
}

/** Gives a visitor who is shown a form a secret of their own. */
export function giveVisitorSecret(c: Context, settings: Settings): string {
  const secret = randomBytes(16).toString('base64url')
  const secure = isHttps(settings) ? '; Secure' : ''
  c.header('Set-Cookie', `${visitorCookie(settings)}=${secret}; Path=/; HttpOnly; SameSite=Lax${secure}`, {
    append: true,
  })
  return secret
}

/** Nothing is taken that a page of another site has sent, whatever token it carries. */
export function refuseOtherOrigins(c: Context, settings: Settings): void {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Refusal(403, 'error.sent.origin')
  const origin = c.req.header('Origin')
  if (origin === undefined) return
  const own = new Set([new URL(settings.publicUrl).host, c.req.header('Host') ?? ''])
  const host = URL.parse(origin)?.host
  // A page served through a proxy knows itself by the public address, one on the machine itself by the Host that it asked.
  if (host === undefined || !own.has(host)) throw new Refusal(403, 'error.sent.origin')
}
