import type { Context } from 'hono'
import { Refusal } from '../../errors.ts'
import type { Bearer } from './api-resource.ts'

type Asked = {
  bearer: (token: string, now: Date) => Promise<Bearer | null>
  now: () => Date
}

const known = new WeakMap<Request, Promise<Bearer | null>>()

/** Whose token a request carries; null when it carries none. Asked once a request, also when it ends in a refusal. */
export function bearerOf(c: Context, asked: Asked): Promise<Bearer | null> {
  const found = known.get(c.req.raw) ?? read(c, asked)
  known.set(c.req.raw, found)
  return found
}

async function read(c: Context, { bearer, now }: Asked): Promise<Bearer | null> {
  const header = c.req.header('Authorization')
  if (header === undefined) return null
  const token = /^Bearer +(\S{1,200}) *$/i.exec(header)?.[1]
  const found = token === undefined ? null : await bearer(token, now())
  if (found !== null) return found
  c.header('WWW-Authenticate', 'Bearer realm="Actionline", error="invalid_token"')
  throw new Refusal(401, 'api.token.wrong')
}
