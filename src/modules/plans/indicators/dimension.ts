import type { Translated } from '#platform/languages.ts'
import type { Figure } from './indicator.ts'

/** What the parts of a dimension add up to: the whole, some of it, or nothing, such as averages or groups that overlap. */
export const sums = ['whole', 'some', 'none'] as const

export type Sum = (typeof sums)[number]

/** By what the parts of an indicator are told apart, with a name in one language or in several. */
export type Dimension = Named & { sum: Sum; parts: Named[] }

type Named = { code: string; name: Translated }

/** What was measured of one part. */
export type PartFigure = Figure & { dimension: string; part: string }

export const mostDimensions = 4
export const mostParts = 12
export const leastParts = 2
export const dimensionLetters = 100

/** All parts of an indicator, in their order. */
export const partsIn = (dimensions: readonly Dimension[]) =>
  dimensions.flatMap((dimension, at) =>
    dimension.parts.map((part, place) => ({ dimension, part, at: at + 1, place: place + 1 })),
  )

/** What stands before the names of the fields of a part. */
export const partPrefix = ({ at, place }: { at: number; place: number }): string => `part-${at}-${place}-`
