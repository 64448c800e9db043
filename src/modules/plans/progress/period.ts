import type { Scope } from '#platform/access/actor.ts'
import type { Thing } from '#platform/access/rights.ts'
import { planThing, type Plan } from '../plan.ts'

/** 'coming' and 'open' follow from the day on which one looks; a locked period takes no report and no actual. */
export const periodStates = ['coming', 'open', 'locked'] as const

export type PeriodState = (typeof periodStates)[number]

/** For which days a plan asks for reports, and until when. Days in the zone of the plan. */
export type Period = {
  id: string
  plan: string
  startsOn: string
  endsOn: string
  /** The last day on which a report is in time. */
  dueOn: string
  lockedAt: Date | null
  revision: number
}

export type PeriodDays = Pick<Period, 'startsOn' | 'endsOn' | 'dueOn'>

export const periodState = (
  { startsOn, lockedAt }: Pick<Period, 'startsOn' | 'lockedAt'>,
  today: string,
): PeriodState => {
  if (lockedAt !== null) return 'locked'
  return startsOn > today ? 'coming' : 'open'
}

/** What the rights table asks. */
export const periodThing = (
  plan: Pick<Plan, 'state' | 'actionLine' | 'lead' | 'facilitators'>,
  state: PeriodState,
): Thing<PeriodState> & { within: Scope[] } => ({ state, within: [...(planThing(plan).within ?? [])] })

/** How long the periods of a series are, in months. */
export const seriesSteps = { quarterly: 3, 'half-yearly': 6, yearly: 12 } as const

export type SeriesStep = keyof typeof seriesSteps

export const mostPeriods = 60
export const mostDueDays = 366

/**
 * Periods of equal length over the whole time of a plan, each due so many days after it ends. They begin with the quarter, half-year
 * or year of the calendar in which the plan begins, cut to the days of the plan.
 */
export function seriesOf(
  { startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>,
  step: SeriesStep,
  dueDays: number,
): PeriodDays[] {
  const months = seriesSteps[step]
  const begins: string[] = []
  for (let day = beginOf(startsOn, months); day <= endsOn; day = plusMonths(day, months)) begins.push(day)
  const pieces = begins
    .map((day) => ({
      from: later(day, startsOn),
      to: earlier(plusDays(plusMonths(day, months), -1), endsOn),
    }))
    .filter(({ from, to }) => to > from)
  return pieces.map(({ from, to }, place) => {
    // A single day at either end of the plan is no period: the one beside it takes it in.
    const first = place === 0 ? startsOn : from
    const last = place === pieces.length - 1 ? endsOn : to
    return { startsOn: first, endsOn: last, dueOn: plusDays(last, dueDays) }
  })
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)

export const isWithin = ({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>, day: string): boolean =>
  startsOn <= day && day <= endsOn

export const overlaps = (one: PeriodDays, other: PeriodDays): boolean =>
  one.startsOn <= other.endsOn && other.startsOn <= one.endsOn

/** The day that it is in a zone. */
export const dayIn = (zone: string, now: Date): string => daysOfZone(zone).format(now)

const zones = new Map<string, Intl.DateTimeFormat>()

/** Made once for each zone, since it takes longer to make than to use. */
function daysOfZone(timeZone: string): Intl.DateTimeFormat {
  const made = zones.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  zones.set(timeZone, made)
  return made
}

export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Of first days of months only. */
function plusMonths(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

function beginOf(day: string, months: number): string {
  const month = Number(day.slice(5, 7)) - 1
  return `${day.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`
}
