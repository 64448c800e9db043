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

/** What is known of a due date to whoever looks. */
export type Known = {
  /** Somebody answered for the duty on the day when it fell due. Taking a duty over later says nothing of what was due before. */
  isAnswered: boolean
  /** An owner has said that work on it is under way. */
  isUnderWay: boolean
  /** There is evidence that can be looked at and that nobody contests: see `counts`. */
  hasEvidence: boolean
  /** The recipient has considered it, with day and source. */
  isConsidered: boolean
}

export const nothingKnown: Known = {
  isAnswered: false,
  isUnderWay: false,
  hasEvidence: false,
  isConsidered: false,
}

type Dates = Pick<Occurrence, 'year' | 'starts' | 'ends'>

/** Where a day stands to a due date. */
export type Phase = 'past' | 'running' | 'ahead' | 'unknown'

export function phaseOf({ year, starts, ends }: Dates, today: string): Phase {
  if (year === null) return 'unknown'
  if ((ends ?? `${year}-12-31`) < today) return 'past'
  return year <= yearOf(today) || (starts ?? `${year}-01-01`) <= today ? 'running' : 'ahead'
}

/**
 * What can be said of a due date on a day. Evidence comes first; then what an owner has said; then the clock.
 * Of what is past and was answered for, silence means overdue; of what nobody answered for, it means nothing.
 */
export function stateOf(date: Dates, today: string, known: Known = nothingKnown): OccurrenceState {
  if (known.hasEvidence) return known.isConsidered ? 'considered' : 'delivered'
  const phase = phaseOf(date, today)
  if (phase === 'past') return known.isUnderWay || known.isAnswered ? 'overdue' : 'no-information'
  if (known.isUnderWay) return 'under-way'
  return phase === 'running' ? 'due' : phase === 'ahead' ? 'upcoming' : 'date-unknown'
}

/**
 * The one word for a duty with all its due dates, oldest first: what is overdue; what runs now; what is being worked on;
 * then how its last date ended; then what is ahead.
 */
export function dutyState(
  cadence: Cadence | null,
  dates: readonly { phase: Phase; state: OccurrenceState }[],
): DutyState {
  const has = (state: OccurrenceState) => dates.some((date) => date.state === state)
  const pressing = (['overdue', 'due', 'under-way'] as const).find(has)
  if (pressing !== undefined) return pressing
  const running = dates.find(({ phase }) => phase === 'running')
  if (running !== undefined) return running.state
  const last = dates.findLast(({ phase }) => phase === 'past')
  if (last !== undefined) return last.state
  const rest = (['delivered', 'considered', 'upcoming', 'date-unknown'] as const).find(has)
  return rest ?? (cadence === null ? 'date-unknown' : 'continuing')
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
