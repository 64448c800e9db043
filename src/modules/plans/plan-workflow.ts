import { defineWorkflow } from '#platform/access/workflow.ts'
import { planStates } from './plan.ts'

/** From the draft to the plan that replaces it. What has been public never becomes a draft again. */
export const planWorkflow = defineWorkflow({
  noun: 'plan',
  states: planStates,
  start: 'draft',
  ends: ['superseded', 'discarded'],
  steps: {
    /** Opens it for comments. */
    consult: { from: ['draft'], to: 'consultation' },
    /** Coordinated with UNGIS, or for an operational plan with the task force. */
    coordinate: { from: ['draft', 'consultation'], to: 'coordinated' },
    present: { from: ['coordinated'], to: 'presented' },
    /** Whoever it was presented to asks for changes. */
    'send-back': { from: ['coordinated', 'presented'], to: 'consultation', reason: 'required' },
    note: { from: ['presented'], to: 'noted' },
    'put-in-force': { from: ['presented', 'noted'], to: 'in-force' },
    supersede: { from: ['presented', 'noted', 'in-force'], to: 'superseded' },
    discard: { from: ['draft'], to: 'discarded' },
  },
})
