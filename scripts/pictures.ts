import fs from 'node:fs'
import path from 'node:path'
import { loadRegister } from '#modules/mandates/index.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { openInMemory } from '#platform/database/open.ts'
import { readSettings } from '#platform/settings.ts'
import { listen } from '#platform/web/serve.ts'
import { keeping } from '../src/modules.ts'
import { openSite } from '../src/site.ts'
import { openBrowser, visitor } from '../test/journeys/browser.ts'

/** `npm run pictures`: takes the pictures of the papers from the real site, as it is on the day of the release. */
const pictures = [
  { file: 'home-en.png', page: '/en', width: 1200, height: 900 },
  {
    file: 'provision-ar.png',
    page: '/ar/revisions/pp-140-dubai-2018/requests-council/8',
    width: 1200,
    height: 900,
  },
]

const folder = path.join(import.meta.dirname, '../docs/pictures')
// The day stands still, so that the same site gives the same picture.
const day = new Date('2026-11-21T12:00:00Z')
const mostBytes = 150_000

const database = await openInMemory()
await migrate(database.db, readMigrations(), () => {}, keeping())
await loadRegister(database.db, { actor: 'start', at: day })
const settings = { ...readSettings({ PORT: '0' }, '.'), stopSeconds: 1 }
const serving = await listen(
  openSite(database.db, settings, () => day),
  settings,
)
const browser = await openBrowser()
for (const { file, page: address, width, height } of pictures) {
  const { page, context } = await visitor(browser, { viewport: { width, height }, colorScheme: 'light' })
  await page.goto(serving.address + address, { waitUntil: 'networkidle' })
  const png = await page.screenshot()
  await context.close()
  if (png.length > mostBytes) throw new Error(`${file} has ${png.length} bytes, more than ${mostBytes}`)
  fs.writeFileSync(path.join(folder, file), png)
  console.log(`${file}: ${png.length} bytes`)
}
await browser.close()
await serving.stop()
await database.close()
