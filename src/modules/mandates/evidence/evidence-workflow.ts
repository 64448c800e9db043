import { defineWorkflow } from '#platform/access/workflow.ts'
import { contestStates, evidenceStates } from './evidence.ts'

/** Evidence is reported, becomes documented when there is something to look at, and verified when somebody else has looked. */
export const evidenceWorkflow = defineWorkflow({
  noun: 'evidence',
  stored: 'evidence_state',
  states: evidenceStates,
  start: 'reported',
  ends: ['withdrawn'],
  steps: {
    document: { from: ['reported'], to: 'documented' },
    verify: { from: ['documented'], to: 'verified' },
    // What was verified and is corrected must be looked at again.
    reopen: { from: ['verified'], to: 'documented', reason: 'optional' },
    withdraw: { from: ['reported', 'documented', 'verified'], to: 'withdrawn', reason: 'required' },
  },
})

/** While a contest is open or answered, the evidence counts for nothing; it ends when it is withdrawn or settled. */
export const contestWorkflow = defineWorkflow({
  noun: 'contest',
  stored: 'evidence_contests_state',
  states: contestStates,
  start: 'open',
  ends: ['withdrawn'],
  steps: {
    answer: { from: ['open', 'answered'], to: 'answered' },
    withdraw: { from: ['open', 'answered'], to: 'withdrawn', reason: 'optional' },
  },
})
