import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { activityStates } from './activity.ts'
import { activityWorkflow as flow } from './activity-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
const keeping = { owner: 'any', representative: 'own', 'focal-point': 'own' } as const

export const activityRights = defineRights({
  noun: 'activity',
  states: activityStates,
  actions: {
    enter: { by: { person: 'any', ...office }, in: ['draft'] },
    /** The entry as it is being worked on; what is published is read by everybody. */
    'see-work': { by: { ...keeping, ...office } },
    edit: {
      by: { ...keeping, ...office },
      in: ['draft', 'returned', 'published', 'confirm-due', 'archived'],
    },
    submit: { by: keeping, in: from(flow, 'submit') },
    recall: { by: keeping, in: from(flow, 'recall') },
    discard: { by: keeping, in: from(flow, 'discard') },
    publish: { by: office, in: from(flow, 'publish'), notByOwner: true },
    return: { by: office, in: from(flow, 'return') },
    update: { by: { ...keeping, ...office }, in: from(flow, 'update') },
    'recall-update': { by: keeping, in: from(flow, 'recall-update') },
    'publish-update': { by: office, in: from(flow, 'publish-update'), notByOwner: true },
    'return-update': { by: office, in: from(flow, 'return-update') },
    /** Done by rule, when its day has come; the secretariat may do it earlier. */
    ask: { by: office, in: from(flow, 'ask') },
    confirm: { by: { ...keeping, ...office }, in: from(flow, 'confirm') },
    archive: { by: { ...keeping, ...office }, in: from(flow, 'archive') },
    merge: { by: office, in: from(flow, 'merge') },
    /** Work list, notes, figures, settings. */
    moderate: { by: office },
    /** Many entries at once, from a file. */
    import: { by: { representative: 'any', 'focal-point': 'any', ...office }, in: ['draft'] },
    /** Straight to the public, without anybody else looking at it. */
    'import-published': { by: office, in: ['draft'] },
  },
})
