import type { activityRights } from '../activity-rights.ts'

type Step = keyof typeof activityRights.actions

/** Steps that the keepers of an entry take, as pages offer them; one page may stand for a step of new and of published entries. */
export const stepsOffered = [
  { name: 'send', steps: ['submit', 'update'] },
  { name: 'recall', steps: ['recall', 'recall-update'] },
  { name: 'confirm', steps: ['confirm'] },
  { name: 'archive', steps: ['archive'] },
  { name: 'discard', steps: ['discard'] },
] as const satisfies readonly { name: string; steps: readonly Step[] }[]

export type OfferedStep = (typeof stepsOffered)[number]['name']
