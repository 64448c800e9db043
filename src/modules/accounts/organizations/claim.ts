import { organizationScope } from './organization.ts'

export const claimStates = ['asked', 'granted', 'refused', 'withdrawn'] as const

export type ClaimState = (typeof claimStates)[number]

export type Claim = {
  id: string
  person: string
  organization: string
  state: ClaimState
}

export const claimAsThing = (claim: Pick<Claim, 'person' | 'organization' | 'state'>) => ({
  state: claim.state,
  owners: [claim.person],
  within: [organizationScope(claim.organization)],
})
