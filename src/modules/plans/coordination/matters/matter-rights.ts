import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { matterStates, openMatterStates } from './matter.ts'
import { matterWorkflow as flow } from './matter-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
/** Whoever takes care of it. */
const carers = { 'focal-point': 'own', ...office } as const

/** The secretariat keeps the list; the unit that takes care of a matter reports on it. */
export const matterRights = defineRights({
  noun: 'task-force-matter',
  states: matterStates,
  actions: {
    make: { by: office, in: ['open'] },
    edit: { by: office },
    report: { by: carers, in: openMatterStates },
    'take-up': { by: carers, in: from(flow, 'take-up') },
    account: { by: carers, in: from(flow, 'account') },
    close: { by: office, in: from(flow, 'close') },
    reopen: { by: office, in: from(flow, 'reopen') },
  },
})
