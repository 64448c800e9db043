import { loadRegister } from '#modules/mandates/index.ts'
import { readSettings } from '#platform/settings.ts'
import { listen } from '#platform/web/serve.ts'
import { openSite } from '../../src/site.ts'
import { testDatabase } from '../test-database.ts'

export type RunningSite = {
  address: string
  /** One path of every kind of page, without language. */
  samplePaths: string[]
  stop: () => Promise<void>
}

/** The real site with the register in it, on a port of its own. The day is fixed, so that what is due does not change. */
export async function startSite(): Promise<RunningSite> {
  const db = await testDatabase()
  const now = new Date('2026-11-21T12:00:00Z')
  await loadRegister(db, { actor: 'test', at: now })
  const settings = { ...readSettings({ PORT: '0', REQUESTS_PER_MINUTE: '1000000' }, '.'), stopSeconds: 1 }
  const app = openSite(db, settings, () => now)
  const serving = await listen(app, settings)
  return {
    address: serving.address,
    samplePaths: [...app.resources.plainPaths, ...records, ...filled],
    stop: serving.stop,
  }
}

const records = [
  '/instruments/pp-140',
  '/revisions/pp-140-dubai-2018',
  '/revisions/wtsa-75-hammamet-2016',
  '/revisions/pp-140-busan-2014',
  '/revisions/pp-140-dubai-2018/requests-council/8',
  '/revisions/pp-140-dubai-2018/resolves/6/i',
  '/bodies/itu-sg',
  '/action-lines/C5',
  '/sdgs/9',
]

const filled = [
  '/duties?cadence=annual&addressee=itu-sg',
  '/search?q=WSIS',
  '/search?q=qqqq',
  '/calendar?year=2026',
  '/nothing-here',
]
