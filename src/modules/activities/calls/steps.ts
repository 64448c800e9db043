/** Steps of a call that people take, in the order in which pages offer them. */
export const callSteps = ['open', 'close', 'reopen', 'discard'] as const

export type CallStep = (typeof callSteps)[number]
