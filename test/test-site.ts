import { loadRegister } from '#modules/mandates/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { openSite } from '../src/site.ts'
import { testDatabase } from './test-database.ts'

export type TestSite = {
  db: Db
  /** Asks for an address as a reader's program does. */
  get: (path: string) => Promise<{ status: number; type: string; text: string }>
  json: (path: string) => Promise<unknown>
}

/** The day on which the tests take place. */
export const testDay = '2026-11-21'

/** The real site over the real database with the register that is shipped, on a fixed day. */
export async function testSite(): Promise<TestSite> {
  const db = await testDatabase()
  const at = new Date(`${testDay}T12:00:00Z`)
  await loadRegister(db, { actor: 'test', at })
  const settings = readSettings(
    { PUBLIC_URL: 'https://actionline.test', REQUESTS_PER_MINUTE: '1000000' },
    '/',
  )
  const failed: unknown[] = []
  const app = openSite(
    db,
    settings,
    () => at,
    (line) => failed.push(line),
  )
  const get = async (path: string) => {
    const answer = await app.fetch(new Request(`https://actionline.test${path}`))
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    if (failed.length > 0) throw new Error(`${path}: ${JSON.stringify(failed.pop())}`)
    return { status: answer.status, type: answer.headers.get('Content-Type') ?? '', text }
  }
  return { db, get, json: async (path) => JSON.parse((await get(path)).text) as unknown }
}
