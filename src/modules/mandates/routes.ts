import type { Site } from '#platform/web/site.ts'
import { calendarRoutes } from './occurrences/calendar-routes.ts'
import { compareRoutes } from './comparison/compare-routes.ts'
import { dutyRoutes } from './duties/duty-routes.ts'
import { instrumentRoutes } from './instruments/instrument-routes.ts'
import { changesRoutes } from './succession/changes-routes.ts'
import { pairingRoutes } from './succession/pairing-routes.ts'
import { revisionRoutes } from './instruments/revision-routes.ts'

export function routes(site: Site): void {
  instrumentRoutes(site)
  // Before the provisions, whose addresses take whatever follows a revision.
  changesRoutes(site)
  pairingRoutes(site)
  revisionRoutes(site)
  compareRoutes(site)
  dutyRoutes(site)
  calendarRoutes(site)
}
