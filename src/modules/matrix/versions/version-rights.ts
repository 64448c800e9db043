import { defineRights } from '#platform/access/rights.ts'

/** A version is there once it is published, and stays. */
export const versionRights = defineRights({
  noun: 'matrix-version',
  states: ['published'],
  actions: {
    publish: { by: { secretariat: 'any', administrator: 'any' } },
  },
})
