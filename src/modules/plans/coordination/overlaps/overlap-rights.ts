import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { overlapStates, overlapWorkflow as flow } from './overlap-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
const units = { 'focal-point': 'own', ...office } as const

/** Drafts stand among the items, so only the staff sees pairs; those of the units concerned decide what becomes of them. */
export const overlapRights = defineRights({
  noun: 'plan-overlap',
  states: overlapStates,
  actions: {
    see: { by: { ...units, verifier: 'any', translator: 'any', 'regional-officer': 'any' } },
    merge: { by: units, in: from(flow, 'merge') },
    join: { by: units, in: from(flow, 'join') },
    distinguish: { by: units, in: from(flow, 'distinguish') },
    reopen: { by: units, in: from(flow, 'reopen') },
  },
})
