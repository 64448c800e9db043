import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import type { Input, Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { isDay } from '../evidence/evidence.ts'
import { planFormPage } from '../pages/plan-form-page.ts'
import { dutyId, mandatePaths } from '../paths.ts'
import { dutySubject, type DutySubject } from './duty-subject.ts'
import { dutyRights } from './keeping-rights.ts'
import { ownersThing } from './kept-duty.ts'
import { mostMilestones, type Plan } from './owner.ts'
import { writePlan } from './plan-commands.ts'
import { planOfDuty } from './plan-queries.ts'

export type PlanSubject = DutySubject & { plan: Plan | null }

const places = Array.from({ length: mostMilestones }, (_, place) => place + 1)
const dayField = z.string().max(200, rule('rule.date')).optional()
const textField = z.string().max(10_000, rule('rule.long-text'))

const fields = z.strictObject({
  text: textField,
  ...Object.fromEntries(places.map((place) => [`day-${place}`, dayField])),
  ...Object.fromEntries(places.map((place) => [`milestone-${place}`, textField.optional()])),
})

type Fields = { text: string } & Record<string, string | undefined>

/** Where the owners of a duty say what they will do. */
export function planRoutes(site: Site): void {
  site.form({
    path: '/keeping/plan/:revision/:place{.+}',
    name: 'duty-plan',
    summary:
      'Writes the next revision of the plan of a duty: a text and milestones (`day-1`, `milestone-1` …).',
    right: 'duty.plan',
    fields,
    read,
    page: planFormPage,
    act,
  })
}

async function read(
  visit: Visit,
  { revision = '', place = '' }: Record<string, string>,
): Promise<PlanSubject | null> {
  const subject = await dutySubject(visit, dutyId(revision, place))
  if (subject === null) return null
  permit(dutyRights, 'plan', visit.actor, ownersThing(subject.kept, subject.bodies))
  return { ...subject, plan: await planOfDuty(visit.db, subject.kept.id) }
}

async function act(
  visit: Visit,
  { kept }: PlanSubject,
  { fields: given, version }: Input<z.infer<typeof fields>>,
): Promise<Outcome> {
  const asked = given as Fields
  const issues = wrongMilestones(asked)
  if (issues.length > 0) return { issues }
  const { db, actor, now: at, language } = visit
  const rest = await writePlan(db, {
    actor,
    at,
    duty: kept.id,
    version: Number(version ?? 0),
    language,
    text: asked.text,
    milestones: places.flatMap((place) => {
      const [day, text] = [asked[`day-${place}`], asked[`milestone-${place}`]]
      return day === undefined || text === undefined ? [] : [{ day, text }]
    }),
  })
  return rest.length > 0 ? { issues: rest } : { to: mandatePaths.duty(kept.id), done: 'keeping.done.planned' }
}

/** A milestone has a day and a text, or neither. */
const wrongMilestones = (asked: Fields): Issue[] =>
  places.flatMap((place): Issue[] => {
    const [day, text] = [asked[`day-${place}`], asked[`milestone-${place}`]]
    if (day !== undefined && !isDay(day))
      return [{ field: `day-${place}`, key: 'form.value.wrong', rule: 'rule.date' }]
    if ((day === undefined) === (text === undefined)) return []
    const field = day === undefined ? `day-${place}` : `milestone-${place}`
    return [{ field, key: 'form.value.wrong', rule: 'rule.required' }]
  })
