import { z } from 'zod'
import { notFound, type Issue } from '#platform/errors.ts'
import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Given, Written } from '#platform/web/api/api-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import { dimensionLetters, leastParts, mostDimensions, mostParts, sums, type Dimension } from './dimension.ts'
import { numberOf, readFigure } from './figure.ts'
import { addIndicatorIn, changeIndicatorIn, dropIndicatorIn } from './indicator-commands.ts'
import { wordsOf } from './indicator-fields.ts'
import { readIndicator } from './indicator-routes.ts'
import { indicatorShape, type IndicatorRecord } from './indicator-shape.ts'
import {
  directions,
  disaggregations,
  frequencies,
  indicatorFieldLetters,
  pers,
  type IndicatorContent,
} from './indicator.ts'

const year = z.int().min(1900, rule('rule.year')).max(2199, rule('rule.year'))
const text = (field: 'definition' | 'unit' | 'source' | 'note') =>
  z.string().trim().max(indicatorFieldLetters[field], rule('rule.json.length')).default('')

const partsRule = rule('rule.dimension-parts')
const partName = z.string().trim().max(dimensionLetters, rule('rule.dimension-name')).optional()
const named = {
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/, rule('rule.part-code')),
  name: z
    .strictObject({ ar: partName, zh: partName, en: partName, fr: partName, ru: partName, es: partName })
    .refine((texts) => Object.values(texts).some(Boolean), rule('rule.required'))
    .describe('In one language or in several.'),
}

const content = {
  name: z
    .string()
    .trim()
    .min(1, rule('rule.required'))
    .max(indicatorFieldLetters.name, rule('rule.text-300')),
  definition: text('definition'),
  unit: text('unit'),
  source: text('source'),
  note: text('note'),
  frequency: z.enum(frequencies),
  direction: z.enum(directions).describe('Which way is better.'),
  disaggregation: z.array(z.enum(disaggregations)).max(disaggregations.length).default([]),
  dimensions: z
    .array(
      z.strictObject({
        ...named,
        sum: z.enum(sums).describe('Whether the parts add up to the whole, to some of it, or not at all.'),
        parts: z.array(z.strictObject(named)).min(leastParts, partsRule).max(mostParts, partsRule),
      }),
    )
    .max(mostDimensions, rule('rule.json.count'))
    .default([])
    .describe('By which parts what is measured may be kept beside the total.'),
  per: z
    .literal(pers)
    .nullable()
    .default(null)
    .describe(
      'Of a ratio: so many of the numerator per so many of the denominator. Null: a number of its own.',
    ),
  baseline: z
    .strictObject({
      state: z.enum(['measured', 'none']),
      year: year.optional(),
      value: z.number().optional(),
      numerator: z.number().optional(),
      denominator: z.number().optional(),
    })
    .describe('“none” is no zero: nobody has measured where it began. Of a ratio both parts are given.'),
  target: z.strictObject({ value: z.number(), year }),
}

const changed = z.strictObject(content)
const added = z.strictObject({ language: z.enum(languageCodes), ...content })
const withdrawn = z.strictObject({
  reason: z.string().trim().min(1, rule('rule.required')).max(2000, rule('rule.json.length')),
})

const example = {
  name: 'Share of people with basic digital skills',
  unit: 'per cent',
  frequency: 'yearly',
  direction: 'up',
  disaggregation: ['sex'],
  dimensions: [
    {
      ...{ code: 'sex', name: { en: 'Sex', fr: 'Sexe' }, sum: 'whole' },
      parts: [
        { code: 'women', name: { en: 'Women', fr: 'Femmes' } },
        { code: 'men', name: { en: 'Men', fr: 'Hommes' } },
      ],
    },
  ],
  per: 100,
  baseline: { state: 'measured', year: 2025, numerator: 410, denominator: 1000 },
  target: { value: 60, year: 2028 },
} as const

/** Indicators as programs write them, by the commands of the forms. */
export function indicatorApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: `${planPaths.item(':item')}/indicators`,
    name: 'api-new-plan-indicator',
    summary: 'Adds an indicator to an item of a plan, with a baseline or the word “none”, and a target.',
    right: 'plan-indicator.edit',
    body: added,
    example: { language: 'en', ...example },
    shape: indicatorShape,
    precondition: 'none',
    act: addOne,
  })
  site.api.write({
    method: 'PUT',
    path: planPaths.indicator(':indicator'),
    name: 'api-plan-indicator-content',
    summary: 'Replaces all of an indicator before its plan is presented, its words in the original language.',
    right: 'plan-indicator.edit',
    body: changed,
    example,
    shape: indicatorShape,
    precondition: 'required',
    act: changeOne,
  })
  site.api.write({
    method: 'POST',
    path: `${planPaths.indicator(':indicator')}/withdrawal`,
    name: 'api-plan-indicator-withdrawal',
    summary: 'Takes an indicator out before its plan is presented; it stays readable at its address.',
    right: 'plan-indicator.edit',
    body: withdrawn,
    example: { reason: 'Nobody measures it.' },
    shape: indicatorShape,
    precondition: 'optional',
    act: async (tx, visit, { body: { reason }, parameters, revision }) => {
      const id = parameters['indicator'] ?? ''
      await dropIndicatorIn(tx, { actor: visit.actor, at: visit.now, id, revision, reason })
      return indicatorNow(tx, visit, id)
    },
  })
}

type Answered = Promise<Written<IndicatorRecord>>

async function addOne(tx: Tx, visit: Visit, { body, parameters }: Given<z.infer<typeof added>>): Answered {
  const read = contentOf(body)
  if ('issues' in read) return read
  const made = await addIndicatorIn(tx, {
    ...{ actor: visit.actor, at: visit.now, item: parameters['item'] ?? '' },
    ...{ language: body.language, words: wordsOf(body), content: read.content },
  })
  if ('issues' in made) return made
  return { ...(await indicatorNow(tx, visit, made.id)), status: 201, location: planPaths.indicator(made.id) }
}

async function changeOne(
  tx: Tx,
  visit: Visit,
  { body, parameters, revision }: Given<z.infer<typeof changed>>,
): Answered {
  const read = contentOf(body)
  if ('issues' in read) return read
  const id = parameters['indicator'] ?? ''
  const by = { actor: visit.actor, at: visit.now, id, revision }
  await changeIndicatorIn(tx, { ...by, words: wordsOf(body), content: read.content })
  return indicatorNow(tx, visit, id)
}

type Body = z.infer<typeof changed>

/** What was sent as the content of an indicator, or all that is wrong with it. */
function contentOf(body: Body): { content: IndicatorContent } | { issues: Issue[] } {
  const baseline = baselineOf(body)
  const targetIssues: Issue[] =
    numberOf(String(body.target.value)) === null
      ? [{ field: 'target.value', key: 'form.value.wrong', rule: 'rule.measured' }]
      : []
  const others = [...targetIssues, ...twiceIn(body.dimensions)]
  if ('issues' in baseline) return { issues: [...baseline.issues, ...others] }
  if (others.length > 0) return { issues: others }
  const { frequency, direction, per, target } = body
  const disaggregation = [...new Set(body.disaggregation)]
  const dimensions = body.dimensions.map((one): Dimension => ({
    ...one,
    name: written(one.name),
    parts: one.parts.map(partOf),
  }))
  return { content: { frequency, direction, disaggregation, per, baseline, target, dimensions } }
}

const partOf = ({ code, name }: Body['dimensions'][number]['parts'][number]) => ({
  code,
  name: written(name),
})

const written = (texts: Partial<Record<LanguageCode, string | undefined>>): Translated =>
  Object.fromEntries(Object.entries(texts).filter(([, one]) => one !== undefined && one !== ''))

/** A code means one thing. */
function twiceIn(dimensions: Body['dimensions']): Issue[] {
  const twice = (all: readonly { code: string }[], place: string): Issue[] =>
    all.flatMap(({ code }, at) =>
      all.slice(0, at).some((one) => one.code === code)
        ? [{ field: `${place}.${at}.code`, key: 'indicators.code-twice', values: { code } }]
        : [],
    )
  return [
    ...twice(dimensions, 'dimensions'),
    ...dimensions.flatMap(({ parts }, at) => twice(parts, `dimensions.${at}.parts`)),
  ]
}

function baselineOf({
  baseline: { state, year: measuredIn, ...figure },
  per,
}: Body): IndicatorContent['baseline'] | { issues: Issue[] } {
  const given = Object.entries(figure).filter(([, part]) => part !== undefined)
  if (state === 'none')
    return given.length > 0 || measuredIn !== undefined
      ? { issues: [{ field: 'baseline', key: 'indicators.none-with-value' }] }
      : { state }
  const typed = Object.fromEntries(given.map(([name, part]) => [name, String(part)]))
  const read = readFigure(typed, per, 'baseline.')
  const yearIssues: Issue[] =
    measuredIn === undefined
      ? [{ field: 'baseline.year', key: 'form.value.wrong', rule: 'rule.required' }]
      : []
  if ('issues' in read) return { issues: [...yearIssues, ...read.issues] }
  return measuredIn === undefined ? { issues: yearIssues } : { state, year: measuredIn, ...read.figure }
}

async function indicatorNow(tx: Tx, visit: Visit, id: string) {
  const body = await readIndicator({ ...visit, db: tx }, { indicator: id })
  if (body === null) throw notFound()
  return { status: 200 as const, body, revision: body.revision }
}
