import type { Translated } from '#platform/languages.ts'
import type { Dimension, SourceName } from './part.ts'

/** What a list says of a record that nothing is counted by: measured values with their day or year. */
export type SaidColumn = 'baseline' | 'target' | 'last'

export type ListColumn = Dimension | SaidColumn

/**
 * A record in a list as it was called then: with what it stands within (the organization, the words of the duty, the plan, the plan
 * item) and its values in the columns of the list.
 */
export type ListedRow = {
  id: string
  title: Translated
  within: Translated | null
  values: Partial<Record<ListColumn, readonly string[]>>
}

/** The columns of a list of each source, beside the record. */
export const listColumns = {
  activities: ['country', 'year'],
  duties: ['state', 'addressee'],
  plans: ['rating', 'author-rating', 'standing', 'lead'],
  indicators: ['baseline', 'target', 'last'],
  matrix: ['action-line', 'sdg', 'gdc'],
} as const satisfies Record<SourceName, readonly ListColumn[]>

export const columnsOfList = (source: SourceName): readonly ListColumn[] => listColumns[source]
