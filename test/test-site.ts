import { loadRegister } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import type { App } from '#platform/web/app.ts'
import { openSite } from '../src/site.ts'
import { testDatabase } from './test-database.ts'

export type TestSite = {
  db: Db
  app: App
  /** The bare answer to a question for an address. */
  ask: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** Asks for an address as a reader's program does; a failure of the program is thrown. */
  get: (path: string) => Promise<{ status: number; type: string; text: string }>
  json: (path: string) => Promise<unknown>
}

/** The day on which the tests take place, so that what is due does not change under them. */
export const testDay = '2026-11-21'

const host = 'https://actionline.test'

/** The real site over the real database with the register that is shipped, on a fixed day. */
export async function testSite(): Promise<TestSite> {
  const db = await testDatabase()
  const at = new Date(`${testDay}T12:00:00Z`)
  await loadRegister(db, { actor: 'test', at })
  const settings = readSettings({ PUBLIC_URL: host, REQUESTS_PER_MINUTE: '1000000' }, '/')
  const failed: unknown[] = []
  const app = openSite(
    db,
    settings,
    () => at,
    (line) => failed.push(line),
  )
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`${host}${path}`, { headers }))
  const get = async (path: string) => {
    const answer = await ask(path)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    if (failed.length > 0) throw new Error(`${path}: ${JSON.stringify(failed.pop())}`)
    return { status: answer.status, type: answer.headers.get('Content-Type') ?? '', text }
  }
  return { db, app, ask, get, json: async (path) => JSON.parse((await get(path)).text) as unknown }
}
