import type { Site } from '#platform/web/site.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { figureRoutes } from './figure-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { careRoutes, moderatedRoutes } from './moderated-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { workRoutes } from './work-routes.ts'

/** The pages of the secretariat. Those with a name of their own come before those of one entry. */
export function moderationRoutes(site: Site): void {
  workRoutes(site)
  careRoutes(site)
  bulkRoutes(site)
  figureRoutes(site)
  settingsRoutes(site)
  mergeRoutes(site)
  moderatedRoutes(site)
}
