import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { commentWorkflow } from './comment-workflow.ts'
import { suggestionWorkflow } from './suggestion-workflow.ts'
import { commentStates, suggestionStates } from './talk.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
/** Whoever sees the draft; those of them who do not are not told that there is one. */
const readers = {
  'focal-point': 'any',
  facilitator: 'any',
  chair: 'any',
  translator: 'any',
  ...office,
} as const
const unit = { 'focal-point': 'own', facilitator: 'own', chair: 'own', ...office } as const

/** Whoever sees a draft comments on it; whoever said it, or writes the section, settles it. */
export const commentRights = defineRights({
  noun: 'report-comment',
  states: commentStates,
  actions: {
    make: { by: readers, in: ['open'] },
    reply: { by: readers, in: ['open'] },
    settle: { by: { owner: 'any', ...unit }, in: from(commentWorkflow, 'settle') },
    reopen: { by: { owner: 'any', ...unit }, in: from(commentWorkflow, 'reopen') },
  },
})

/** Whoever sees a draft proposes other words; whoever writes the section takes them or says why not. */
export const suggestionRights = defineRights({
  noun: 'report-suggestion',
  states: suggestionStates,
  actions: {
    make: { by: readers, in: ['open'] },
    accept: { by: unit, in: from(suggestionWorkflow, 'accept') },
    reject: { by: unit, in: from(suggestionWorkflow, 'reject') },
    withdraw: { by: { owner: 'any' }, in: from(suggestionWorkflow, 'withdraw') },
  },
})
