/** Addresses of what this module holds, without the language. */
export const accountPaths = {
  bodies: '/bodies',
  body: (id: string) => `/bodies/${id}`,
  organizations: '/organizations',
  newOrganization: '/organizations/new',
  organization: (id: string) => `/organizations/${id}`,
  organizationPart: (id: string, part: 'edit' | 'approval' | 'merger' | 'closure' | 'domains' | 'claim') =>
    `/organizations/${id}/${part}`,
  claims: '/claims',
  claim: (id: string) => `/claims/${id}`,
  claimWithdrawal: (id: string) => `/claims/${id}/withdrawal`,
  people: '/people',
  person: (id: string) => `/people/${id}`,
  newRole: (person: string) => `/people/${person}/roles/new`,
  personAccess: (person: string) => `/people/${person}/access`,
  roleEnd: (id: string) => `/roles/${id}/end`,
  invitations: '/invitations',
  newInvitation: '/invitations/new',
  invitationWithdrawal: (id: string) => `/invitations/${id}/withdrawal`,
  /** What the mail leads to. */
  invitation: (token: string) => `/invitation/${token}`,
  account: '/account',
  accountData: '/account/data',
  accountErasure: '/account/erasure',
  address: '/account/address',
  /** What the mail to a new address leads to. */
  newAddress: (token: string) => `/account/address/${token}`,
  accountErased: '/account/erased',
} as const
