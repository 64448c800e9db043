import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { linkStates } from './link.ts'
import { linkWorkflow as flow } from './link-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const

/** Everybody reads all links. Nobody agrees to what they facilitate themselves. */
export const linkRights = defineRights({
  noun: 'matrix-link',
  states: linkStates,
  actions: {
    propose: { by: { facilitator: 'own', ...office }, in: ['proposed'] },
    /** Agency, validity and rationale. */
    edit: { by: { facilitator: 'own', ...office }, in: ['proposed'] },
    /** The same of what was agreed already: a report may rest on it. */
    amend: { by: office, in: ['agreed'] },
    agree: { by: office, in: from(flow, 'agree'), notByOwner: true },
    withdraw: { by: office, in: from(flow, 'withdraw') },
  },
})
