/** A stretch of the calendar that is one column of a timeline. Days as year-month-day, both within. */
export type Span = {
  key: string
  year: number
  /** 1 to 4; null for a whole year. */ quarter: number | null
  starts: string
  ends: string
}

/** A plan of more quarters than this is drawn by years. */
export const mostQuarters = 40

/** The quarters, or years, from the one that holds a day to the one that holds another. */
export function spansOf(from: string, to: string): Span[] {
  const [first, last] = [quarterNumber(from), quarterNumber(to)]
  if (last - first < mostQuarters)
    return Array.from({ length: last - first + 1 }, (_, place) => quarterSpan(first + place))
  const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: lastYear - firstYear + 1 }, (_, place) => yearSpan(firstYear + place))
}

/** The quarter in which a day lies. */
export const quarterOf = (day: string): Span => quarterSpan(quarterNumber(day))

const quarterNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const
const firstDays = ['01-01', '04-01', '07-01', '10-01'] as const

function quarterSpan(number: number): Span {
  const [year, place] = [Math.floor(number / 4), number % 4]
  return {
    key: `${year}-Q${place + 1}`,
    year,
    quarter: place + 1,
    starts: `${year}-${firstDays[place]}`,
    ends: `${year}-${lastDays[place]}`,
  }
}

const yearSpan = (year: number): Span => ({
  key: String(year),
  year,
  quarter: null,
  starts: `${year}-01-01`,
  ends: `${year}-12-31`,
})

/** What an item does in a span: nothing where a day is not known, for nothing is invented. */
export type Part = 'nothing' | 'starts' | 'runs' | 'due' | 'starts-and-due'

export function partOf(
  { startsOn, deadlineOn }: { startsOn: string | null; deadlineOn: string | null },
  { starts, ends }: Pick<Span, 'starts' | 'ends'>,
): Part {
  const isIn = (day: string | null) => day !== null && day >= starts && day <= ends
  if (isIn(startsOn) && isIn(deadlineOn)) return 'starts-and-due'
  if (isIn(startsOn)) return 'starts'
  if (isIn(deadlineOn)) return 'due'
  return startsOn !== null && deadlineOn !== null && startsOn < starts && deadlineOn > ends
    ? 'runs'
    : 'nothing'
}
