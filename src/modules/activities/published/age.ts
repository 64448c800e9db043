/** How long ago somebody said that an entry holds: a year, two years, longer. */
export const ages = ['fresh', 'ageing', 'old'] as const

export type Age = (typeof ages)[number]

/** Counted in months of the calendar, so that the search can count by month what it has read long ago. */
export const ageOf = (confirmedAt: Date, now: Date): Age =>
  ageAfter(monthNumberOf(now) - monthNumberOf(confirmedAt))

/** Of a month such as 2026-11. */
export const ageOfMonth = (month: string, now: Date): Age =>
  ageAfter(monthNumberOf(now) - (Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1))

function ageAfter(months: number): Age {
  if (months <= 12) return 'fresh'
  return months <= 24 ? 'ageing' : 'old'
}

export const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7)

const monthNumberOf = (instant: Date): number => instant.getUTCFullYear() * 12 + instant.getUTCMonth()
