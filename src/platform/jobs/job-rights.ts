import { defineRights } from '../access/rights.ts'

export const jobRights = defineRights({
  noun: 'job',
  states: ['any'],
  actions: { list: { by: { administrator: 'any' } } },
})
