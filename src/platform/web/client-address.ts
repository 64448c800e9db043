import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { IncomingMessage } from 'node:http'

/** Whose request this is: the connection's address, or what a trusted proxy says of it. */
export const clientAddress = (c: Context, trustedProxies: string[]): string =>
  addressBehind(connectionAddress(c), c.req.header('X-Forwarded-For') ?? '', trustedProxies)

/** The same of a request that nothing has taken apart. */
export function clientOf({ socket, headers }: IncomingMessage, trustedProxies: string[]): string {
  const forwarded = [headers['x-forwarded-for'] ?? ''].flat().join(', ')
  return addressBehind(socket.remoteAddress ?? 'unknown', forwarded, trustedProxies)
}

/** The same by what stands in `X-Forwarded-For`. */
function addressBehind(remote: string, header: string, trustedProxies: string[]): string {
  const connected = remote.replace(/^::ffff:/, '')
  if (!trustedProxies.includes(connected)) return connected
  const forwarded = header
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  // The rightmost address that is not one of our proxies is the first that nobody could invent.
  return forwarded.reverse().find((one) => !trustedProxies.includes(one)) ?? connected
}

function connectionAddress(c: Context): string {
  // Tests hand requests to the application without a connection.
  const incoming = (c.env as { incoming?: unknown } | undefined)?.incoming
  return incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'local'
}
