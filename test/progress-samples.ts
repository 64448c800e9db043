import { addIndicator, type NewIndicator } from '#modules/plans/indicators/indicator-commands.ts'
import type { IndicatorContent } from '#modules/plans/indicators/indicator.ts'
import { addPeriod } from '#modules/plans/progress/period-commands.ts'
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
export async function runningPlan(db: Db, of: Partial<NewPlan> = {}) {
  const made = await planWithItems(db, { startsOn: '2026-09-01', ...of })
  const indicator = await newIndicator(db, made.outcome)
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
