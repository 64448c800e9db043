import { chromeOf } from '#modules/site/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { lastLine } from '#platform/content-version.ts'
import type { Db } from '#platform/database/tables.ts'
import { readSettings } from '#platform/settings.ts'
import { dress } from '#platform/ui/dress.ts'
import { createApp, type App } from '#platform/web/app.ts'
import { modules } from '../../src/modules.ts'
import { searchOver, words } from '../../src/site.ts'

/** Somebody of the secretariat, who also writes the reports of one line. */
const officer: Actor = {
  ...{ person: 'bench-officer', id: 'bench-officer', name: 'Officer' },
  standings: [
    { role: 'secretariat', scope: null },
    { role: 'facilitator', scope: 'action-line:C5' },
  ],
}

export const officerHeaders = { Cookie: 'bench=officer' }

/** The site in this process. It looks for a change before each answer, where the real one does so once a second. */
export const openBenchSite = (db: Db, now: Date): App =>
  createApp({
    ...{ db, modules, translate: words(), layout: dress(chromeOf), now: () => now },
    settings: readSettings({ REQUESTS_PER_MINUTE: '1000000' }, '/'),
    contentVersion: () => lastLine(db),
    log: (line) => {
      if (line['level'] === 'error') console.error(JSON.stringify(line))
    },
    search: searchOver(db),
    identify: async (request) =>
      request.headers.get('Cookie') === officerHeaders.Cookie ? { actor: officer, session: 'bench' } : null,
    bearer: async () => null,
  })
