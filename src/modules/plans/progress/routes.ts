import type { Site } from '#platform/web/site.ts'
import { dutyEvidenceRoutes } from './duty-evidence-routes.ts'
import { periodRoutes } from './period-routes.ts'
import { progressRoutes } from './progress-routes.ts'
import { reportApi } from './report-api.ts'
import { reportRoutes } from './report-routes.ts'
import { waitingRoutes } from './waiting-routes.ts'

/** Reporting periods, reports with two ratings, and what they add up to. */
export function progressRoomRoutes(site: Site): void {
  periodRoutes(site)
  reportRoutes(site)
  dutyEvidenceRoutes(site)
  progressRoutes(site)
  waitingRoutes(site)
  reportApi(site)
}
