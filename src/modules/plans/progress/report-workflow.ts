import { defineWorkflow } from '#platform/access/workflow.ts'
import { reportStates } from './report.ts'

/** From the author to the reviewer, and back as often as needed. What is accepted stays. */
export const reportWorkflow = defineWorkflow({
  noun: 'plan-report',
  states: reportStates,
  start: 'draft',
  ends: ['accepted'],
  steps: {
    submit: { from: ['draft', 'returned'], to: 'submitted' },
    'send-back': { from: ['submitted'], to: 'returned', reason: 'required' },
    accept: { from: ['submitted'], to: 'accepted' },
  },
})
