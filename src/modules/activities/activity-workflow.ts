import { defineWorkflow } from '#platform/access/workflow.ts'
import { activityStates } from './activity.ts'

/** The published text stays readable while an update waits, is asked about or is archived. */
export const activityWorkflow = defineWorkflow({
  noun: 'activity',
  stored: 'activities_state',
  states: activityStates,
  start: 'draft',
  ends: ['merged', 'discarded'],
  steps: {
    submit: { from: ['draft', 'returned'], to: 'submitted' },
    recall: { from: ['submitted'], to: 'draft' },
    discard: { from: ['draft', 'returned'], to: 'discarded' },
    publish: { from: ['submitted'], to: 'published', reason: 'optional' },
    return: { from: ['submitted'], to: 'returned', reason: 'required' },
    update: { from: ['published', 'confirm-due', 'archived'], to: 'update-pending' },
    'recall-update': { from: ['update-pending'], to: 'published' },
    'publish-update': { from: ['update-pending'], to: 'published', reason: 'optional' },
    'return-update': { from: ['update-pending'], to: 'published', reason: 'required' },
    ask: { from: ['published'], to: 'confirm-due' },
    confirm: { from: ['confirm-due', 'archived'], to: 'published' },
    archive: { from: ['published', 'confirm-due'], to: 'archived', reason: 'optional' },
    merge: {
      from: ['draft', 'submitted', 'returned', 'published', 'update-pending', 'confirm-due', 'archived'],
      to: 'merged',
      reason: 'optional',
    },
  },
})
