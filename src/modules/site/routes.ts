import type { Module } from '#platform/module.ts'
import type { Site } from '#platform/web/site.ts'
import { bodyRoutes } from './body-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { historyRoutes } from './history/history-routes.ts'
import { goalRoutes } from './goal-routes.ts'
import { homeRoutes } from './home-routes.ts'
import { lineRoutes } from './line-routes.ts'
import { objectiveRoutes } from './objective-routes.ts'
import { operationsRoutes } from './operations-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { parityRoutes } from './parity-routes.ts'
import { rightsRoutes } from './rights/rights-routes.ts'
import { searchRoutes } from './searching/search-routes.ts'

export function routes(site: Site, modules: readonly Module[]): void {
  homeRoutes(site)
  deskRoutes(site)
  bodyRoutes(site)
  lineRoutes(site)
  goalRoutes(site)
  objectiveRoutes(site)
  searchRoutes(site)
  parityRoutes(site, modules)
  paperRoutes(site)
  rightsRoutes(site)
  historyRoutes(site)
  operationsRoutes(site)
}
