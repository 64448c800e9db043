import type { Module } from '#platform/module.ts'
import type { Site } from '#platform/web/site.ts'
import { claimRoutes } from './organizations/claim-routes.ts'
import { decisionRoutes } from './organizations/decision-routes.ts'
import { domainRoutes } from './organizations/domain-routes.ts'
import { organizationFormRoutes } from './organizations/organization-form-routes.ts'
import { organizationRoutes } from './organizations/organization-routes.ts'
import { accountRoutes } from './people/account-routes.ts'
import { addressRoutes } from './people/address-routes.ts'
import { personRoutes } from './people/person-routes.ts'
import { invitationRoutes } from './roles/invitation-routes.ts'
import { roleRoutes } from './roles/role-routes.ts'

/** The rooms of people, organizations and roles; sign-in has routes of its own. */
export function peopleRoutes(site: Site, modules: readonly Module[]): void {
  // Forms for something new come before the pages of what there is: '/organizations/new' is no organization.
  organizationFormRoutes(site)
  organizationRoutes(site)
  decisionRoutes(site)
  domainRoutes(site)
  claimRoutes(site)
  roleRoutes(site)
  invitationRoutes(site)
  personRoutes(site)
  accountRoutes(site, modules)
  addressRoutes(site)
}
