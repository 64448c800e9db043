import { defineRights } from '#platform/access/rights.ts'

/** 'replaced': a later text is here, so that the duty goes on under another name or has ended. */
export const keepingStates = ['unanswered', 'answered', 'replaced'] as const

export type KeepingState = (typeof keepingStates)[number]

/** Who may do what with a duty. Its owners are the people who answer for it; it belongs to the bodies addressed and to the owners. */
export const dutyRights = defineRights({
  noun: 'duty',
  states: keepingStates,
  actions: {
    take: { by: { 'focal-point': 'own', secretariat: 'any' }, in: ['unanswered', 'answered'] },
    'give-back': {
      by: { owner: 'any', 'focal-point': 'own', secretariat: 'any' },
      in: ['answered', 'replaced'],
    },
    plan: { by: { owner: 'any', 'focal-point': 'own', secretariat: 'any' }, in: ['answered'] },
    report: { by: { owner: 'any', 'focal-point': 'own', secretariat: 'any' }, in: ['answered'] },
    'add-evidence': {
      by: { owner: 'any', 'focal-point': 'own', facilitator: 'own', secretariat: 'any' },
    },
    consider: { by: { verifier: 'own', secretariat: 'any' } },
  },
})
