import type { Db } from '#platform/database/tables.ts'
import { languageCodes } from '#platform/languages.ts'
import type { By } from '../held-plan-commands.ts'
import { addActual } from '../indicators/actual-commands.ts'
import { addIndicator } from '../indicators/indicator-commands.ts'
import { indicatorFields, type IndicatorContent } from '../indicators/indicator.ts'
import { addPeriod, takePeriodStep } from '../progress/period-commands.ts'
import { acceptReport, sendReportBack, submitReport, writeReport } from '../progress/report-commands.ts'
import { reportFields } from '../progress/report.ts'
import { activityIds, idsIn, type MadePlan } from './demo-item-commands.ts'
import { keeperOf, officer } from './demo-people.ts'
import { wordsIn, type DemoEvent, type DemoIndicator, type DemoPlan } from './demo-plans.ts'
import { translate } from './demo-translation-commands.ts'
import { sound } from './sound.ts'

/** Writes the indicators of a plan in six languages. */
export async function putIndicators(db: Db, plan: DemoPlan, own: MadePlan, by: By): Promise<void> {
  const { language } = plan
  const others = languageCodes.filter((code) => code !== language)
  for (const one of plan.indicators) {
    const added = await addIndicator(db, {
      ...by,
      item: own.items.get(one.item) ?? '',
      language,
      words: wordsIn(one, indicatorFields, language),
      alsoIn: Object.fromEntries(others.map((code) => [code, wordsIn(one, indicatorFields, code)])),
      content: contentOf(one),
    })
    own.ids.set(one.key, sound(`${plan.name}: ${one.key}`, added).id)
  }
}

const contentOf = ({
  frequency,
  direction,
  per,
  baseline,
  target,
  disaggregation,
  dimensions,
}: DemoIndicator): IndicatorContent => ({
  ...{ frequency, direction, per, target, disaggregation, dimensions },
  baseline: baseline === null ? { state: 'none' } : { state: 'measured', ...baseline },
})

type Happening<Does extends DemoEvent['does']> = DemoEvent & { does: Does }

/** What was measured of an indicator for a day. */
export async function measure(
  db: Db,
  plan: DemoPlan,
  own: MadePlan,
  { indicator, day, value, numerator, denominator, parts }: Happening<'measure'>,
  at: Date,
): Promise<void> {
  const by = { actor: keeperOf(plan), at, indicator: own.ids.get(indicator) ?? '', on: day }
  const figure = { value, numerator, denominator }
  const said = { figure, parts, note: null, language: plan.language, evidence: [] }
  sound(`${plan.name}: ${indicator}`, await addActual(db, { ...by, ...said }))
}

/** For which days reports are asked, and until when. */
export async function open(
  db: Db,
  plan: DemoPlan,
  own: MadePlan,
  { key, startsOn, endsOn, dueOn }: Happening<'period'>,
  at: Date,
): Promise<void> {
  const by = { actor: keeperOf(plan), at, plan: own.id }
  own.ids.set(key, sound(`${plan.name}: ${key}`, await addPeriod(db, { ...by, startsOn, endsOn, dueOn })).id)
}

/** The secretariat locks a period: it takes no report any more, and what is missing stays so. */
export async function lock(db: Db, own: MadePlan, { period }: Happening<'lock'>, at: Date): Promise<void> {
  const id = own.ids.get(period) ?? ''
  await takePeriodStep(db, 'lock', { actor: officer, at, id, revision: 1 })
}

/** A report on an item for a period, written and sent in at once. */
export async function report(
  db: Db,
  plan: DemoPlan,
  own: MadePlan,
  { key, period, item, rating, percentDone, activities, ...said }: Happening<'report'>,
  at: Date,
): Promise<void> {
  const by = { actor: keeperOf(plan), at }
  const shown = activities.length === 0 ? [] : idsIn(await activityIds(db), activities)
  const written = await writeReport(db, {
    ...by,
    item: own.items.get(item) ?? '',
    period: own.ids.get(period) ?? '',
    language: plan.language,
    words: wordsIn(said, reportFields, plan.language),
    content: { rating, percentDone, evidence: shown.map((record) => ({ kind: 'activity', record })) },
  })
  const { id, revision, language } = sound(`${plan.name}: ${key}`, written).report
  await submitReport(db, { ...by, id, revision })
  await translate(db, { kind: 'plan-report', id, language }, said, reportFields, at)
  own.ids.set(key, id)
}

/** The secretariat accepts a report with its own rating, or says what is missing. */
export async function review(
  db: Db,
  own: MadePlan,
  { report: key, rating, reason = '' }: Happening<'review'>,
  at: Date,
): Promise<void> {
  const asked = { actor: officer, at, id: own.ids.get(key) ?? '', revision: undefined }
  await (rating === undefined
    ? sendReportBack(db, { ...asked, reason })
    : acceptReport(db, { ...asked, rating }))
}
