import type { Site } from '#platform/web/site.ts'
import { factorRoutes } from './factor-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { securityRoutes } from './security-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** All pages of sign-in, and of how somebody signs in. */
export function entranceRoutes(site: Site): void {
  signInRoutes(site)
  mailRoutes(site)
  providerRoutes(site)
  securityRoutes(site)
  factorRoutes(site)
}
