import { defineWorkflow } from '#platform/access/workflow.ts'

export const overlapStates = ['suggested', 'merged', 'joint', 'distinct'] as const

export type OverlapState = (typeof overlapStates)[number]

/** What is made of two items that look like one. What was merged stays so: a dropped item does not come back. */
export const overlapWorkflow = defineWorkflow({
  noun: 'plan-overlap',
  states: overlapStates,
  start: 'suggested',
  stored: 'plan_overlaps_state',
  ends: ['merged'],
  steps: {
    /** One of the two is kept, and takes over what belongs to the other. */
    merge: { from: ['suggested'], to: 'merged', reason: 'required' },
    /** Both stay, and name each other. */
    join: { from: ['suggested'], to: 'joint', reason: 'optional' },
    distinguish: { from: ['suggested'], to: 'distinct', reason: 'required' },
    reopen: { from: ['joint', 'distinct'], to: 'suggested', reason: 'optional' },
  },
})

export type OverlapStep = keyof typeof overlapWorkflow.steps

export const overlapSteps = Object.keys(overlapWorkflow.steps) as OverlapStep[]
