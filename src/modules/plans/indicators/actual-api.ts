import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { Written } from '#platform/web/api/api-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Tx } from '#platform/database/tables.ts'
import { dayField } from '../fields.ts'
import { planPaths } from '../paths.ts'
import { mostEvidence, readEvidence } from '../progress/evidence-link.ts'
import { addActualIn, correctActualIn } from './actual-commands.ts'
import type { Actual } from './actual.ts'
import { readFigure } from './figure.ts'
import { actualById, indicatorRead } from './indicator-queries.ts'
import { valueOf, type Per } from './indicator.ts'

const said = {
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
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
    summary: 'Says what was measured of an indicator for a day: a value, or of a ratio both parts.',
    right: 'plan-indicator.measure',
    body: z.strictObject({ on: dayField, ...said }),
    example: { on: '2026-12-31', value: 42.5, language: 'en', evidence: ['https://example.org/survey'] },
    shape,
    precondition: 'none',
    act: async (tx, visit, { body, parameters }): Promise<Written<Answer>> => {
      const { actor, now: at } = visit
      const id = parameters['indicator'] ?? ''
      const per = await perOf(tx, visit, id)
      const read = readSaid(visit, body, per)
      if ('issues' in read) return read
      const made = await addActualIn(tx, { actor, at, indicator: id, on: body.on, ...read })
      return 'issues' in made
        ? made
        : { ...answer(made.actual, per), status: 201, location: planPaths.indicator(id) }
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
      const per = await perOf(tx, visit, before.indicator)
      const read = readSaid(visit, body, per)
      if ('issues' in read) return read
      const made = await correctActualIn(tx, {
        actor,
        at,
        id: before.id,
        revision,
        reason: body.reason,
        ...read,
      })
      return 'issues' in made ? made : answer(made.actual, per)
    },
  })
}

async function perOf(tx: Tx, { actor, language }: Visit, id: string): Promise<Per | null> {
  const found = await indicatorRead(tx, actor, id, language)
  if (found === null) throw notFound()
  return found.indicator.per
}

type Body = z.infer<z.ZodObject<typeof said>>

function readSaid(visit: Visit, body: Body, per: Per | null) {
  const typed = (value: number | undefined) => (value === undefined ? undefined : String(value))
  const parts = {
    value: typed(body.value),
    numerator: typed(body.numerator),
    denominator: typed(body.denominator),
  }
  const figure = readFigure(parts, per)
  if ('issues' in figure) return figure
  const evidence = readEvidence(body.evidence.join('\n'), visit.settings.publicUrl)
  if ('issues' in evidence) return evidence
  return { figure: figure.figure, note: body.note ?? null, language: body.language, evidence: evidence.links }
}

const answer = (actual: Actual, per: Per | null): Exclude<Written<Answer>, { issues: unknown }> => ({
  status: 200,
  revision: actual.revision,
  body: {
    ...{ id: actual.id, indicator: actual.indicator, on: actual.on, value: valueOf(actual, per) },
    ...{ numerator: actual.numerator, denominator: actual.denominator },
    ...{ note: actual.note, language: actual.language, revision: actual.revision },
  },
})
