import type { Site } from '#platform/web/site.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { compareRoutes } from './compare-routes.ts'
import { dutyRoutes } from './duty-routes.ts'
import { instrumentRoutes } from './instrument-routes.ts'
import { revisionRoutes } from './revision-routes.ts'

export function routes(site: Site): void {
  instrumentRoutes(site)
  revisionRoutes(site)
  compareRoutes(site)
  dutyRoutes(site)
  calendarRoutes(site)
}
