import type { Site } from '#platform/web/site.ts'
import { citationRoutes } from './citing/citation-routes.ts'
import { partRoutes } from './parts/part-routes.ts'
import { portfolioRoutes } from './portfolio/portfolio-routes.ts'
import { reuseRoute } from './reusing/reuse-routes.ts'
import { reportFormRoutes } from './report-form-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { returnedRoutes } from './returned/returned-routes.ts'
import { sectionRoutes } from './sections/section-routes.ts'
import { stepRoutes } from './step-routes.ts'
import { templateRoutes } from './templates/template-routes.ts'

export function routes(site: Site): void {
  portfolioRoutes(site)
  templateRoutes(site)
  reportFormRoutes(site)
  stepRoutes(site)
  sectionRoutes(site)
  partRoutes(site)
  returnedRoutes(site)
  citationRoutes(site)
  reuseRoute(site)
  reportRoutes(site)
}
