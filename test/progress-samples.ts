import { addActual } from '#modules/plans/indicators/actual-commands.ts'
import { addIndicator, type NewIndicator } from '#modules/plans/indicators/indicator-commands.ts'
import type { IndicatorContent } from '#modules/plans/indicators/indicator.ts'
import { linkItem } from '#modules/plans/link-commands.ts'
import { addPeriod, takePeriodStep } from '#modules/plans/progress/period-commands.ts'
import {
  acceptReport,
  submitReport,
  writeReport,
  type Written,
} from '#modules/plans/progress/report-commands.ts'
import type { Rating, Report } from '#modules/plans/progress/report.ts'
import { operator, type Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { NewPlan } from '#modules/plans/plan-commands.ts'
import { planMoment, planWithItems, takeSteps } from './plan-samples.ts'

export const share: IndicatorContent = {
  frequency: 'yearly',
  direction: 'up',
  disaggregation: ['sex', 'urban-rural'],
  dimensions: [],
  per: 100,
  baseline: { state: 'measured', year: 2025, value: null, numerator: 1, denominator: 4 },
  target: { value: 75, year: 2027 },
}

/** An indicator of an item: the share of tested lamps, unless told otherwise. */
export async function newIndicator(db: Db, item: string, of: Partial<NewIndicator> = {}): Promise<string> {
  const made = await addIndicator(db, {
    ...{ actor: operator, at: planMoment, item, language: 'en', content: share },
    words: {
      name: 'Share of tested lamps',
      definition: 'Tested lamps among all lamps.',
      unit: 'per cent',
      source: 'Survey of lamps',
      note: '',
    },
    ...of,
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return made.id
}

export async function newPeriod(
  db: Db,
  plan: string,
  [startsOn, endsOn, dueOn]: readonly [string, string, string],
): Promise<string> {
  const made = await addPeriod(db, { actor: operator, at: planMoment, plan, startsOn, endsOn, dueOn })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return made.id
}

/** A plan in force since September with two reporting periods that have passed and one that runs, and an indicator. */
export async function runningPlan(
  db: Db,
  of: Partial<NewPlan> = {},
  measured: Partial<IndicatorContent> = {},
) {
  const made = await planWithItems(db, { startsOn: '2026-09-01', ...of })
  const indicator = await newIndicator(db, made.outcome, { content: { ...share, ...measured } })
  await takeSteps(db, made.plan, ['consult', 'coordinate', 'present', 'put-in-force'])
  const october = await newPeriod(db, made.plan, ['2026-10-01', '2026-10-31', '2026-11-10'])
  const early = await newPeriod(db, made.plan, ['2026-11-01', '2026-11-15', '2026-11-30'])
  const winter = await newPeriod(db, made.plan, ['2026-11-16', '2027-03-31', '2027-04-30'])
  return { ...made, indicator, october, early, winter }
}

/** The report on an item for a period, as a draft. */
export async function draftReport(
  db: Db,
  of: Pick<Written, 'item' | 'period'> & Partial<Written>,
): Promise<Report> {
  const made = await writeReport(db, {
    ...{ actor: operator, at: new Date('2026-11-05T09:00:00Z'), language: 'en' },
    words: { achieved: 'Half of the lamps were tested.', obstacles: '' },
    content: { rating: 'on-track', percentDone: 50, evidence: [] },
    ...of,
  })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  return made.report
}

/** A report that was sent and accepted with a rating. */
export async function acceptedReport(
  db: Db,
  of: Pick<Written, 'item' | 'period'> & { rating?: Rating; at?: Date; reviewer?: Actor },
): Promise<Report> {
  const { rating = 'on-track', at = new Date('2026-11-05T09:00:00Z'), reviewer = operator, ...about } = of
  const { id } = await draftReport(db, { ...about, at })
  await submitReport(db, { actor: operator, at, id, revision: undefined })
  return acceptReport(db, { actor: reviewer, at, id, revision: undefined, rating })
}

/** Plans on which people report, each form of progress open to somebody; resolves to where the forms are. */
export async function progressForms(db: Db): Promise<string[]> {
  const running = await runningPlan(db)
  const { plan, first, second, october, early, indicator } = running
  const by = { actor: operator, at: new Date('2026-11-12T09:00:00Z') }
  const links = [{ kind: 'provision', record: 'wtsa-75-hammamet-2016/instructs-director-tsb/6' }]
  await linkItem(db, { ...by, id: first, revision: 1, links })
  const accepted = await acceptedReport(db, { item: first, period: october })
  const draft = await draftReport(db, { item: first, period: early, at: by.at })
  const sent = await draftReport(db, { item: second, period: october })
  await submitReport(db, { ...by, id: sent.id, revision: undefined })
  const figure = { value: null, numerator: 1, denominator: 2 }
  const measured = { ...by, indicator, figure, note: null, language: 'en', evidence: [] } as const
  const made = await addActual(db, { ...measured, on: '2026-10-31' })
  if ('issues' in made) throw new Error(JSON.stringify(made.issues))
  const locked = await newPeriod(db, plan, ['2026-09-01', '2026-09-30', '2026-09-30'])
  await takePeriodStep(db, 'lock', { ...by, id: locked, revision: 1 })
  const drafted = await planWithItems(db)
  const open = await newIndicator(db, drafted.outcome)
  return [
    ...['new', 'series'].map((kind) => `/plans/${plan}/periods/${kind}`),
    ...['edit', 'remove', 'lock'].map((act) => `/plan-periods/${early}/${act}`),
    `/plan-periods/${locked}/unlock`,
    `/plan-items/${second}/reports/${early}`,
    `/plan-reports/${draft.id}/steps/submit`,
    ...['send-back', 'accept'].map((step) => `/plan-reports/${sent.id}/steps/${step}`),
    `/plan-reports/${accepted.id}/evidence/wtsa-75-hammamet-2016/instructs-director-tsb/6/1`,
    `/plan-indicators/${indicator}/actuals/new`,
    `/plan-actuals/${made.actual.id}`,
    `/plan-items/${drafted.outcome}/indicators/new`,
    ...['edit', 'words/fr', 'drop'].map((act) => `/plan-indicators/${open}/${act}`),
  ]
}
