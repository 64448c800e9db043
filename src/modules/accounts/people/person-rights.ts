import { defineRights } from '#platform/access/rights.ts'
import { defineWorkflow, from } from '#platform/access/workflow.ts'
import { personStates } from './person.ts'

export const personWorkflow = defineWorkflow({
  noun: 'person',
  states: personStates,
  // Follows from the dates on which the person was shut out or erased.
  stored: null,
  start: 'active',
  ends: ['erased'],
  steps: {
    disable: { from: ['active'], to: 'disabled', reason: 'required' },
    'disable-office': { from: ['active'], to: 'disabled', reason: 'required' },
    enable: { from: ['disabled'], to: 'active', reason: 'optional' },
    erase: { from: ['active', 'disabled'], to: 'erased' },
  },
})

const office = { secretariat: 'any', administrator: 'any' } as const

export const personRights = defineRights({
  noun: 'person',
  states: personStates,
  actions: {
    list: { by: office },
    see: { by: office },
    edit: { by: { owner: 'any' }, in: ['active'] },
    /** All that is held about them. */
    export: { by: { owner: 'any' }, in: ['active'] },
    disable: { by: office, in: from(personWorkflow, 'disable'), notByOwner: true },
    /** Somebody of the secretariat, or an administrator. */
    'disable-office': {
      by: { administrator: 'any' },
      in: from(personWorkflow, 'disable-office'),
      notByOwner: true,
    },
    enable: { by: { administrator: 'any' }, in: from(personWorkflow, 'enable') },
    erase: { by: { owner: 'any' }, in: from(personWorkflow, 'erase') },
  },
})
