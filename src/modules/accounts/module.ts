import { fileURLToPath } from 'node:url'
import type { Module } from '#platform/module.ts'
import { accountSubjects } from './history/account-subject-queries.ts'
import { actorNames } from './history/actor-names-queries.ts'
import { bodyParts } from './index.ts'
import en from './messages/en.json' with { type: 'json' }
import { claimParts, organizationParts } from './organizations/organization-parts-queries.ts'
import {
  claimRights,
  claimWorkflow,
  organizationRights,
  organizationWorkflow,
} from './organizations/organization-rights.ts'
import { organizationSource } from './organizations/organization-source-queries.ts'
import { accountData } from './people/account-data-queries.ts'
import { eraseAccount } from './people/erasure-commands.ts'
import { personParts } from './people/person-parts-queries.ts'
import { personRights, personWorkflow } from './people/person-rights.ts'
import { invitationParts, roleParts } from './roles/role-parts-queries.ts'
import { invitationRights, invitationWorkflow, roleRights, roleWorkflow } from './roles/role-rights.ts'
import { forgetEntrances } from './sign-in/forgetting.ts'
import { peopleRoutes } from './routes.ts'
import { entranceRoutes } from './sign-in/routes.ts'
import { tokenRoutes } from './tokens/token-routes.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  // eslint-disable-next-line -- the body is empty on purpose: it merges this module's words into all.
  interface MessageKeys extends Catalogue {}
}

export const accounts: Module = {
  name: 'accounts',
  dependsOn: ['frameworks'],
  owns: [
    'bodies',
    'body_names',
    'people',
    'credentials',
    'sessions',
    'verifications',
    'second_factors',
    'spent_codes',
    'mail_links',
    'passkeys',
    'passkey_challenges',
    'sign_in_limits',
    'secrets',
    'organizations',
    'organization_domains',
    'claims',
    'roles',
    'invitations',
    'address_changes',
    'personal_tokens',
  ],
  technical: [
    'people',
    'credentials',
    'sessions',
    'verifications',
    'second_factors',
    'spent_codes',
    'mail_links',
    'passkeys',
    'passkey_challenges',
    'sign_in_limits',
    'secrets',
    'invitations',
    'address_changes',
    'personal_tokens',
  ],
  routes: (site, modules) => {
    entranceRoutes(site)
    tokenRoutes(site)
    peopleRoutes(site, modules)
  },
  jobs: [forgetEntrances],
  messages: fileURLToPath(new URL('messages', import.meta.url)),
  subjects: accountSubjects,
  actorNames,
  digests: {
    bodies: (db) => bodyParts(db),
    organization: organizationParts,
    claim: claimParts,
    role: roleParts,
    invitation: invitationParts,
    person: personParts,
  },
  search: [organizationSource],
  rights: [organizationRights, claimRights, roleRights, invitationRights, personRights],
  workflows: [organizationWorkflow, claimWorkflow, roleWorkflow, invitationWorkflow, personWorkflow],
  personalData: accountData,
  erasePerson: eraseAccount,
}
