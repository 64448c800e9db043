import type { Site } from '#platform/web/site.ts'
import { actualApi } from './actual-api.ts'
import { actualSheetRoutes } from './actual-sheet-routes.ts'
import { actualRoutes } from './actual-routes.ts'
import { indicatorApi } from './indicator-api.ts'
import { indicatorRoutes } from './indicator-routes.ts'
import { planIndicatorRoutes } from './plan-indicator-routes.ts'

/** Indicators of plans, and what was measured. */
export function indicatorRoomRoutes(site: Site): void {
  indicatorRoutes(site)
  actualRoutes(site)
  actualSheetRoutes(site)
  planIndicatorRoutes(site)
  actualApi(site)
  indicatorApi(site)
}
