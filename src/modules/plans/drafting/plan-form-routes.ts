import { z } from 'zod'
import { allBodies, type Body } from '#modules/accounts/index.ts'
import type { ActivityCodes } from '#modules/activities/index.ts'
import { latestMatrixVersion } from '#modules/matrix/index.ts'
import { permit } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import { isLanguageCode, type LanguageCode } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemsRead, type ItemRead } from '../item-queries.ts'
import type { ItemMarks } from '../item-shape.ts'
import { startNextPlan } from '../next-commands.ts'
import { mayMake } from '../pages/plans-page.ts'
import { commentFigures } from '../consultation/comment-queries.ts'
import { partiesNamed } from '../party-queries.ts'
import { planPaths } from '../paths.ts'
import { changeHeader, changePlanWords, startPlan, takePlanStep, type PlanHeader } from '../plan-commands.ts'
import { planRead, type PlanRead } from '../plan-queries.ts'
import { planRights } from '../plan-rights.ts'
import { itemMarks } from '../progress/summary-queries.ts'
import { planSteps, type PlanStep } from '../plan-steps.ts'
import { planFields, planThing, type PlanField } from '../plan.ts'
import { planReader } from '../reader-queries.ts'
import type { PlanType } from '../plan-types/plan-type.ts'
import { planTypes } from '../plan-types/type-queries.ts'
import { day, headerFields, linesOf, newPlanFields, planWordFields, planWordsOf } from './plan-fields.ts'
import { headerPage, newPlanPage, nextPlanPage, planWordsPage } from './pages/plan-form-pages.ts'
import { planStepPage } from './pages/plan-step-page.ts'

export type HeaderSubject = { bodies: Body[]; codes: ActivityCodes; types: PlanType[] }

/** How those who lead a plan make it, word it and take it from step to step. */
export function planFormRoutes(site: Site): void {
  site.form({
    path: planPaths.new,
    name: 'new-plan',
    summary: 'Makes a plan: a draft that only those who lead it and the staff of the Union see.',
    right: 'plan.make',
    fields: newPlanFields,
    read: async (visit) => {
      if (!mayMake(visit)) permit(planRights, 'make', visit.actor, { state: 'draft' })
      return headerSubject(visit)
    },
    page: newPlanPage,
    act: async ({ db, actor, now: at }, subject, { fields }) => {
      const header = await headerOf({ db, actor }, subject, fields)
      if ('issues' in header) return header
      const { type, language } = fields
      const words = planWordsOf(fields)
      const made = await startPlan(db, { actor, at, type, language, words, ...header })
      return 'issues' in made ? made : { to: planPaths.plan(made.id), done: 'plans.done.made' }
    },
  })
  site.form({
    path: planPaths.header(':plan'),
    name: 'plan-header',
    summary: 'Changes the action line, the bodies that lead, or the period of a plan.',
    right: 'plan.edit',
    fields: z.strictObject(headerFields),
    read: async (visit, parameters) => {
      const found = await planForAct(visit, parameters, 'edit')
      return found && { ...found, ...(await headerSubject(visit)) }
    },
    page: headerPage,
    act: async ({ db, actor, now: at }, { plan, ...subject }, { fields, version }) => {
      const header = await headerOf({ db, actor }, subject, fields)
      if ('issues' in header) return header
      const by = { actor, at, id: plan.id, revision: Number(version ?? 0) }
      const changed = await changeHeader(db, { ...by, ...header })
      return 'issues' in changed ? changed : { to: planPaths.plan(plan.id), done: 'plans.done.saved' }
    },
  })
  wordsRoute(site)
  nextRoute(site)
  for (const step of planSteps) stepRoute(site, step)
}

async function headerSubject(visit: Visit): Promise<HeaderSubject> {
  const { codes } = await planReader(visit)
  return { bodies: await allBodies(visit.db), codes, types: await planTypes(visit.db) }
}

type TypedHeader = {
  'action-line'?: string | undefined
  lead: string
  facilitators?: string | undefined
  'starts-on': string
  'ends-on': string
}

/** The typed header, or what of it names nobody. */
async function headerOf(
  { db, actor }: Pick<Visit, 'db' | 'actor'>,
  { bodies, codes }: Pick<HeaderSubject, 'bodies' | 'codes'>,
  typed: TypedHeader,
): Promise<{ issues: Issue[] } | PlanHeader> {
  const line = typed['action-line'] ?? null
  const { parties, unknown } = await partiesNamed(db, actor, linesOf(typed.facilitators))
  const others = parties.filter(({ kind }) => kind !== 'body').map(({ party }) => party)
  const issues: Issue[] = [
    ...(line === null || codes['action-lines'].has(line)
      ? []
      : [{ field: 'action-line', key: 'form.value.choice' as const }]),
    ...(bodies.some(({ id }) => id === typed.lead)
      ? []
      : [{ field: 'lead', key: 'form.value.choice' as const }]),
    ...[...unknown, ...others].map((name) => ({
      field: 'facilitators',
      key: 'plans.unknown-body' as const,
      values: { name },
    })),
  ]
  if (issues.length > 0) return { issues }
  return {
    actionLine: line,
    lead: typed.lead,
    facilitators: parties.map(({ party }) => party),
    startsOn: typed['starts-on'],
    endsOn: typed['ends-on'],
  }
}

export type PlanWordsSubject = PlanRead & { language: LanguageCode; present: Record<PlanField, string> }

const wordsRoute = (site: Site): void =>
  site.form({
    path: planPaths.words(':plan', ':language'),
    name: 'plan-words',
    summary: 'Writes title, vision, context and risks of a plan in one of the six languages.',
    right: 'plan.edit',
    fields: z.strictObject(planWordFields),
    read: async (visit, parameters): Promise<PlanWordsSubject | null> => {
      const { language = '' } = parameters
      const found = isLanguageCode(language) ? await planForAct(visit, parameters, 'edit') : null
      if (found === null || !isLanguageCode(language)) return null
      const all = (await translationsFor(visit.db, [{ kind: 'plan-header', id: found.plan.id }]))(
        'plan-header',
        found.plan.id,
      )
      const present = Object.fromEntries(
        planFields.map((field) => [field, all?.[language]?.[field]?.text ?? '']),
      )
      return { ...found, language, present: present as Record<PlanField, string> }
    },
    page: planWordsPage,
    act: async ({ db, actor, now: at }, { plan: { id }, language }, { fields, version }) => {
      const by = { actor, at, id, revision: Number(version ?? 0) }
      await changePlanWords(db, { ...by, language, words: planWordsOf(fields) })
      return { to: planPaths.plan(id), done: 'plans.done.saved' }
    },
  })

export type NextSubject = PlanRead & { items: ItemRead[]; marks: ItemMarks }

const nextRoute = (site: Site): void =>
  site.form({
    path: planPaths.next(':plan'),
    name: 'next-plan',
    summary: 'Starts the plan that follows, with the items that go on.',
    right: 'plan.continue',
    fields: z.strictObject({ 'starts-on': day, 'ends-on': day, item: z.array(z.string()).optional() }),
    read: async (visit, parameters): Promise<NextSubject | null> => {
      const found = await planForAct(visit, parameters, 'continue')
      if (found === null) return null
      const items = await itemsRead(visit.db, found.plan.id, visit.language)
      const marks = await itemMarks(visit, found.plan)
      return { ...found, items: items.filter(({ item }) => item.state === 'active'), marks }
    },
    page: nextPlanPage,
    act: async ({ db, actor, now: at }, { plan: { id } }, { fields }) => {
      const period = { startsOn: fields['starts-on'], endsOn: fields['ends-on'] }
      const made = await startNextPlan(db, { actor, at, id, ...period, items: fields.item ?? [] })
      return 'issues' in made ? made : { to: planPaths.plan(made.id), done: 'plans.done.made' }
    },
  })

const stepFields = z.strictObject({
  'comments-until': day.optional(),
  reason: z.string().max(5000, rule('rule.text-5000')).optional(),
})

const stepRoute = (site: Site, step: PlanStep): void =>
  site.form({
    path: planPaths.step(':plan', step),
    name: `plan-step-${step}`,
    summary: `Takes a plan a step on: ${step}.`,
    right: `plan.${step}`,
    fields: stepFields,
    read: async (visit, parameters) => {
      const found = await planForAct(visit, parameters, step)
      return found && { ...found, comments: await commentFigures(visit.db, found.plan.id) }
    },
    page: (visit, subject, entered) => planStepPage(visit, step, subject, entered),
    act: async ({ db, actor, now: at }, { plan: { id } }, { fields, version }) => {
      const { 'comments-until': commentsUntil, reason } = fields
      if (step === 'send-back' && reason === undefined)
        return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
      const matrix = step === 'present' ? await latestMatrixVersion(db) : null
      const { issues } = await takePlanStep(db, step, {
        actor,
        at,
        id,
        revision: Number(version ?? 0),
        matrixVersion: matrix?.number ?? null,
        ...(commentsUntil === undefined ? {} : { commentsUntil }),
        ...(reason === undefined ? {} : { reason }),
      })
      if (issues.length > 0) return { issues }
      return { to: step === 'discard' ? planPaths.plans : planPaths.plan(id), done: `plans.done.${step}` }
    },
  })

/** The plan of an address, for whoever may do this with it; null for whoever does not see it. */
export async function planForAct(
  { db, actor, language }: Visit,
  { plan: id = '' }: PathParameters,
  act: keyof typeof planRights.actions,
): Promise<PlanRead | null> {
  const found = await planRead(db, actor, id, language)
  if (found !== null) permit(planRights, act, actor, planThing(found.plan))
  return found
}
