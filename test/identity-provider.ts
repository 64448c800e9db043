import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** What the provider says of somebody, by the name that they type there. */
export type Accounts = Record<string, Record<string, unknown>>

export type IdentityProviderOfTests = {
  issuer: string
  /** Walks through the provider's own pages as a browser would, and resolves to the address that it sends back to. */
  signIn: (away: string, login: string) => Promise<URL>
  stop: () => Promise<void>
}

/** A real provider of OpenID Connect on a free port of this machine. */
export async function startIdentityProvider(
  accounts: Accounts,
  client: { id: string; secret: string; redirect: string },
): Promise<IdentityProviderOfTests> {
  const server = http.createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirect] }],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'organization', 'groups'],
    },
    // Claims stand in the identity token, as most providers of organizations have it.
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) }),
    cookies: { keys: ['tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return { issuer, signIn: (away, login) => walk(away, login, client.redirect), stop }
}

async function walk(away: string, login: string, redirect: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = away
  let body: URLSearchParams | null = null
  for (let step = 0; step < 20; step++) {
    if (next.startsWith(redirect)) return new URL(next)
    const answer: Response = await fetch(next, {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('Location')
    const text = await answer.text()
    body = null
    if (location !== null) {
      next = new URL(location, next).href
      continue
    }
    const action = /action="([^"]+)"/.exec(text)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(text)?.[1]
    if (!action || !prompt) throw new Error(`the provider says ${answer.status}: ${text.slice(0, 300)}`)
    next = new URL(action, next).href
    body = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) })
  }
  throw new Error('the provider leads round in a circle')
}
