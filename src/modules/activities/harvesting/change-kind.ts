/** What can happen to an entry that the public reads. */
export const changeKinds = ['published', 'updated', 'confirm-due', 'confirmed', 'archived', 'merged'] as const

export type ChangeKind = (typeof changeKinds)[number]
