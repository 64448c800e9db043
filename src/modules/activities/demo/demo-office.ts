import type { Actor } from '#platform/access/actor.ts'

/** Two of the example people: decisions are in their names, at times when they had no account yet. */
const inOffice = (name: string, role: 'secretariat' | 'administrator'): Actor => ({
  person: `example-${name}`,
  id: `example-${name}`,
  name: null,
  standings: [{ role, scope: null }],
})

export const officer = inOffice('officer', 'secretariat')
export const administrator = inOffice('administrator', 'administrator')

/** Who translates in the example world, and who looks at it after them. */
export const translator = 'example-translator'
export const reviewer = 'example-reviewer'
