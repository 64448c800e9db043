import type { TextKinds } from '#platform/texts/texts.ts'
import type { Site } from '#platform/web/site.ts'
import { editorRoutes } from './editor/editor-routes.ts'
import { exchangeRoutes } from './exchange/exchange-routes.ts'
import { machineRoutes } from './machine/machine-routes.ts'
import { termRecordRoute } from './terms/term-record-routes.ts'
import { termRoutes } from './terms/term-routes.ts'
import { workRoutes } from './worklist/work-routes.ts'

export function routes(site: Site, kinds: TextKinds): void {
  workRoutes(site, kinds)
  exchangeRoutes(site, kinds)
  editorRoutes(site, kinds)
  machineRoutes(site, kinds)
  termRoutes(site)
  termRecordRoute(site)
}
