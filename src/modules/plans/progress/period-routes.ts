import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dayField, reasonField, wholeField } from '../fields.ts'
import { planPaths } from '../paths.ts'
import { planRead, type PlanRead } from '../plan-queries.ts'
import { newPeriodPage, periodFormPage, periodStepPage, seriesPage } from './pages/period-form-pages.ts'
import { addPeriod, addSeries, changePeriod, removePeriod, takePeriodStep } from './period-commands.ts'
import { periodRead, type PeriodInPlan } from './period-queries.ts'
import { periodRights } from './period-rights.ts'
import { dayIn, mostDueDays, periodState, periodThing, seriesSteps, type SeriesStep } from './period.ts'

const days = { 'starts-on': dayField, 'ends-on': dayField, 'due-on': dayField }

/** How those who lead a plan say when reports are due, and the secretariat closes the books. */
export function periodRoutes(site: Site): void {
  site.form({
    path: planPaths.newPeriod(':plan'),
    name: 'new-plan-period',
    summary: 'Makes a reporting period of a plan.',
    right: 'plan-period.make',
    fields: z.strictObject(days),
    read: forPlan,
    page: newPeriodPage,
    act: async ({ db, actor, now: at }, { plan: { id } }, { fields }) => {
      const made = await addPeriod(db, { actor, at, plan: id, ...daysOf(fields) })
      return 'issues' in made ? made : { to: planPaths.progress(id), done: 'progress.done.period' }
    },
  })
  site.form({
    path: planPaths.periodSeries(':plan'),
    name: 'plan-period-series',
    summary: 'Makes reporting periods of equal length over the whole time of a plan.',
    right: 'plan-period.make',
    fields: z.strictObject({
      step: z.enum(Object.keys(seriesSteps) as [SeriesStep, ...SeriesStep[]]),
      'due-days': wholeField(0, mostDueDays),
    }),
    read: forPlan,
    page: seriesPage,
    act: async ({ db, actor, now: at }, { plan: { id } }, { fields }) => {
      const asked = { step: fields.step, dueDays: Number(fields['due-days']) }
      const made = await addSeries(db, { actor, at, plan: id, ...asked })
      return 'issues' in made ? made : { to: planPaths.progress(id), done: 'progress.done.series' }
    },
  })
  site.form({
    path: planPaths.period(':period', 'edit'),
    name: 'plan-period-days',
    summary: 'Changes the days of a reporting period.',
    right: 'plan-period.edit',
    fields: z.strictObject(days),
    read: (visit, parameters) => forPeriod(visit, parameters, 'edit'),
    page: periodFormPage,
    act: async ({ db, actor, now: at }, { period: { id } }, { fields, version }) => {
      const revision = Number(version ?? 0)
      const changed = await changePeriod(db, { actor, at, id, revision, ...daysOf(fields) })
      return 'issues' in changed
        ? changed
        : { to: planPaths.progress(changed.plan), done: 'progress.done.period' }
    },
  })
  stepRoutes(site)
}

function stepRoutes(site: Site): void {
  site.form({
    path: planPaths.period(':period', 'remove'),
    name: 'plan-period-removal',
    summary: 'Takes a reporting period away for which nobody has begun a report.',
    right: 'plan-period.remove',
    fields: z.strictObject({}),
    read: (visit, parameters) => forPeriod(visit, parameters, 'remove'),
    page: (visit, subject, entered) => periodStepPage(visit, 'remove', subject, entered),
    act: async ({ db, actor, now: at }, { period: { id } }, { version }) => {
      const { plan } = await removePeriod(db, { actor, at, id, revision: Number(version ?? 0) })
      return { to: planPaths.progress(plan), done: 'progress.done.removed' }
    },
  })
  site.form({
    path: planPaths.period(':period', 'lock'),
    name: 'plan-period-lock',
    summary: 'Locks a reporting period: it takes no report and no actual any more.',
    right: 'plan-period.lock',
    fields: z.strictObject({}),
    read: (visit, parameters) => forPeriod(visit, parameters, 'lock'),
    page: (visit, subject, entered) => periodStepPage(visit, 'lock', subject, entered),
    act: async ({ db, actor, now: at }, { period: { id } }, { version }) => {
      const { plan } = await takePeriodStep(db, 'lock', { actor, at, id, revision: Number(version ?? 0) })
      return { to: planPaths.progress(plan), done: 'progress.done.locked' }
    },
  })
  site.form({
    path: planPaths.period(':period', 'unlock'),
    name: 'plan-period-unlock',
    summary: 'Opens a locked reporting period again, with a reason.',
    right: 'plan-period.unlock',
    fields: z.strictObject({ reason: reasonField.min(1, rule('rule.required')) }),
    read: (visit, parameters) => forPeriod(visit, parameters, 'unlock'),
    page: (visit, subject, entered) => periodStepPage(visit, 'unlock', subject, entered),
    act: async ({ db, actor, now: at }, { period: { id } }, { fields: { reason }, version }) => {
      const revision = Number(version ?? 0)
      const { plan } = await takePeriodStep(db, 'unlock', { actor, at, id, revision, reason })
      return { to: planPaths.progress(plan), done: 'progress.done.unlocked' }
    },
  })
}

async function forPlan(
  { db, actor, language }: Visit,
  { plan: id = '' }: PathParameters,
): Promise<PlanRead | null> {
  const found = await planRead(db, actor, id, language)
  if (found !== null) permit(periodRights, 'make', actor, periodThing(found.plan, 'open'))
  return found
}

async function forPeriod(
  { db, actor, language, now }: Visit,
  { period: id = '' }: PathParameters,
  act: keyof typeof periodRights.actions,
): Promise<PeriodInPlan | null> {
  const found = await periodRead(db, actor, id, language)
  if (found === null) return null
  const state = periodState(found.period, dayIn(found.plan.zone, now))
  permit(periodRights, act, actor, periodThing(found.plan, state))
  return found
}

const daysOf = (fields: { 'starts-on': string; 'ends-on': string; 'due-on': string }) => ({
  startsOn: fields['starts-on'],
  endsOn: fields['ends-on'],
  dueOn: fields['due-on'],
})
