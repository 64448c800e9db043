import type { Site } from '#platform/web/site.ts'
import { calendarRoutes } from './occurrences/calendar-routes.ts'
import { compareRoutes } from './comparison/compare-routes.ts'
import { dutyRoutes } from './duties/duty-routes.ts'
import { evidenceFormRoutes } from './evidence/evidence-form-routes.ts'
import { evidenceRoutes } from './evidence/evidence-routes.ts'
import { evidenceStepRoutes } from './evidence/evidence-step-routes.ts'
import { keepingRoutes } from './keeping/keeping-routes.ts'
import { oversightRoutes } from './oversight/oversight-routes.ts'
import { instrumentRoutes } from './instruments/instrument-routes.ts'
import { changesRoutes } from './succession/changes-routes.ts'
import { pairingRoutes } from './succession/pairing-routes.ts'
import { revisionRoutes } from './instruments/revision-routes.ts'
import { reviewRoutes } from './review/review-routes.ts'

export function routes(site: Site): void {
  instrumentRoutes(site)
  // Before the provisions, whose addresses take whatever follows a revision.
  changesRoutes(site)
  pairingRoutes(site)
  // Before the provisions, whose addresses have any number of parts.
  reviewRoutes(site)
  revisionRoutes(site)
  compareRoutes(site)
  dutyRoutes(site)
  oversightRoutes(site)
  keepingRoutes(site)
  evidenceRoutes(site)
  evidenceFormRoutes(site)
  evidenceStepRoutes(site)
  calendarRoutes(site)
}
