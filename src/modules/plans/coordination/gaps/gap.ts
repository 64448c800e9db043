/** What the task force misses, in the order in which it is read. */
export const gapKinds = ['duty', 'line', 'target', 'measure', 'late', 'undated'] as const

export type GapKind = (typeof gapKinds)[number]

/** By what gaps are filtered. */
export const gapFacets = ['kind', 'action-line', 'unit'] as const

export type GapFacet = (typeof gapFacets)[number]
