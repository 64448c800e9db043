import { defineRights } from '#platform/access/rights.ts'
import { defineWorkflow, from } from '#platform/access/workflow.ts'
import { claimStates } from './claim.ts'
import { organizationStates } from './organization.ts'

export const organizationWorkflow = defineWorkflow({
  noun: 'organization',
  states: organizationStates,
  start: 'proposed',
  ends: ['declined', 'merged', 'closed'],
  steps: {
    approve: { from: ['proposed'], to: 'approved', reason: 'optional' },
    decline: { from: ['proposed'], to: 'declined', reason: 'required' },
    merge: { from: ['proposed', 'approved'], to: 'merged', reason: 'optional' },
    close: { from: ['approved'], to: 'closed', reason: 'required' },
  },
})

const office = { secretariat: 'any', administrator: 'any' } as const
const deciding = { ...office, 'regional-officer': 'own' } as const

export const organizationRights = defineRights({
  noun: 'organization',
  states: organizationStates,
  actions: {
    propose: { by: { person: 'any', ...office }, in: ['proposed'] },
    /** Before somebody has decided; afterwards everybody whom its visibility allows. */
    'see-undecided': { by: { owner: 'any', ...deciding } },
    'see-people': { by: { representative: 'own', 'focal-point': 'own', delegate: 'own', ...office } },
    edit: { by: { owner: 'any', 'focal-point': 'own', ...deciding }, in: ['proposed', 'approved'] },
    /** Membership of the Union and visibility. */
    classify: { by: office, in: ['proposed', 'approved'] },
    approve: { by: deciding, in: from(organizationWorkflow, 'approve') },
    decline: { by: deciding, in: from(organizationWorkflow, 'decline') },
    merge: { by: office, in: from(organizationWorkflow, 'merge') },
    close: { by: office, in: from(organizationWorkflow, 'close') },
    'list-domain': { by: { 'focal-point': 'own', ...office }, in: ['approved'] },
    /** A focal point may only confirm the domain of their own address. */
    'verify-own-domain': { by: { 'focal-point': 'own', ...office }, in: ['approved'] },
    'verify-domain': { by: office, in: ['approved'] },
    claim: { by: { person: 'any' }, in: ['approved'] },
  },
})

export const claimWorkflow = defineWorkflow({
  noun: 'claim',
  states: claimStates,
  start: 'asked',
  ends: ['granted', 'refused', 'withdrawn'],
  steps: {
    grant: { from: ['asked'], to: 'granted', reason: 'optional' },
    refuse: { from: ['asked'], to: 'refused', reason: 'required' },
    withdraw: { from: ['asked'], to: 'withdrawn' },
  },
})

export const claimRights = defineRights({
  noun: 'claim',
  states: claimStates,
  actions: {
    see: { by: { owner: 'any', 'focal-point': 'own', ...office } },
    /** Before it is looked up at all. */
    'ask-about': { by: { person: 'any', ...office } },
    grant: { by: { 'focal-point': 'own', ...office }, in: from(claimWorkflow, 'grant') },
    refuse: { by: { 'focal-point': 'own', ...office }, in: from(claimWorkflow, 'refuse') },
    /** Asked besides the two above, without the organization: nobody decides on their own claim. */
    judge: { by: { person: 'any', ...office }, notByOwner: true },
    withdraw: { by: { owner: 'any' }, in: from(claimWorkflow, 'withdraw') },
    /** The list of all open claims, whatever the organization. */
    'list-all': { by: office },
  },
})
