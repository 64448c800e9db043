import { defineWorkflow } from '#platform/access/workflow.ts'
import { commentStates } from './comment.ts'

/** Nobody checks a comment before it is published; what breaks the rules is set aside afterwards. */
export const commentWorkflow = defineWorkflow({
  noun: 'plan-comment',
  stored: 'plan_comments_state',
  states: commentStates,
  start: 'published',
  ends: ['withdrawn'],
  steps: {
    withdraw: { from: ['published'], to: 'withdrawn' },
    'set-aside': { from: ['published'], to: 'set-aside', reason: 'required' },
    restore: { from: ['set-aside'], to: 'published' },
  },
})

export type CommentStep = keyof typeof commentWorkflow.steps

export const commentSteps = Object.keys(commentWorkflow.steps) as CommentStep[]
