import { seriesOf, type PeriodDays } from '#modules/plans/progress/period.ts'
import { ratings, type Rating, type ReportState } from '#modules/plans/progress/report.ts'

export type InventedReport = {
  /** Place of the item in the list of the plan, and of the period. */
  item: number
  period: number
  state: ReportState
  rating: Rating
  reviewerRating: Rating
  percentDone: number
  achieved: string
  obstacles: string
}

/** How many days after the end of a period reports are due. */
export const dueDays = 30

/** The quarters over which a plan goes. */
export const periodsOf = (startsOn: string, endsOn: string): PeriodDays[] =>
  seriesOf({ startsOn, endsOn }, 'quarterly', dueDays)

type Asked = { leaves: readonly number[]; periods: readonly PeriodDays[]; count: number }

/** Reports from the first period on, as many as are asked for; what is left is missing or due. Those of the last periods wait for somebody. */
export function inventedReports(
  { leaves, periods, count }: Asked,
  say: (words: number) => string,
  chance: () => number,
): InventedReport[] {
  const cells = periods.flatMap((_, period) => leaves.map((item) => ({ item, period })))
  if (cells.length < count) throw new Error(`${count} reports do not fit in ${cells.length} places`)
  return cells.slice(0, count).map(({ item, period }, number) => ({
    item,
    period,
    state: number < count * 0.95 || chance() < 0.3 ? 'accepted' : chance() < 0.7 ? 'submitted' : 'returned',
    rating: oneOf(ratings.slice(1, 4), chance),
    reviewerRating: oneOf(ratings.slice(1, 4), chance),
    percentDone: Math.min(95, Math.round((100 * (period + chance())) / periods.length)),
    achieved: say(30),
    obstacles: say(10),
  }))
}

function oneOf<One>(of: readonly One[], chance: () => number): One {
  const chosen = of[Math.floor(chance() * of.length)]
  if (chosen === undefined) throw new Error('there is nothing to choose from')
  return chosen
}
