import type { Site } from '#platform/web/site.ts'
import { consultationRoutes } from './consultation/routes.ts'
import { drawingRoutes } from './drawing/routes.ts'
import { exchangeRoutes } from './exchange/exchange-routes.ts'

export function routes(site: Site): void {
  consultationRoutes(site)
  drawingRoutes(site)
  exchangeRoutes(site)
}
