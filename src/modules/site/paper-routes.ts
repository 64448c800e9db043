import { overview, lookOf } from '#modules/mandates/index.ts'
import type { Site } from '#platform/web/site.ts'
import { apiPage } from './pages/api-page.ts'
import { aboutPage, accessibilityPage, privacyPage } from './pages/papers.ts'
import { sitePaths } from './paths.ts'

/** What the site says about itself. */
export function paperRoutes(site: Site): void {
  site.page({
    path: sitePaths.about,
    page: async (visit) => aboutPage(visit, await overview(visit.db, lookOf(visit))),
  })
  site.page({ path: sitePaths.accessibility, page: accessibilityPage })
  site.page({ path: sitePaths.privacy, page: privacyPage })
  site.page({
    path: sitePaths.api,
    page: async (visit) => {
      const { revisions } = await overview(visit.db, lookOf(visit))
      return apiPage(visit, revisions.find(({ duties }) => duties > 0)?.id ?? null)
    },
  })
}
