import { z } from 'zod'
import { saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dimensionRecord, dimensionShape, partRecord, partShape } from '../indicators/dimension-shape.ts'
import { indicatorRowShape } from '../indicators/indicator-shape.ts'
import { isReached, valueOf, type Figure, type Per } from '../indicators/indicator.ts'
import { keptSaid } from './kept-said.ts'
import type { ContentIndicator } from './plan-content.ts'

/** An indicator as an edition keeps it. */
export const frozenIndicatorShape = indicatorRowShape
  .pick({ id: true, name: true, per: true, baseline: true, target: true, latest: true })
  .extend({
    unit: saidShape.nullable(),
    dimensions: z.array(dimensionShape),
    /** What was measured until then; null in an edition from before this was kept. */
    actuals: z
      .array(
        z.object({
          on: z.iso.date(),
          value: z.number(),
          numerator: z.number().nullable(),
          denominator: z.number().nullable(),
          parts: z.array(partShape),
        }),
      )
      .nullable(),
  })

export type FrozenIndicator = z.infer<typeof frozenIndicatorShape>

export function frozenIndicator(
  visit: Pick<Visit, 't' | 'language'>,
  one: ContentIndicator,
): FrozenIndicator {
  const { id, per, baseline, target, language } = one
  const last = one.actuals?.at(-1)
  const said = (field: 'name' | 'unit') => keptSaid(one.words, field, visit.language, language)
  return {
    ...{ id, per, target, name: said('name') ?? { text: id, language }, unit: said('unit') },
    baseline: baseline.state === 'none' ? baseline : { ...baseline, ...figureOf(baseline, per) },
    latest:
      last === undefined
        ? null
        : { on: last.on, ...figureOf(last, per), isReached: isReached(one, valueOf(last, per)) },
    // What was frozen before parts were kept has none.
    dimensions: (one.dimensions ?? []).map((dimension) => dimensionRecord(visit, dimension)),
    actuals:
      one.actuals?.map(({ on, parts, ...figure }) => ({
        ...{ on, ...figureOf(figure, per) },
        parts: parts.map((part) => partRecord(part, per)),
      })) ?? null,
  }
}

const figureOf = (figure: Figure, per: Per | null) => ({
  value: valueOf(figure, per),
  numerator: figure.numerator,
  denominator: figure.denominator,
})
