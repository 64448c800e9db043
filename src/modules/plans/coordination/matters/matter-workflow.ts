import { defineWorkflow } from '#platform/access/workflow.ts'
import { matterStates } from './matter.ts'

/** From the day on which something was decided to the day on which it was taken into account. */
export const matterWorkflow = defineWorkflow({
  noun: 'task-force-matter',
  states: matterStates,
  start: 'open',
  stored: 'task_force_matters_state',
  ends: [],
  steps: {
    'take-up': { from: ['open'], to: 'under-way' },
    /** With an outcome in words. */
    account: { from: ['open', 'under-way'], to: 'taken-into-account' },
    /** Without action. */
    close: { from: ['open', 'under-way'], to: 'closed', reason: 'required' },
    reopen: { from: ['taken-into-account', 'closed'], to: 'open' },
  },
})

export type MatterStep = keyof typeof matterWorkflow.steps

export const matterSteps = Object.keys(matterWorkflow.steps) as MatterStep[]
