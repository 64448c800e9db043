import type { Site } from '#platform/web/site.ts'
import { gapRoutes } from './gaps/gap-routes.ts'
import { planDutyRoutes } from './gaps/plan-duty-routes.ts'
import { matterFormRoutes } from './matters/matter-form-routes.ts'
import { matterRoutes } from './matters/matter-routes.ts'
import { overlapFormRoutes } from './overlaps/overlap-form-routes.ts'
import { overlapRoutes } from './overlaps/overlap-routes.ts'
import { wholeRoutes } from './whole-routes.ts'

/** What the WSIS/SDG Task Force sees: everything that is planned, what overlaps, what is missing, what it must consider. */
export function coordinationRoutes(site: Site): void {
  wholeRoutes(site)
  overlapFormRoutes(site)
  overlapRoutes(site)
  gapRoutes(site)
  planDutyRoutes(site)
  matterFormRoutes(site)
  matterRoutes(site)
}
