import { takePeriodStep } from '#modules/plans/progress/period-commands.ts'
import { acceptReport, sendReportBack, submitReport } from '#modules/plans/progress/report-commands.ts'
import { operator, scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import { maySee } from '#platform/access/visibility.ts'
import { newPlan, newItem, takeSteps } from './plan-samples.ts'
import { draftReport, newIndicator, newPeriod, runningPlan } from './progress-samples.ts'
import type { Specimen, SpecimensOf } from './specimens.ts'
import { person, testDay, type TestSite } from './test-site.ts'

const at = new Date(`${testDay}T12:00:00Z`)
const within: readonly Scope[] = ['action-line:C5', 'body:itu']

/** How the forms of indicators, reporting periods and reports are tested. */
export const progressSpecimens: readonly SpecimensOf[] = [
  { noun: 'plan-indicator', make: indicator, others: {} },
  {
    noun: 'plan-period',
    make: period,
    others: { make: 'concerns no period yet: progress-pages.test.ts' },
  },
  {
    noun: 'plan-report',
    make: report,
    others: { write: 'stands at the item, which everybody sees: progress-pages.test.ts' },
  },
]

async function indicator({ db }: TestSite, state: string): Promise<Specimen> {
  const plan = await newPlan(db)
  const item = await newItem(db, { plan })
  const id = await newIndicator(db, item)
  const steps = ['consult', 'coordinate', 'present', 'put-in-force', 'supersede'] as const
  const taken = { drafted: 1, fixed: 3, measured: 4, ended: 5 }[state]
  await takeSteps(db, plan, steps.slice(0, taken))
  return { state, parameters: { item, indicator: id }, keepers: [], within }
}

async function period({ db }: TestSite, state: string): Promise<Specimen> {
  const { plan, october } = await runningPlan(db)
  const later =
    state === 'coming' ? await newPeriod(db, plan, ['2027-04-01', '2027-06-30', '2027-07-31']) : null
  if (state === 'locked') await takePeriodStep(db, 'lock', { actor: operator, at, id: october, revision: 1 })
  return { state, parameters: { period: later ?? october }, keepers: [], within }
}

async function report({ db }: TestSite, state: string): Promise<Specimen> {
  const { first, october } = await runningPlan(db)
  const keeper = person('keeper', { role: 'facilitator', scope: 'action-line:C5' })
  const { id } = await draftReport(db, { actor: keeper, at, item: first, period: october })
  const by = { actor: operator, at, id, revision: undefined }
  if (state !== 'draft') await submitReport(db, by)
  if (state === 'returned') await sendReportBack(db, { ...by, reason: 'Which lamps?' })
  if (state === 'accepted') await acceptReport(db, { ...by, rating: 'on-track' })
  return {
    state,
    parameters: { report: id },
    keepers: ['keeper'],
    within,
    isSeenBy: (actor) => state === 'accepted' || isBetween(actor),
  }
}

/** Before it is accepted a report is between the staff, its reviewers and those who lead the plan. */
const isBetween = (actor: Actor): boolean =>
  maySee(actor, 'secretariat') || scopesOf(actor, 'facilitator').includes('action-line:C5')
