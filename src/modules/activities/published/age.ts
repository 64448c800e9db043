/** How long ago somebody said that an entry holds: a year, two years, longer. */
export const ages = ['fresh', 'ageing', 'old'] as const

export type Age = (typeof ages)[number]

/** Counted in months of the calendar, so that the search can count by month what it has read long ago. */
export const ageOf = (confirmedAt: Date, now: Date): Age => ageOfMonth(monthOf(confirmedAt), now)

/** Of a month such as 2026-11. */
export function ageOfMonth(month: string, now: Date): Age {
  const months = monthNumber(monthOf(now)) - monthNumber(month)
  if (months <= 12) return 'fresh'
  return months <= 24 ? 'ageing' : 'old'
}

export const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7)

const monthNumber = (month: string): number => {
  const [year = 0, ofYear = 0] = month.split('-').map(Number)
  return year * 12 + ofYear
}
