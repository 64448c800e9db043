import type { Context } from 'hono'
import { visitor } from '../access/actor.ts'
import { asOfParameter } from '../past/as-of.ts'
import { inPast, momentAt } from '../past/past-queries.ts'
import { addressOf } from './address.ts'
import type { Visit } from './visit.ts'

/** Lets something be read, now or as of a moment of the past. */
export type Asked = <Result>(read: (visit: Visit) => Promise<Result>) => Promise<Result>

/** What the public saw then: whoever asks is a visitor, and the clock shows that moment. */
export async function openPast(c: Context, visit: Visit, instant: Date): Promise<Asked> {
  const moment = await momentAt(visit.db, instant)
  // RFC 7089 calls it so.
  c.header('Memento-Datetime', instant.toUTCString())
  c.header('X-Robots-Tag', 'noindex')
  const then = { ...visit, actor: visitor, now: instant, asOf: instant, formToken: null, done: null }
  return (read) => inPast(visit.db, moment, (db) => read({ ...then, db }))
}

/** Nobody can do anything in the past: its links to forms lead to the present. */
export function toPresent(c: Context, { language, path, query }: Visit): Response {
  const present = new URLSearchParams(query)
  present.delete(asOfParameter)
  c.header('Cache-Control', 'no-store')
  return c.redirect(addressOf(language, path, present), 302)
}
