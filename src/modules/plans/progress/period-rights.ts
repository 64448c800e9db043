import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { periodStates } from './period.ts'
import { periodWorkflow as flow } from './period-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
const keepers = { facilitator: 'own', 'focal-point': 'own', ...office } as const

/** Those who lead a plan say when reports are due; the secretariat closes the books. */
export const periodRights = defineRights({
  noun: 'plan-period',
  states: periodStates,
  actions: {
    make: { by: keepers, in: ['coming', 'open'] },
    edit: { by: keepers, in: ['coming', 'open'] },
    remove: { by: keepers, in: ['coming', 'open'] },
    lock: { by: office, in: from(flow, 'lock') },
    unlock: { by: office, in: from(flow, 'unlock') },
  },
})
