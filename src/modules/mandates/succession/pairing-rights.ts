import { defineRights } from '#platform/access/rights.ts'
import { defineWorkflow, from } from '#platform/access/workflow.ts'
import { pairingStates } from './succession.ts'

/** A pairing is proposed by the program, confirmed by a person, and opened again when a text was corrected or a person doubts. */
export const pairingWorkflow = defineWorkflow({
  noun: 'pairing',
  states: pairingStates,
  start: 'proposed',
  ends: [],
  steps: {
    confirm: { from: ['proposed', 'reopened'], to: 'confirmed' },
    reopen: { from: ['confirmed'], to: 'reopened', reason: 'required' },
  },
})

/** Choosing pairs without confirming them yet is part of confirming: whoever may do the one may do the other. */
export const pairingRights = defineRights({
  noun: 'pairing',
  states: pairingStates,
  actions: {
    confirm: {
      by: { secretariat: 'any', 'focal-point': 'own' },
      in: from(pairingWorkflow, 'confirm'),
    },
    reopen: {
      by: { secretariat: 'any', 'focal-point': 'own' },
      in: from(pairingWorkflow, 'reopen'),
    },
  },
})
