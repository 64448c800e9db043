import { Refusal } from '../errors.ts'
import { apiRoot, isOfApi } from './api/api-resource.ts'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

/** Headers of every answer: nothing inline, nothing from another host, no frame around the site. */
export const securityHeaders = (publicUrl: string) =>
  secureHeaders({
    // Only who is reached by https may ask browsers to insist on it, and only for this very host.
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      // The scripts of `ui/scripts/`; nothing written into a page runs.
      scriptSrc: ["'self'"],
      // What waits in the browser is sent by a script.
      connectSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    crossOriginResourcePolicy: false,
    xFrameOptions: 'DENY',
    // Files that people sent have a stricter policy of their own.
    overwrite: false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
  })

const reads = ['GET', 'HEAD']
const formMethods = [...reads, 'POST']
const apiMethods = [...formMethods, 'PUT']

/** Anybody may read the public data from a page of their own; no other site may send anything with a reader's rights. */
export const openReads = createMiddleware(async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    return c.body(null, 204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    })
  }
  const methods = isOfApi(c.req.path) ? apiMethods : formMethods
  if (!methods.includes(c.req.method)) {
    c.header('Allow', [...methods, 'OPTIONS'].join(', '))
    throw new Refusal(405, 'error.method')
  }
  await next()
  if (!reads.includes(c.req.method)) return
  // `c.header` would make the finished answer anew for each, with a copy of its bytes.
  const { headers } = c.res
  headers.set('Access-Control-Allow-Origin', '*')
  headers.set(
    'Access-Control-Expose-Headers',
    'ETag, Link, Retry-After, RateLimit, RateLimit-Policy, Content-Language',
  )
})

/** What stands on every read of the API, whatever it answers. */
export async function headersOfEveryRead(publicUrl: string): Promise<[name: string, value: string][]> {
  const bare = new Hono().use(securityHeaders(publicUrl)).use(openReads)
  bare.get('*', (c) => c.body(null))
  return [...(await bare.request(apiRoot)).headers]
}
