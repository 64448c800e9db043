import { z } from 'zod'

/**
 * What is asked about: published entries of the Stocktaking, duties of the register, items of plans that are carried out and their
 * indicators, agreed links of the version of the Matrix that is in force.
 */
export const sources = ['activities', 'duties', 'plans', 'indicators', 'matrix'] as const

export type SourceName = (typeof sources)[number]

/** How the answer is shown. A figure may stand inside a sentence; the others stand by themselves. */
export const views = ['figure', 'table', 'chart', 'map', 'list'] as const

export type View = (typeof views)[number]

/** What each source can be counted and filtered by. */
export const dimensionsOf = {
  activities: [
    'action-line',
    'sdg',
    'gdc',
    'country',
    'region',
    'group',
    'type',
    'stakeholder',
    'year',
    'status',
    'language',
  ],
  duties: ['state', 'addressee', 'recipient', 'cadence', 'action-line'],
  plans: ['rating', 'author-rating', 'standing', 'plan', 'action-line', 'purpose', 'lead'],
  indicators: ['measured', 'plan', 'action-line', 'lead'],
  matrix: ['action-line', 'sdg', 'gdc'],
} as const satisfies Record<SourceName, readonly string[]>

export type Dimension = (typeof dimensionsOf)[SourceName][number]

export const allDimensions = [...new Set(Object.values(dimensionsOf).flat())] as Dimension[]

/** The question of a live part. */
export type PartQuery = {
  source: SourceName
  view: View
  /** Of tables, charts and maps: what the rows are; of a table also what its columns are. */
  by: Dimension | null
  across: Dimension | null
  filters: Partial<Record<Dimension, string>>
  /** Only what came into being in the period of the report. */
  inPeriod: boolean
}

/** Questions that are asked again and again, by the name with which the form begins with them. */
export const usualQueries = {
  cases: { source: 'activities', view: 'list', by: null, across: null, filters: {}, inPeriod: true },
  duties: { source: 'duties', view: 'table', by: 'state', across: null, filters: {}, inPeriod: false },
  matrix: {
    source: 'matrix',
    view: 'table',
    by: 'action-line',
    across: 'sdg',
    filters: {},
    inPeriod: false,
  },
  progress: { source: 'plans', view: 'table', by: 'plan', across: 'rating', filters: {}, inPeriod: false },
  reporting: { source: 'plans', view: 'table', by: 'plan', across: 'standing', filters: {}, inPeriod: false },
} as const satisfies Record<string, PartQuery>

export type UsualQuery = keyof typeof usualQueries

export const usualQueryNames = Object.keys(usualQueries) as UsualQuery[]

/** A live part in its place in a section. */
export type Part = { key: string; section: string; place: number; query: PartQuery }

export const mostParts = 100

export const querySchema = z.strictObject({
  source: z.enum(sources),
  view: z.enum(views),
  by: z.enum(allDimensions as [Dimension, ...Dimension[]]).nullable(),
  across: z.enum(allDimensions as [Dimension, ...Dimension[]]).nullable(),
  filters: z.partialRecord(z.enum(allDimensions as [Dimension, ...Dimension[]]), z.string()),
  inPeriod: z.boolean(),
})

/** Why a question cannot be answered: the field that is wrong, and what would be right. */
export type QueryFault = {
  /** As the form names it. */
  field: 'by' | 'across' | 'view' | `filter-${string}`
  rule: 'needed' | 'unknown' | 'same'
  valid: readonly string[]
}

/** What is wrong with a question; rules of the views as a table. */
export function faultsOf(query: PartQuery): QueryFault[] {
  const known: readonly string[] = dimensionsOf[query.source]
  const needs = needsOf[query.view]
  return [
    ...(needs.by && query.by === null ? [{ field: 'by', rule: 'needed', valid: known } as const] : []),
    ...(query.by !== null && !known.includes(query.by)
      ? [{ field: 'by', rule: 'unknown', valid: known } as const]
      : []),
    ...(query.across !== null && (!needs.across || !known.includes(query.across))
      ? [{ field: 'across', rule: 'unknown', valid: needs.across ? known : [] } as const]
      : []),
    ...(query.across !== null && query.across === query.by
      ? [{ field: 'across', rule: 'same', valid: known.filter((one) => one !== query.by) } as const]
      : []),
    ...(query.view === 'map' && query.by !== 'country'
      ? [{ field: 'view', rule: 'unknown', valid: views.filter((view) => view !== 'map') } as const]
      : []),
    ...Object.keys(query.filters)
      .filter((name) => !known.includes(name))
      .map((name) => ({ field: `filter-${name}`, rule: 'unknown', valid: known }) as const),
  ]
}

const needsOf: Record<View, { by: boolean; across: boolean }> = {
  figure: { by: false, across: false },
  table: { by: true, across: true },
  chart: { by: true, across: false },
  map: { by: true, across: false },
  list: { by: false, across: false },
}
