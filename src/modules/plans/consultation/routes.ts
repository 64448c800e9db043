import type { Site } from '#platform/web/site.ts'
import { commentApi } from './comment-api.ts'
import { commentFormRoutes } from './comment-form-routes.ts'
import { commentRoutes } from './comment-routes.ts'

/** Comments on plans. The forms come first, so that /plans/…/comments/new is no list. */
export function consultationRoutes(site: Site): void {
  commentFormRoutes(site)
  commentRoutes(site)
  commentApi(site)
}
