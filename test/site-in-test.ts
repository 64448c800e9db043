import { loadRegister } from '#modules/mandates/index.ts'
import { readSettings } from '#platform/settings.ts'
import type { App } from '#platform/web/app.ts'
import { openSite } from '../src/site.ts'
import { testDatabase } from './test-database.ts'

/** The day of all tests that look at the site, so that what is due does not change under them. */
export const testDay = new Date('2026-11-21T12:00:00Z')

export type SiteInTest = {
  app: App
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** One path of every kind of page, without language. */
  samplePaths: string[]
}

/** The real application over the real register. */
export async function siteInTest(): Promise<SiteInTest> {
  const db = await testDatabase()
  await loadRegister(db, { actor: 'test', at: testDay })
  const settings = { ...readSettings({ PORT: '0', REQUESTS_PER_MINUTE: '1000000' }, '.'), stopSeconds: 1 }
  const app = openSite(db, settings, () => testDay)
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`http://site.test${path}`, { headers }))
  return { app, get, samplePaths: [...app.resources.plainPaths, ...records] }
}

/** An address of a page in a language. */
export const pageIn = (language: string, path: string) => `/${language}${path === '/' ? '' : path}`

const records = [
  '/instruments/pp-140',
  '/instruments/itu-convention',
  '/revisions/pp-140-dubai-2018',
  '/revisions/wtsa-75-hammamet-2016',
  '/revisions/pp-140-busan-2014',
  '/revisions/pp-140-dubai-2018/requests-council/8',
  '/revisions/pp-140-dubai-2018/resolves/6/i',
  '/bodies/itu-sg',
  '/bodies/ungis',
  '/action-lines/C5',
  '/sdgs/9',
]

/** Pages in another state than their first one: filtered, found, not found, refused. */
export const pagesInOtherStates = [
  '/duties?cadence=annual&addressee=itu-sg',
  '/duties?addressee=itu-sg&recipient=itu-pp&sdg=any',
  '/calendar?year=2026',
  '/search?q=WSIS',
  '/search?q=qqqq',
  '/duties?nonsense=1',
  '/nothing-here',
]
