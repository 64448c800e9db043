import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dayField, reasonField } from '../fields.ts'
import { planPaths } from '../paths.ts'
import { evidenceLines } from '../progress/evidence-link-queries.ts'
import { readEvidence } from '../progress/evidence-link.ts'
import { periodsOf } from '../progress/period-queries.ts'
import { dayIn, type Period } from '../progress/period.ts'
import { addActual, correctActual, type Said } from './actual-commands.ts'
import type { Actual } from './actual.ts'
import { partPrefix, partsIn } from './dimension.ts'
import { dimensionName } from './dimension-shape.ts'
import { actualById, actualsOf, indicatorRead, type IndicatorInPlan } from './indicator-queries.ts'
import { readMeasured } from './parts.ts'
import { indicatorRights, indicatorThing } from './indicator-rights.ts'
import { correctActualPage, newActualPage } from './pages/actual-form-pages.ts'

const saidFields = {
  value: z.string().optional(),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  language: z.enum(languageCodes).optional(),
  note: z.string().max(2000, rule('rule.reason')).optional(),
  evidence: z.string().max(20_000, rule('rule.long-text')).optional(),
}

/** What was measured of an indicator, and its corrections. */
export function actualRoutes(site: Site): void {
  site.form({
    path: planPaths.newActual(':indicator'),
    name: 'new-plan-actual',
    summary: 'Says what was measured of an indicator: of a ratio the numerator and the denominator.',
    right: 'plan-indicator.measure',
    fields: z.object({ on: dayField, ...saidFields }).catchall(partField),
    read: forMeasuring,
    page: newActualPage,
    act: async (visit, { found }, { fields }) => {
      const said = readSaid(visit, fields, found)
      if ('issues' in said) return said
      const { db, actor, now: at } = visit
      const { id } = found.indicator
      const made = await addActual(db, { actor, at, indicator: id, on: fields.on, ...said })
      return 'issues' in made ? made : { to: planPaths.indicator(id), done: 'indicators.done.measured' }
    },
  })
  site.form({
    path: planPaths.actual(':actual'),
    name: 'plan-actual-correction',
    summary:
      'Corrects what was measured of an indicator, with a reason; what was said before stays readable.',
    right: 'plan-indicator.measure',
    fields: z
      .object({ ...saidFields, reason: reasonField.min(1, rule('rule.required')) })
      .catchall(partField),
    read: forCorrection,
    page: correctActualPage,
    act: async (visit, { found, actual }, { fields, version }) => {
      const said = readSaid(visit, fields, found)
      if ('issues' in said) return said
      const { db, actor, now: at } = visit
      const asked = { id: actual.id, revision: Number(version ?? 0), reason: fields.reason }
      const made = await correctActual(db, { actor, at, ...asked, ...said })
      return 'issues' in made
        ? made
        : { to: planPaths.indicator(found.indicator.id), done: 'indicators.done.corrected' }
    },
  })
}

/** Fields such as 'part-1-2-value': the second part of the first dimension. */
const partField = z.string().max(30, rule('rule.measured'))

type Typed = z.infer<z.ZodObject<typeof saidFields>> & Readonly<Record<string, string | undefined>>

/** What was typed, as the commands take it. */
function readSaid(visit: Visit, fields: Typed, { indicator }: IndicatorInPlan): { issues: Issue[] } | Said {
  const parts = partsIn(indicator.dimensions).map(({ dimension, part, ...at }) => {
    const prefix = partPrefix(at)
    return {
      ...{ dimension: dimension.code, part: part.code, prefix },
      value: fields[`${prefix}value`],
      numerator: fields[`${prefix}numerator`],
      denominator: fields[`${prefix}denominator`],
    }
  })
  const measured = readMeasured(fields, parts, indicator, (dimension) => dimensionName(visit, dimension))
  const evidence = readEvidence(fields.evidence ?? '', visit.settings.publicUrl)
  const issues = [
    ...unknownParts(fields, parts),
    ...('issues' in measured ? measured.issues : []),
    ...('issues' in evidence ? evidence.issues : []),
  ]
  if (issues.length > 0 || 'issues' in measured || 'issues' in evidence) return { issues }
  const note = fields.note === undefined || fields.note === '' ? null : fields.note
  return { ...measured, note, language: fields.language ?? visit.language, evidence: evidence.links }
}

function unknownParts(fields: Typed, parts: readonly { prefix: string }[]): Issue[] {
  const own = new Set([...Object.keys(saidFields), 'on', 'reason'])
  const validValues = parts.map(({ prefix }) => `${prefix}value`)
  return Object.keys(fields)
    .filter((name) => !own.has(name) && !parts.some(({ prefix }) => isFigureField(name, prefix)))
    .map((field) => ({ field: '', key: 'form.value.unknown', values: { field }, validValues }))
}

const isFigureField = (name: string, prefix: string): boolean =>
  ['value', 'numerator', 'denominator'].some((part) => name === `${prefix}${part}`)

export type MeasuringSubject = {
  found: IndicatorInPlan
  periods: Period[]
  today: string
  /** What was measured so far, the earliest first. */
  actuals: Actual[]
}

async function forMeasuring(
  { db, actor, language, now }: Visit,
  { indicator: id = '' }: PathParameters,
): Promise<MeasuringSubject | null> {
  const found = await indicatorRead(db, actor, id, language)
  if (found === null) return null
  const { plan } = found.item
  permit(indicatorRights, 'measure', actor, indicatorThing(plan))
  return {
    found,
    periods: await periodsOf(db, plan.id),
    today: dayIn(plan.zone, now),
    actuals: await actualsOf(db, [id]),
  }
}

export type CorrectionSubject = MeasuringSubject & { actual: Actual; evidence: string }

async function forCorrection(
  visit: Visit,
  { actual: id = '' }: PathParameters,
): Promise<CorrectionSubject | null> {
  const actual = await actualById(visit.db, id)
  const subject = actual === null ? null : await forMeasuring(visit, { indicator: actual.indicator })
  if (actual === null || subject === null) return null
  return { ...subject, actual, evidence: await evidenceLines(visit.db, visit, actual.evidence) }
}
