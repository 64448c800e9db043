import { defineWorkflow } from '#platform/access/workflow.ts'
import { commentStates } from './talk.ts'

export const commentWorkflow = defineWorkflow({
  noun: 'report-comment',
  states: commentStates,
  start: 'open',
  ends: [],
  steps: {
    settle: { from: ['open'], to: 'settled' },
    reopen: { from: ['settled'], to: 'open' },
  },
})

export type CommentStep = keyof typeof commentWorkflow.steps

export const commentSteps = Object.keys(commentWorkflow.steps) as CommentStep[]
