import type { Site } from '#platform/web/site.ts'
import { coordinationRoutes } from './coordination/routes.ts'
import { adjustmentRoutes } from './drafting/adjustment-routes.ts'
import { itemFormRoutes } from './drafting/item-form-routes.ts'
import { linkRoutes } from './drafting/link-routes.ts'
import { planFormRoutes } from './drafting/plan-form-routes.ts'
import { editionRoutes } from './editions/edition-routes.ts'
import { itemRoutes } from './item-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { typeRoutes } from './types/type-routes.ts'

export function routes(site: Site): void {
  planFormRoutes(site)
  itemFormRoutes(site)
  adjustmentRoutes(site)
  linkRoutes(site)
  editionRoutes(site)
  planRoutes(site)
  itemRoutes(site)
  typeRoutes(site)
  coordinationRoutes(site)
}
