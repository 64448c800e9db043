import type { Site } from '#platform/web/site.ts'
import { callFormRoutes } from './call-form-routes.ts'
import { callRoutes } from './call-routes.ts'
import { mailingRoutes } from './mailing-routes.ts'
import { targetRoutes } from './target-routes.ts'

/** Calls for entries. The forms come first, so that /calls/new is no call. */
export function callsRoutes(site: Site): void {
  callFormRoutes(site)
  targetRoutes(site)
  mailingRoutes(site)
  callRoutes(site)
}
