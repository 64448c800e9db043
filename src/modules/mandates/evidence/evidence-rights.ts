import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { contestStates, strengths } from './evidence.ts'
import { contestWorkflow, evidenceWorkflow } from './evidence-workflow.ts'

// Whoever linked it, and whoever answers for its duty, keeps a piece of evidence.
const keepers = { owner: 'any', 'focal-point': 'own', secretariat: 'any' } as const

const standing = ['reported', 'documented', 'verified', 'contested'] as const

/** The states are the strengths: evidence that is contested is in none of the others. */
export const evidenceRights = defineRights({
  noun: 'evidence',
  states: strengths,
  actions: {
    correct: { by: keepers, in: standing },
    document: { by: keepers, in: from(evidenceWorkflow, 'document') },
    verify: {
      by: { verifier: 'own', secretariat: 'any' },
      in: from(evidenceWorkflow, 'verify'),
      notByOwner: true,
    },
    reopen: { by: keepers, in: from(evidenceWorkflow, 'reopen') },
    contest: {
      by: {
        verifier: 'own',
        delegate: 'any',
        chair: 'any',
        facilitator: 'any',
        'regional-officer': 'any',
        'focal-point': 'any',
        secretariat: 'any',
      },
      in: ['reported', 'documented', 'verified'],
      notByOwner: true,
    },
    answer: { by: keepers, in: ['contested'] },
    settle: { by: { verifier: 'own', secretariat: 'any' }, in: ['contested'], notByOwner: true },
    withdraw: { by: keepers, in: standing },
  },
})

/** Who raised a contest may withdraw it; others settle it: see the evidence. */
export const contestRights = defineRights({
  noun: 'contest',
  states: contestStates,
  actions: {
    answer: { by: keepers, in: from(contestWorkflow, 'answer') },
    withdraw: { by: { owner: 'any' }, in: from(contestWorkflow, 'withdraw') },
  },
})
