import { z } from 'zod'
import { coded, codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { sums, type Dimension, type PartFigure, type Sum } from './dimension.ts'
import { valueOf, type Per } from './indicator.ts'

const namedShape = z.object({ code: z.string(), name: saidShape })

export const dimensionShape = namedShape.extend({
  /** Whether the parts add up to the whole, to some of it, or not at all. */
  sum: codedShape(sums),
  parts: z.array(namedShape),
})

export type DimensionRecord = z.infer<typeof dimensionShape>

export const partShape = z.object({
  dimension: z.string(),
  part: z.string(),
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
})

export type PartRecord = z.infer<typeof partShape>

export const dimensionRecord = (
  visit: Pick<Visit, 't' | 'language'>,
  { code, name, sum, parts }: Dimension,
): DimensionRecord => ({
  code,
  name: named(visit, name, code),
  sum: coded(visit, sum, sumKeys),
  parts: parts.map((part) => ({ code: part.code, name: named(visit, part.name, part.code) })),
})

export const partRecord = ({ dimension, part, ...figure }: PartFigure, per: Per | null): PartRecord => ({
  ...{ dimension, part, value: valueOf(figure, per) },
  ...{ numerator: figure.numerator, denominator: figure.denominator },
})

/** What people call a dimension, in a sentence. */
export const dimensionName = (visit: Pick<Visit, 'language'>, { name, code }: Dimension): string =>
  named(visit, name, code).text

export const sumKeys = {
  whole: 'indicators.sum.whole',
  some: 'indicators.sum.some',
  none: 'indicators.sum.none',
} as const satisfies Record<Sum, MessageKey>
