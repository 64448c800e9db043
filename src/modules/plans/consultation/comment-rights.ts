import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { commentStates } from './comment.ts'
import { commentWorkflow as flow } from './comment-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const

/** To comment and to answer are rights on the plan: `comment` and `dispose`. */
export const commentRights = defineRights({
  noun: 'plan-comment',
  states: commentStates,
  actions: {
    withdraw: { by: { owner: 'any' }, in: from(flow, 'withdraw') },
    'set-aside': { by: office, in: from(flow, 'set-aside') },
    restore: { by: office, in: from(flow, 'restore') },
    /** The words of what is not shown to others. */
    'see-aside': { by: { owner: 'any', ...office } },
  },
})
