import { defineWorkflow } from '#platform/access/workflow.ts'
import { linkStates } from './link.ts'

/** Proposed by whoever facilitates the line, agreed by the secretariat; what was withdrawn keeps its address and its reason. */
export const linkWorkflow = defineWorkflow({
  noun: 'matrix-link',
  stored: 'matrix_links_state',
  states: linkStates,
  start: 'proposed',
  ends: ['withdrawn'],
  steps: {
    agree: { from: ['proposed'], to: 'agreed' },
    withdraw: { from: ['proposed', 'agreed'], to: 'withdrawn', reason: 'required' },
  },
})

/** In the order in which pages offer them. */
export const linkSteps = ['agree', 'withdraw'] as const

export type LinkStep = (typeof linkSteps)[number]
