import { scopeNames } from '#modules/accounts/index.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { Site } from '#platform/web/site.ts'
import { deskOf } from './desk.ts'
import { deskPage } from './pages/desk-page.ts'
import { sitePaths } from './paths.ts'

/** What waits for the reader, in one place. */
export function deskRoutes(site: Site): void {
  site.page({
    path: sitePaths.desk,
    page: async (visit) => {
      const entries = await deskOf(visit)
      const scopes = entries.flatMap(({ scope }): Scope[] => (scope === null ? [] : [scope]))
      return deskPage(visit, entries, await scopeNames(visit.db, scopes))
    },
  })
}
