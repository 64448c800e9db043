import { defineWorkflow } from '#platform/access/workflow.ts'
import { callStates } from './call.ts'

/** Opened and closed by people, not by the calendar: the cut-off only tells what came late. */
export const callWorkflow = defineWorkflow({
  noun: 'call',
  states: callStates,
  start: 'draft',
  ends: ['discarded'],
  steps: {
    open: { from: ['draft'], to: 'open' },
    close: { from: ['open'], to: 'closed' },
    reopen: { from: ['closed'], to: 'open' },
    discard: { from: ['draft'], to: 'discarded' },
  },
})
