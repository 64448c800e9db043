/** How long ago somebody said that an entry holds: a year, two years, longer. */
export const ages = ['fresh', 'ageing', 'old'] as const

export type Age = (typeof ages)[number]

const yearMilliseconds = 365.25 * 86_400_000

export function ageOf(confirmedAt: Date, now: Date): Age {
  const years = (now.getTime() - confirmedAt.getTime()) / yearMilliseconds
  if (years <= 1) return 'fresh'
  return years <= 2 ? 'ageing' : 'old'
}
