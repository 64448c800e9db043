import type { Cadence, Certainty, DutyState, OccurrenceState, Precision } from '../duties/duty.ts'

/** What the rules need to know of a duty. */
export type Clock = {
  obligation: boolean
  cadence: Cadence | null
  /** Whether the text says how often; what is only implied gives way to a deadline. */
  isExplicit: boolean
  deadline: { date: string | null; year: number | null; occasion: string | null }
  /** Bodies whose meetings a duty of every session or every conference follows: recipients first, then the adopting body. */
  follows: string[]
  adoptedOn: string | null
  adoptedIn: number | null
}

export type KnownOccasion = { id: string; body: string; starts: string; ends: string }

/** One due date as it is stored. What it is called depends on the day on which one looks: see `stateOf`. */
export type Occurrence = {
  year: number | null
  starts: string | null
  ends: string | null
  occasion: string | null
  precision: Precision
}

/** How far ahead due dates are kept; pages show them up to next year. */
export const yearsAhead = 40

/** The due dates of a duty, oldest first. A date that the text does not give stays unknown. */
export function occurrencesOf(clock: Clock, occasions: KnownOccasion[]): Occurrence[] {
  if (!clock.obligation) return []
  const dated = ofDeadline(clock, occasions)
  if (dated.length > 0) return dated
  switch (clock.cadence) {
    case 'once':
      return [unknown]
    case 'annual':
      return everyYears(clock, 1)
    case 'biennial':
      return everyYears(clock, 2)
    case 'four-yearly':
    case 'each session':
      return ofMeetings(clock, occasions)
    case 'regular':
    case 'ongoing':
    case 'on request':
    case 'other':
    case null:
      return []
  }
}

const unknown: Occurrence = { year: null, starts: null, ends: null, occasion: null, precision: 'unknown' }

const yearOf = (day: string) => Number(day.slice(0, 4))

/** A duty with a deadline is due once, whatever the cadence of what follows from it. */
function ofDeadline({ deadline, cadence, isExplicit }: Clock, occasions: KnownOccasion[]): Occurrence[] {
  const meeting = occasions.find(({ id }) => id === deadline.occasion)
  if (meeting) return [ofMeeting(meeting)]
  const { date, year } = deadline
  if (date) return [{ year: yearOf(date), starts: date, ends: date, occasion: null, precision: 'day' }]
  const once = cadence === 'once' || cadence === null || cadence === 'other' || !isExplicit
  return year !== null && once ? [ofYear(year)] : []
}

const ofYear = (year: number): Occurrence => ({
  year,
  starts: null,
  ends: null,
  occasion: null,
  precision: 'year',
})

const ofMeeting = ({ id, starts, ends }: KnownOccasion): Occurrence => ({
  year: yearOf(ends),
  starts,
  ends,
  occasion: id,
  precision: 'occasion',
})

function everyYears({ adoptedIn }: Clock, step: number): Occurrence[] {
  if (adoptedIn === null) return [unknown]
  return Array.from({ length: Math.floor(yearsAhead / step) }, (_, place) =>
    ofYear(adoptedIn + step * (place + 1)),
  )
}

/** Meetings of the first followed body that has any known after the adoption; none are invented. */
function ofMeetings({ follows, adoptedOn, adoptedIn }: Clock, occasions: KnownOccasion[]): Occurrence[] {
  const adopted = adoptedOn ?? (adoptedIn === null ? null : `${adoptedIn}-12-31`)
  const later = occasions.filter(({ starts }) => adopted !== null && starts > adopted)
  const body = follows.find((id) => later.some((occasion) => occasion.body === id))
  const meetings = later.filter((occasion) => occasion.body === body)
  return meetings.length > 0
    ? meetings.toSorted((a, b) => a.starts.localeCompare(b.starts)).map(ofMeeting)
    : [unknown]
}

/** What can be said of a due date on a day when nothing is known of what was done. */
export function stateOf(
  { year, starts, ends }: Pick<Occurrence, 'year' | 'starts' | 'ends'>,
  today: string,
): OccurrenceState {
  if (year === null) return 'date-unknown'
  if ((ends ?? `${year}-12-31`) < today) return 'no-information'
  return year <= yearOf(today) || (starts ?? `${year}-01-01`) <= today ? 'due' : 'upcoming'
}

/** The one word for a duty with all its due dates: what runs now comes first, then what nobody has told about. */
export function dutyState(cadence: Cadence | null, states: OccurrenceState[]): DutyState {
  const first = (['due', 'no-information', 'upcoming', 'date-unknown'] as const).find((state) =>
    states.includes(state),
  )
  return first ?? (cadence === null ? 'date-unknown' : 'continuing')
}

/**
 * A revision that was replaced binds no more once the new text is here to be read. As long as it is not,
 * its later due dates are shown as presumed: whether the duty goes on is not confirmed.
 */
export function standsIn(
  year: number | null,
  superseded: { year: number | null; successorImported: boolean } | null,
): Certainty | null {
  if (superseded === null || superseded.year === null || year === null || year <= superseded.year)
    return 'stated'
  return superseded.successorImported ? null : 'presumed'
}

/** Years shown at most: this one and the next. */
export const lastYearShown = (today: string): number => yearOf(today) + 1

export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)
