import type { Site } from '#platform/web/site.ts'
import { contradictionRoutes } from './contradictions/contradiction-routes.ts'
import { gridRoutes } from './grid/grid-routes.ts'
import { viewRoutes } from './grid/view-routes.ts'
import { linkApi } from './links/link-api.ts'
import { linkFormRoutes } from './links/link-form-routes.ts'
import { linkRoutes } from './links/link-routes.ts'
import { versionRoutes } from './versions/version-routes.ts'

/** The Matrix. Forms come first, so that `/matrix/links/new` is no link. */
export function routes(site: Site): void {
  linkFormRoutes(site)
  versionRoutes(site)
  linkRoutes(site)
  contradictionRoutes(site)
  gridRoutes(site)
  viewRoutes(site)
  linkApi(site)
}
