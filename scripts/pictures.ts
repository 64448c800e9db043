import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { sql } from 'kysely'
import { demoActivityLives, liveInOrder } from '#modules/activities/index.ts'
import { loadDemoAccounts } from '#modules/accounts/index.ts'
import { loadDemo, loadDemoReviews, loadRegister } from '#modules/mandates/index.ts'
import { demoPlanLives, loadPlanTypes } from '#modules/plans/index.ts'
import { demoReportLives, loadReportTemplates } from '#modules/reports/index.ts'
import { loadDemoTranslations } from '#modules/translation/index.ts'
import { operator, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openInMemory } from '#platform/database/open.ts'
import { readSettings } from '#platform/settings.ts'
import { listen } from '#platform/web/serve.ts'
import { keeping } from '../src/modules.ts'
import { openSite } from '../src/site.ts'
import { openBrowser, visitor } from '../test/journeys/browser.ts'

type Picture = {
  file: string
  /** Where it is taken, with `{symbol}` for the id of a report; what leads there when that is more than an address. */
  page: string
  height?: number
  before?: (page: Page) => Promise<void>
}

/** `npm run pictures`: takes the pictures of the papers from the real site with the example world, as on the day of the release. */
const pictures: Picture[] = [
  {
    file: 'oversight-en.png',
    page: '/en/oversight',
    height: 640,
    before: (page) => page.mouse.wheel(0, 420),
  },
  {
    file: 'duty-en.png',
    page: '/en/duties/conference-of-example-libraries-1-example-city-2024/instructs-1/1/1#owners',
  },
  {
    file: 'stocktaking-ar.png',
    page: '/ar/activities?q=C2',
    height: 600,
    before: (page) => page.mouse.wheel(0, 620),
  },
  { file: 'report-fr.png', page: '/fr/reports/{EX-C26/18}#stocktaking', height: 860 },
  { file: 'then-and-now-en.png', page: '/en/reports/{EX-C26/18}/parts/entries', height: 760 },
  { file: 'map-ru.png', page: '/ru/activities/map', height: 700 },
  {
    file: 'review-ar.png',
    page: '/ar/import',
    before: async (page) => {
      await page.setInputFiles('input[type=file]', path.join(root, 'test/corpus/ar-pp-wajibat.txt'))
      await page.locator('#form button.main').click()
      await page.waitForURL(/\/ar\/imports\//)
      await page.mouse.wheel(0, 760)
    },
  },
]

const root = path.join(import.meta.dirname, '..')
// The day stands still, so that the same site gives the same picture.
const day = new Date('2026-11-21T12:00:00Z')
const mostBytes = 150_000

const officer: Actor = {
  person: 'example-officer',
  id: 'example-officer',
  name: 'أمل مثال',
  standings: [{ role: 'secretariat', scope: null }],
}

const settings = {
  ...readSettings({ PORT: '0', PUBLIC_URL: 'https://actionline.example.org' }, '.'),
  stopSeconds: 1,
}
const database = await openInMemory()
await migrate(database.db, readMigrations(), () => {}, keeping())
await loadExamples(database.db)
// Only who imports is signed in; the other pictures show what everybody sees.
const site = openSite(database.db, settings, {
  now: () => day,
  log: (line) => console.error(line),
  identify: async ({ url }) =>
    new URL(url).pathname.startsWith('/ar/import') ? { actor: officer, session: 'pictures' } : null,
})
const serving = await listen(site, settings)
const browser = await openBrowser()
for (const { file, page: address, before, height = 900 } of pictures) {
  const viewport = { width: 1200, height }
  const { page, context } = await visitor(browser, {
    viewport,
    colorScheme: 'light',
    javaScriptEnabled: false,
  })
  await page.goto(serving.address + (await withIds(address)), { waitUntil: 'networkidle' })
  await before?.(page)
  // Scrolling takes a moment.
  if (before) await page.waitForTimeout(500)
  const png = await page.screenshot()
  await context.close()
  if (png.length > mostBytes) throw new Error(`${file} has ${png.length} bytes, more than ${mostBytes}`)
  fs.writeFileSync(path.join(root, 'docs/pictures', file), png)
  console.log(`${file}: ${png.length} bytes`)
}
await browser.close()
await serving.stop()
await database.close()

/** Ids of reports are new each time. */
async function withIds(address: string): Promise<string> {
  const symbol = /\{(.*)\}/.exec(address)?.[1]
  if (symbol === undefined) return address
  const found = await sql<{ id: string }>`select id from reports where symbol = ${symbol}`.execute(
    database.db,
  )
  return address.replace(`{${symbol}}`, found.rows[0]?.id ?? '')
}

async function loadExamples(db: Db) {
  const by = { actor: 'start', at: day }
  await loadRegister(db, by)
  await loadDemoAccounts(db, { settings, at: day })
  await loadDemo(db, by)
  await loadDemoReviews(db, { actor: operator, at: day })
  await loadPlanTypes(db, by)
  await loadReportTemplates(db, by)
  const activities = await demoActivityLives(db, { at: day })
  const plans = await demoPlanLives(db, { at: day })
  const reports = await demoReportLives(db, { plans: plans.made })
  await liveInOrder([...activities.lives, ...plans.lives, ...reports.lives], day)
  await loadDemoTranslations(db, { at: day })
}
