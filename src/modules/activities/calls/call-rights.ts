import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { callStates } from './call.ts'
import { callWorkflow as flow } from './call-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const

/** What is open or closed is read by everybody, with its numbers; by name only the secretariat knows who has answered. */
export const callRights = defineRights({
  noun: 'call',
  states: callStates,
  actions: {
    make: { by: office, in: ['draft'] },
    /** Dates, and the words in six languages. */
    edit: { by: office, in: ['draft', 'open'] },
    /** Of whom how many entries are expected. */
    target: { by: office, in: ['draft', 'open'] },
    /** Who has answered and who has not, with the people through whom they are reached. */
    'see-answers': { by: office },
    /** To send the letter to the people of the target list. */
    write: { by: office, in: ['open'] },
    open: { by: office, in: from(flow, 'open') },
    close: { by: office, in: from(flow, 'close') },
    reopen: { by: office, in: from(flow, 'reopen') },
    discard: { by: office, in: from(flow, 'discard') },
  },
})
