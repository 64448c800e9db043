import type { Site } from '#platform/web/site.ts'
import { entryApi } from './entry-api.ts'
import { listApi } from './list-api.ts'
import { recordApi } from './record-api.ts'

/** Activities as programs read and write them. */
export function activityApi(site: Site): void {
  listApi(site)
  recordApi(site)
  entryApi(site)
}
