import type { Site } from '#platform/web/site.ts'
import { consultationRoutes } from './consultation/routes.ts'
import { coordinationRoutes } from './coordination/routes.ts'
import { adjustmentRoutes } from './drafting/adjustment-routes.ts'
import { itemFormRoutes } from './drafting/item-form-routes.ts'
import { linkRoutes } from './drafting/link-routes.ts'
import { planFormRoutes } from './drafting/plan-form-routes.ts'
import { drawingRoutes } from './drawing/routes.ts'
import { editionRoutes } from './editions/edition-routes.ts'
import { indicatorRoomRoutes } from './indicators/routes.ts'
import { exchangeRoutes } from './exchange/exchange-routes.ts'
import { paperRoutes } from './exchange/paper-routes.ts'
import { progressTables } from './progress/paper-table-queries.ts'
import { progressRoomRoutes } from './progress/routes.ts'
import { itemRoutes } from './item-routes.ts'
import { planApi } from './plan-api.ts'
import { planRoutes } from './plan-routes.ts'
import { typeRoutes } from './plan-types/type-routes.ts'

export function routes(site: Site): void {
  planFormRoutes(site)
  itemFormRoutes(site)
  adjustmentRoutes(site)
  linkRoutes(site)
  editionRoutes(site)
  consultationRoutes(site)
  drawingRoutes(site)
  exchangeRoutes(site)
  indicatorRoomRoutes(site)
  progressRoomRoutes(site)
  paperRoutes(site, progressTables)
  planRoutes(site)
  itemRoutes(site)
  typeRoutes(site)
  planApi(site)
  coordinationRoutes(site)
}
