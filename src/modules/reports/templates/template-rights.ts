import { defineRights } from '#platform/access/rights.ts'

const office = { secretariat: 'any', administrator: 'any' } as const

/** Those whom one reports to change what they ask for: the secretariat makes new templates, and takes old ones from the offer. */
export const templateRights = defineRights({
  noun: 'report-template',
  states: ['offered', 'retired'],
  actions: {
    make: { by: office, in: ['offered'] },
    edit: { by: office },
  },
})
