import { z } from 'zod'
import { notFound, type Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { Written } from '#platform/web/api/api-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Tx } from '#platform/database/tables.ts'
import { dayField } from '../fields.ts'
import { planPaths } from '../paths.ts'
import { mostEvidence, readEvidence } from '../progress/evidence-link.ts'
import { addActualIn, correctActualIn, type Said } from './actual-commands.ts'
import type { Actual } from './actual.ts'
import { mostDimensions, mostParts } from './dimension.ts'
import { dimensionName, partRecord, partShape } from './dimension-shape.ts'
import type { TypedFigure } from './figure.ts'
import { actualById, indicatorRead } from './indicator-queries.ts'
import { valueOf, type Indicator, type Per } from './indicator.ts'
import { readMeasured } from './parts.ts'

const figure = {
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
}

const said = {
  ...figure,
  parts: z
    .array(
      z.strictObject({
        dimension: z.string().max(30),
        part: z.string().max(30),
        ...figure,
      }),
    )
    .max(mostDimensions * mostParts, rule('rule.json.count'))
    .default([])
    .describe('What was measured of parts, by the codes of the indicator.'),
  language: z.enum(languageCodes),
  note: z.string().max(2000, rule('rule.json.length')).optional(),
  /** Addresses of records of this platform, or of pages on the web. */
  evidence: z
    .array(z.string().max(2000, rule('rule.json.length')))
    .max(mostEvidence, rule('rule.json.count'))
    .default([]),
}

const shape = z.object({
  id: z.string(),
  indicator: z.string(),
  on: z.iso.date(),
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  parts: z.array(partShape),
  note: z.string().nullable(),
  language: z.enum(languageCodes),
  revision: z.int(),
})

type Answer = z.infer<typeof shape>

/** What was measured, as programs say it. */
export function actualApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: `${planPaths.indicator(':indicator')}/actuals`,
    name: 'api-new-plan-actual',
    summary:
      'Says what was measured of an indicator for a day: a value, or of a ratio both parts, and the same of its parts. Without a total it is the sum of parts that make up the whole.',
    right: 'plan-indicator.measure',
    body: z.strictObject({ on: dayField, ...said }),
    example: { on: '2026-12-31', value: 42.5, language: 'en', evidence: ['https://example.org/survey'] },
    shape,
    precondition: 'none',
    act: async (tx, visit, { body, parameters }): Promise<Written<Answer>> => {
      const { actor, now: at } = visit
      const id = parameters['indicator'] ?? ''
      const of = await indicatorOf(tx, visit, id)
      const read = readSaid(visit, body, of)
      if ('issues' in read) return read
      const made = await addActualIn(tx, { actor, at, indicator: id, on: body.on, ...read })
      return 'issues' in made
        ? made
        : { ...answer(made.actual, of.per), status: 201, location: planPaths.indicator(id) }
    },
  })
  site.api.write({
    method: 'PUT',
    path: planPaths.actual(':actual'),
    name: 'api-plan-actual-correction',
    summary: 'Corrects what was measured, with a reason; what was said before stays readable.',
    right: 'plan-indicator.measure',
    body: z.strictObject({
      ...said,
      reason: z.string().min(1, rule('rule.required')).max(2000, rule('rule.json.length')),
    }),
    shape,
    precondition: 'required',
    act: async (tx, visit, { body, parameters, revision }): Promise<Written<Answer>> => {
      const { actor, now: at } = visit
      const before = await actualById(tx, parameters['actual'] ?? '')
      if (before === null) throw notFound()
      const of = await indicatorOf(tx, visit, before.indicator)
      const read = readSaid(visit, body, of)
      if ('issues' in read) return read
      const made = await correctActualIn(tx, {
        actor,
        at,
        id: before.id,
        revision,
        reason: body.reason,
        ...read,
      })
      return 'issues' in made ? made : answer(made.actual, of.per)
    },
  })
}

async function indicatorOf(tx: Tx, { actor, language }: Visit, id: string): Promise<Indicator> {
  const found = await indicatorRead(tx, actor, id, language)
  if (found === null) throw notFound()
  return found.indicator
}

type Body = z.infer<z.ZodObject<typeof said>>

function readSaid(visit: Visit, body: Body, of: Indicator): { issues: Issue[] } | Said {
  const unknown = body.parts.flatMap((one, at) => issuesOfPlace(one, at, body.parts, of))
  if (unknown.length > 0) return { issues: unknown }
  const parts = body.parts.map((one, at) => ({
    ...{ dimension: one.dimension, part: one.part, prefix: `parts.${at}.` },
    ...typedFigure(one),
  }))
  const read = readMeasured(typedFigure(body), parts, of, (dimension) => dimensionName(visit, dimension))
  if ('issues' in read) return read
  const evidence = readEvidence(body.evidence.join('\n'), visit.settings.publicUrl)
  if ('issues' in evidence) return evidence
  return { ...read, note: body.note ?? null, language: body.language, evidence: evidence.links }
}

const typedFigure = (given: Partial<Record<keyof typeof figure, number | undefined>>): TypedFigure =>
  Object.fromEntries(
    (['value', 'numerator', 'denominator'] as const).flatMap((name) =>
      given[name] === undefined ? [] : [[name, String(given[name])]],
    ),
  )

/** A part that the indicator does not have, or that was given before. */
function issuesOfPlace(
  { dimension, part }: { dimension: string; part: string },
  at: number,
  all: Body['parts'],
  { dimensions }: Indicator,
): Issue[] {
  const own = dimensions.find(({ code }) => code === dimension)
  const choice = (name: 'dimension' | 'part', codes: { code: string }[]): Issue[] => [
    { field: `parts.${at}.${name}`, key: 'form.value.choice', validValues: codes.map(({ code }) => code) },
  ]
  if (own === undefined) return choice('dimension', dimensions)
  if (!own.parts.some(({ code }) => code === part)) return choice('part', own.parts)
  const isTwice = all.slice(0, at).some((one) => one.dimension === dimension && one.part === part)
  return isTwice ? [{ field: `parts.${at}.part`, key: 'indicators.part-twice' }] : []
}

const answer = (actual: Actual, per: Per | null): Exclude<Written<Answer>, { issues: unknown }> => ({
  status: 200,
  revision: actual.revision,
  body: {
    ...{ id: actual.id, indicator: actual.indicator, on: actual.on, value: valueOf(actual, per) },
    ...{ numerator: actual.numerator, denominator: actual.denominator },
    parts: actual.parts.map((one) => partRecord(one, per)),
    ...{ note: actual.note, language: actual.language, revision: actual.revision },
  },
})
