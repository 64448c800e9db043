import { randomUUID } from 'node:crypto'
import type { Actor, Standing } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import type { App } from '#platform/web/app.ts'
import { openSite } from '../src/site.ts'
import { registerDatabase, testMoment } from './register-database.ts'

export { testDay } from './register-database.ts'

export type TestSite = {
  db: Db
  app: App
  /** The bare answer to a question for an address. */
  ask: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Asks for an address as a reader's program does; a failure of the program is thrown. */
  get: (path: string) => Promise<{ status: number; type: string; text: string }>
  json: (path: string) => Promise<unknown>
  /** What the operator's log was told, besides failures. */
  logged: Record<string, unknown>[]
  /** The site as somebody with these roles sees it; no password is asked. */
  as: (actor: Actor) => SignedIn
}

export type SignedIn = {
  /** What a browser of theirs sends. */
  cookie: string
  get: (path: string) => Promise<{ status: number; text: string; location: string | null }>
  /** Opens the form at the address, fills it in and sends it; `files` by field. */
  post: (
    path: string,
    fields?: Record<string, string | string[]>,
    files?: Record<string, { name: string; bytes: Uint8Array }>,
  ) => Promise<{ status: number; text: string; location: string | null }>
  /** Sends fields without opening the form first: no token, or one that is given. */
  send: (path: string, fields: Record<string, string> | URLSearchParams) => Promise<Response>
  json: (path: string, fields: Record<string, unknown>) => Promise<{ status: number; body: unknown }>
}

/** Somebody for the tests: `person('amina', { role: 'verifier', scope: null })`. The row in `people` is the caller's. */
export const person = (id: string, ...standings: Standing[]): Actor => ({
  person: id,
  id,
  name: id,
  standings,
})

const host = 'https://actionline.test'

/** The real site over the real database with the register that is shipped, on a fixed day. */
export async function testSite(): Promise<TestSite> {
  const db = await registerDatabase()
  const settings = readSettings({ PUBLIC_URL: host, REQUESTS_PER_MINUTE: '1000000' }, '/')
  const failed: unknown[] = []
  const logged: Record<string, unknown>[] = []
  const actors = new Map<string, Actor>()
  const app = openSite(db, settings, {
    now: () => testMoment,
    log: (line) => {
      if (line['level'] === 'error') failed.push(line)
      else logged.push(line)
    },
    identify: async (request) => {
      const session = /test-session=([\w-]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? ''
      const actor = actors.get(session)
      return actor ? { actor, session } : null
    },
  })
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`${host}${path}`, { headers }))
  const get = async (path: string) => {
    const answer = await ask(path)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    if (failed.length > 0) throw new Error(`${path}: ${JSON.stringify(failed.pop())}`)
    return { status: answer.status, type: answer.headers.get('Content-Type') ?? '', text }
  }
  const as = (actor: Actor): SignedIn => {
    const session = randomUUID()
    actors.set(session, actor)
    return signedIn(app, session, failed)
  }
  return {
    db,
    app,
    ask,
    get,
    logged,
    json: async (path) => JSON.parse((await get(path)).text) as unknown,
    as,
  }
}

function signedIn(app: App, session: string, failed: unknown[]): SignedIn {
  const cookie = { Cookie: `test-session=${session}` }
  const answerOf = async (request: Request) => {
    const answer = await app.fetch(request)
    const text = await answer.text()
    if (failed.length > 0) throw new Error(`${request.url}: ${JSON.stringify(failed.pop())}`)
    return { status: answer.status, text, location: answer.headers.get('Location') }
  }
  const get = (path: string) => answerOf(new Request(`${host}${path}`, { headers: cookie }))
  const send = async (path: string, fields: Record<string, string> | URLSearchParams) =>
    app.fetch(
      new Request(`${host}${path}`, { method: 'POST', headers: cookie, body: new URLSearchParams(fields) }),
    )
  return {
    cookie: cookie.Cookie,
    get,
    send,
    post: async (path, fields = {}, files) => {
      const shown = await get(path)
      const form = new FormData()
      for (const name of ['_token', '_version']) {
        const value = new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(shown.text)?.[1]
        if (value !== undefined) form.set(name, value)
      }
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) form.append(name, one)
      for (const [name, file] of Object.entries(files ?? {}))
        form.set(name, new File([new Uint8Array(file.bytes)], file.name))
      const body = files ? form : new URLSearchParams([...form] as [string, string][])
      return answerOf(new Request(`${host}${path}`, { method: 'POST', headers: cookie, body }))
    },
    json: async (path, fields) => {
      const headers = { ...cookie, 'Content-Type': 'application/json' }
      const request = new Request(`${host}${path}.json`, {
        method: 'POST',
        headers,
        body: JSON.stringify(fields),
      })
      const { status, text } = await answerOf(request)
      return { status, body: JSON.parse(text) as unknown }
    },
  }
}
