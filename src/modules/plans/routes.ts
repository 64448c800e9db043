import type { Site } from '#platform/web/site.ts'
import { indicatorRoomRoutes } from './indicators/routes.ts'
import { progressRoomRoutes } from './progress/routes.ts'

export function routes(site: Site): void {
  indicatorRoomRoutes(site)
  progressRoomRoutes(site)
}
