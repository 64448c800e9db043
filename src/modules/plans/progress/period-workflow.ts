import { defineWorkflow } from '#platform/access/workflow.ts'

/** Whether reports of a period can still change. Before it begins it is 'coming', by the day on which one looks. */
export const periodWorkflow = defineWorkflow({
  noun: 'plan-period',
  states: ['open', 'locked'],
  start: 'open',
  stored: null,
  ends: [],
  steps: {
    lock: { from: ['open'], to: 'locked' },
    unlock: { from: ['locked'], to: 'open', reason: 'required' },
  },
})
