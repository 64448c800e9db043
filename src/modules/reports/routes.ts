import type { Site } from '#platform/web/site.ts'
import { askedSectionRoutes } from './asking/asked-section-routes.ts'
import { waitingRoutes } from './asking/waiting-routes.ts'
import { citationRoutes } from './citing/citation-routes.ts'
import { partRoutes } from './parts/part-routes.ts'
import { paperRoutes } from './papers/paper-routes.ts'
import { portfolioRoutes } from './portfolio/portfolio-routes.ts'
import { reuseRoute } from './reusing/reuse-routes.ts'
import { reportApi } from './report-api.ts'
import { reportFormRoutes } from './report-form-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { returnedRoutes } from './returned/returned-routes.ts'
import { sectionRoutes } from './sections/section-routes.ts'
import { sectionApi } from './sections/section-api.ts'
import { stepRoutes } from './step-routes.ts'
import { talkApi } from './talk/talk-api.ts'
import { talkFormRoutes } from './talk/talk-form-routes.ts'
import { talkRoutes } from './talk/talk-routes.ts'
import { templateRoutes } from './templates/template-routes.ts'

export function routes(site: Site): void {
  waitingRoutes(site)
  portfolioRoutes(site)
  templateRoutes(site)
  reportFormRoutes(site)
  stepRoutes(site)
  sectionRoutes(site)
  askedSectionRoutes(site)
  talkFormRoutes(site)
  talkRoutes(site)
  partRoutes(site)
  returnedRoutes(site)
  citationRoutes(site)
  reuseRoute(site)
  paperRoutes(site)
  reportRoutes(site)
  reportApi(site)
  sectionApi(site)
  talkApi(site)
}
