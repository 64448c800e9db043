import { z } from 'zod'
import { saidOf } from '#modules/activities/index.ts'
import { may } from '#platform/access/rights.ts'
import { languageCodes } from '#platform/languages.ts'
import { coded, codedShape, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { evidenceRecord, evidenceShape } from '../progress/report-shape.ts'
import type { EvidenceRead } from '../progress/evidence-link-queries.ts'
import { textOf, textShape } from '../progress/words.ts'
import type { Actual } from './actual.ts'
import { dimensionRecord, dimensionShape, partRecord, partShape } from './dimension-shape.ts'
import type { IndicatorInPlan, IndicatorRead } from './indicator-queries.ts'
import { indicatorRights, indicatorThing } from './indicator-rights.ts'
import {
  directions,
  disaggregations,
  frequencies,
  isReached,
  valueOf,
  wayTo,
  type Figure,
  type Indicator,
  type Per,
} from './indicator.ts'
import { directionKeys, disaggregationKeys, frequencyKeys } from './words.ts'

/** A number; of a ratio with both parts, from which it follows. */
const figure = {
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
}

/** An indicator in a list: from where to where, and how far. */
export const indicatorRowShape = z.object({
  id: z.string(),
  name: saidShape,
  unit: saidShape,
  direction: codedShape(directions),
  /** So many of the numerator per so many of the denominator; null for a number of its own. */
  per: z.int().nullable(),
  /** 'none' is no zero: nobody has measured where it began. */
  baseline: z
    .object({ state: z.literal('none') })
    .or(z.object({ state: z.literal('measured'), year: z.int(), ...figure })),
  target: z.object({ value: z.number(), year: z.int() }),
  latest: z.object({ on: z.iso.date(), ...figure, isReached: z.boolean() }).nullable(),
  /** How far from the baseline to the target; null without a baseline or anything measured. */
  way: z.number().nullable(),
})

export type IndicatorRow = z.infer<typeof indicatorRowShape>

const saidFigure = {
  on: z.iso.date(),
  ...figure,
  parts: z.array(partShape),
  language: z.enum(languageCodes),
}

export const indicatorShape = indicatorRowShape.extend({
  plan: z.object({ id: z.string(), title: saidShape }),
  item: z.object({ id: z.string(), code: z.string(), title: saidShape }),
  definition: textShape.nullable(),
  source: textShape.nullable(),
  note: textShape.nullable(),
  frequency: codedShape(frequencies),
  disaggregation: z.array(codedShape(disaggregations)),
  /** By which parts it is kept. */
  dimensions: z.array(dimensionShape),
  isDropped: z.boolean(),
  /** The same through all plans of a series. */
  lineage: z.string(),
  actuals: z.array(
    z.object({
      id: z.string(),
      ...saidFigure,
      note: textShape.nullable(),
      isReached: z.boolean(),
      evidence: z.array(evidenceShape),
      /** What was said before it was corrected, the last first. */
      before: z.array(
        z.object({
          ...saidFigure,
          note: z.string().nullable(),
          reason: z.string(),
          correctedAt: z.iso.datetime(),
        }),
      ),
      revision: z.int(),
    }),
  ),
  may: z.array(z.enum(['edit', 'measure'])),
  originalLanguage: z.enum(languageCodes),
  revision: z.int(),
})

export type IndicatorRecord = z.infer<typeof indicatorShape>

export function indicatorRow(
  visit: Visit,
  { indicator, words }: IndicatorRead,
  actuals: readonly Actual[],
): IndicatorRow {
  const { baseline, per } = indicator
  const last = actuals.findLast((actual) => actual.indicator === indicator.id)
  return {
    id: indicator.id,
    name: saidOf(words.name, indicator.language),
    unit: saidOf(words.unit, indicator.language),
    direction: coded(visit, indicator.direction, directionKeys),
    per,
    baseline: baseline.state === 'none' ? baseline : { ...baseline, ...figureOf(baseline, per) },
    target: indicator.target,
    latest: last === undefined ? null : { on: last.on, ...measuredOf(indicator, last) },
    way: last === undefined ? null : wayTo(indicator, valueOf(last, per)),
  }
}

export type IndicatorSubject = {
  found: IndicatorInPlan
  actuals: readonly Actual[]
  evidence: ReadonlyMap<string, EvidenceRead[]>
  notes: (actual: Actual) => z.infer<typeof textShape> | null
}

export function indicatorRecord(
  visit: Visit,
  { found, actuals, evidence, notes }: IndicatorSubject,
): IndicatorRecord {
  const { indicator, words, item } = found
  return {
    ...indicatorRow(visit, found, actuals),
    plan: { id: item.plan.id, title: saidOf(item.planWords.title, item.plan.language) },
    item: {
      ...{ id: item.item.id, code: item.item.code },
      title: saidOf(item.words.title, item.item.language),
    },
    definition: textOf(words.definition),
    source: textOf(words.source),
    note: textOf(words.note),
    frequency: coded(visit, indicator.frequency, frequencyKeys),
    disaggregation: indicator.disaggregation.map((one) => coded(visit, one, disaggregationKeys)),
    dimensions: indicator.dimensions.map((one) => dimensionRecord(visit, one)),
    isDropped: indicator.state === 'dropped',
    lineage: indicator.lineage,
    actuals: actuals.map((actual) => ({
      ...{ id: actual.id, on: actual.on, language: actual.language },
      note: notes(actual),
      parts: actual.parts.map((one) => partRecord(one, indicator.per)),
      ...measuredOf(indicator, actual),
      evidence: (evidence.get(actual.id) ?? []).map((one) => evidenceRecord(visit, one)),
      before: actual.before.map(({ content, changedAt, reason }) => ({
        ...{ on: content.on, note: content.note, language: content.language, reason },
        ...figureOf(content, indicator.per),
        parts: content.parts.map((one) => partRecord(one, indicator.per)),
        correctedAt: changedAt.toISOString(),
      })),
      revision: actual.revision,
    })),
    may: (['edit', 'measure'] as const).filter(
      (act) =>
        indicator.state === 'active' && may(indicatorRights, act, visit.actor, indicatorThing(item.plan)),
    ),
    originalLanguage: indicator.language,
    revision: indicator.revision,
  }
}

const measuredOf = (indicator: Indicator, figureSaid: Figure) => ({
  ...figureOf(figureSaid, indicator.per),
  isReached: isReached(indicator, valueOf(figureSaid, indicator.per)),
})

const figureOf = (said: Figure, per: Per | null) => ({
  value: valueOf(said, per),
  numerator: said.numerator,
  denominator: said.denominator,
})
