import type { Site } from '#platform/web/site.ts'
import { activityApi } from './api/activity-api.ts'
import { callsRoutes } from './calls/routes.ts'
import { entryRoutes } from './entry/entry-routes.ts'
import { entryFileRoutes } from './entry/file-routes.ts'
import { stepRoutes } from './entry/step-routes.ts'
import { codeRoutes } from './exchange/code-routes.ts'
import { exportRoutes } from './exchange/export-routes.ts'
import { importRoutes } from './exchange/import-routes.ts'
import { activityListRoutes } from './finding/activity-list-routes.ts'
import { mapRoutes } from './finding/map-routes.ts'
import { valueRoutes } from './finding/value-routes.ts'
import { placeRoutes } from './finding/place-routes.ts'
import { changeRoutes } from './harvesting/change-routes.ts'
import { oaiRoutes } from './harvesting/oai-routes.ts'
import { moderationRoutes } from './moderation/routes.ts'
import { catalogueRoutes } from './open-data/catalogue-routes.ts'
import { downloadRoutes } from './open-data/download-routes.ts'
import { activityRoutes } from './published/activity-routes.ts'
import { questionnaireRoutes } from './questionnaire/questionnaire-routes.ts'

export function routes(site: Site): void {
  // Before the records: a file has an address that a record's could be.
  exportRoutes(site)
  entryRoutes(site)
  entryFileRoutes(site)
  stepRoutes(site)
  questionnaireRoutes(site)
  importRoutes(site)
  codeRoutes(site)
  activityListRoutes(site)
  mapRoutes(site)
  valueRoutes(site)
  placeRoutes(site)
  downloadRoutes(site)
  catalogueRoutes(site)
  changeRoutes(site)
  oaiRoutes(site)
  moderationRoutes(site)
  callsRoutes(site)
  activityRoutes(site)
  activityApi(site)
}
