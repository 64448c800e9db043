import type { Module } from '#platform/module.ts'
import { bodyParts } from './index.ts'
import {
  claimRights,
  claimWorkflow,
  organizationRights,
  organizationWorkflow,
} from './organizations/organization-rights.ts'
import { personRights, personWorkflow } from './people/person-rights.ts'
import { invitationRights, invitationWorkflow, roleRights, roleWorkflow } from './roles/role-rights.ts'

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
  ],
  messages: null,
  digests: { bodies: (db) => bodyParts(db) },
  rights: [organizationRights, claimRights, roleRights, invitationRights, personRights],
  workflows: [organizationWorkflow, claimWorkflow, roleWorkflow, invitationWorkflow, personWorkflow],
}
