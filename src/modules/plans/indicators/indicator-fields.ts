import { z } from 'zod'
import { rule } from '#platform/web/problem.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import type { Dimension } from './dimension.ts'
import { dimensionFields, readDimensions } from './dimension-fields.ts'
import { numberOf, readFigure } from './figure.ts'
import {
  directions,
  disaggregations,
  frequencies,
  indicatorFieldLetters,
  pers,
  type Disaggregation,
  type IndicatorContent,
  type Per,
} from './indicator.ts'
import type { IndicatorTexts } from './indicator-commands.ts'

const year = z.string().regex(/^(?:19|20|21)\d\d$/, rule('rule.year'))
const figure = z.string().max(30, rule('rule.measured'))

export const wordFields = {
  name: z.string().max(indicatorFieldLetters.name, rule('rule.text-300')),
  definition: z.string().max(indicatorFieldLetters.definition, rule('rule.text-5000')).optional(),
  unit: z.string().max(indicatorFieldLetters.unit, rule('rule.short-text')).optional(),
  source: z.string().max(indicatorFieldLetters.source, rule('rule.text-5000')).optional(),
  note: z.string().max(indicatorFieldLetters.note, rule('rule.text-5000')).optional(),
}

export const contentFields = {
  frequency: z.enum(frequencies),
  direction: z.enum(directions),
  disaggregation: z.array(z.string()).optional(),
  /** 'number', or per how many the ratio is. */
  measure: z.enum(['number', ...pers.map(String)]),
  baseline: z.enum(['measured', 'none']),
  'baseline-year': year.optional(),
  'baseline-value': figure.optional(),
  'baseline-numerator': figure.optional(),
  'baseline-denominator': figure.optional(),
  'target-year': year,
  'target-value': figure,
  ...dimensionFields,
}

const words = z.object(wordFields)
const content = z.object(contentFields)

export const wordsOf = (fields: z.infer<typeof words>): IndicatorTexts => ({
  name: fields.name,
  definition: fields.definition ?? '',
  unit: fields.unit ?? '',
  source: fields.source ?? '',
  note: fields.note ?? '',
})

/** What was typed as the content of an indicator, or all that is wrong with it. */
export function readContent(
  fields: z.infer<typeof content>,
  { language, dimensions: before }: { language: LanguageCode; dimensions: readonly Dimension[] },
): { content: IndicatorContent } | { issues: Issue[] } {
  const per: Per | null = pers.find((one) => String(one) === fields.measure) ?? null
  const baseline = readBaseline(fields, per)
  const target = numberOf(fields['target-value'])
  const chosen = fields.disaggregation ?? []
  const dimensions = readDimensions(fields, language, before)
  const issues: Issue[] = [
    ...('issues' in baseline ? baseline.issues : []),
    ...(target === null
      ? [{ field: 'target-value', key: 'form.value.wrong' as const, rule: 'rule.measured' as const }]
      : []),
    ...('issues' in dimensions ? dimensions.issues : []),
    ...(chosen.every(isDisaggregation)
      ? []
      : [{ field: 'disaggregation', key: 'form.value.choice' as const }]),
  ]
  if (issues.length > 0 || 'issues' in baseline || 'issues' in dimensions || target === null)
    return { issues }
  return {
    content: {
      ...{ frequency: fields.frequency, direction: fields.direction, per },
      disaggregation: chosen.filter(isDisaggregation),
      baseline: baseline.baseline,
      target: { value: target, year: Number(fields['target-year']) },
      ...dimensions,
    },
  }
}

const isDisaggregation = (text: string): text is Disaggregation =>
  (disaggregations as readonly string[]).includes(text)

function readBaseline(
  fields: z.infer<typeof content>,
  per: Per | null,
): { baseline: IndicatorContent['baseline'] } | { issues: Issue[] } {
  const typed = {
    value: fields['baseline-value'],
    numerator: fields['baseline-numerator'],
    denominator: fields['baseline-denominator'],
  }
  if (fields.baseline === 'none') {
    const given = [fields['baseline-year'], ...Object.values(typed)].some((text) => text !== undefined)
    return given
      ? { issues: [{ field: 'baseline', key: 'indicators.none-with-value' }] }
      : { baseline: { state: 'none' } }
  }
  const read = readFigure(typed, per, 'baseline-')
  const year = fields['baseline-year']
  const issues: Issue[] = [
    ...(year === undefined
      ? [{ field: 'baseline-year', key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
      : []),
    ...('issues' in read ? read.issues : []),
  ]
  if (issues.length > 0 || 'issues' in read) return { issues }
  return { baseline: { state: 'measured', year: Number(year), ...read.figure } }
}
