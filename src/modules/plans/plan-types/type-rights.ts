import { defineRights } from '#platform/access/rights.ts'

const office = { secretariat: 'any', administrator: 'any' } as const

/** The words of plans change every four years: the secretariat declares new types, and takes old ones from the offer. */
export const planTypeRights = defineRights({
  noun: 'plan-type',
  states: ['offered', 'retired'],
  actions: {
    make: { by: office, in: ['offered'] },
    edit: { by: office },
  },
})
