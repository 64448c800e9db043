import type { SourceName } from './part.ts'

/** As evidence names the records of a source. */
export const kindOf = {
  activities: 'activity',
  duties: 'duty',
  plans: 'plan-item',
  indicators: 'plan-indicator',
  matrix: 'matrix-link',
} as const satisfies Record<SourceName, string>
