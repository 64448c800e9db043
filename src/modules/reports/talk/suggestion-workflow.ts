import { defineWorkflow } from '#platform/access/workflow.ts'
import { suggestionStates } from './talk.ts'

export const suggestionWorkflow = defineWorkflow({
  noun: 'report-suggestion',
  states: suggestionStates,
  start: 'open',
  ends: ['accepted', 'rejected', 'withdrawn'],
  steps: {
    accept: { from: ['open'], to: 'accepted' },
    reject: { from: ['open'], to: 'rejected', reason: 'required' },
    withdraw: { from: ['open'], to: 'withdrawn' },
  },
})

export type SuggestionStep = keyof typeof suggestionWorkflow.steps

export const suggestionSteps = Object.keys(suggestionWorkflow.steps) as SuggestionStep[]
