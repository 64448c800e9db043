import type { Context, MiddlewareHandler } from 'hono'
import { MemoryStore, rateLimiter } from 'hono-rate-limiter'
import { Refusal } from '../errors.ts'
import type { Settings } from '../settings.ts'
import { clientAddress } from './client-address.ts'

const windowMs = 60_000

export type RequestCount = {
  /** Counts a request and refuses what is too much. */
  limit: MiddlewareHandler
  /** Counts one that is answered without all that; headers that tell of it, or null when it is too much. */
  more: (client: string) => string[] | null
  isLeft: (client: string) => boolean
}

/** How many requests each address has made within a minute. */
export function countRequests({ requestsPerMinute, trustedProxies }: Settings): RequestCount {
  const store = new MemoryStore()
  const limit: MiddlewareHandler = rateLimiter({
    windowMs,
    limit: requestsPerMinute,
    standardHeaders: 'draft-7',
    store,
    keyGenerator: (c) => clientAddress(c as unknown as Context, trustedProxies),
    handler: () => {
      throw new Refusal(429, 'error.too-many')
    },
  })
  const policy = `${requestsPerMinute};w=${windowMs / 1000}`
  const isLeft = (client: string) => (store.get(client)?.totalHits ?? 0) < requestsPerMinute
  const more = (client: string): string[] | null => {
    if (!isLeft(client)) return null
    const { totalHits, resetTime } = store.increment(client)
    const reset = Math.max(0, Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1000))
    const left = requestsPerMinute - totalHits
    const told = `limit=${requestsPerMinute}, remaining=${left}, reset=${reset}`
    return ['ratelimit-policy', policy, 'ratelimit', told]
  }
  return { limit, more, isLeft }
}
