/** A year, a month or a day that exists: 2026, 2026-05, 2026-05-17. */
export function isPartialDate(text: string): boolean {
  if (!/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return false
  if (text.length < 10) return true
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

/** The first and the last day of a partial date. */
export const firstDay = (text: string): string => `${text}-01-01`.slice(0, 10)

export function lastDay(text: string): string {
  if (text.length === 10) return text
  if (text.length === 4) return `${text}-12-31`
  const [year = '', month = ''] = text.split('-')
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

/** Whether something that begins in `start` can end in `end`. */
export const isInOrder = (start: string, end: string): boolean => firstDay(start) <= lastDay(end)

export const dayAfterMonths = (day: string, months: number): string => {
  const from = new Date(`${day}T00:00:00Z`)
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate()
  to.setUTCDate(Math.min(from.getUTCDate(), last))
  return to.toISOString().slice(0, 10)
}

/** Months after which somebody is asked whether an entry still holds, and after which it is archived when nobody answers. */
export const monthsUntilAsked = 12
export const monthsUntilArchived = 6

/**
 * When an entry is asked about: a year after it was last confirmed, or when it should have ended, if that comes first and
 * was not known to be over when it was confirmed. An activity that is completed has nothing left to confirm.
 */
export function confirmDays(
  confirmedOn: string,
  { status, end }: { status: string | null; end: string | null },
): { confirmOn: string | null; archiveOn: string | null } {
  if (status === 'completed') return { confirmOn: null, archiveOn: null }
  const inAYear = dayAfterMonths(confirmedOn, monthsUntilAsked)
  const ends = end === null ? null : lastDay(end)
  const confirmOn = ends !== null && ends >= confirmedOn && ends < inAYear ? ends : inAYear
  return { confirmOn, archiveOn: dayAfterMonths(confirmOn, monthsUntilArchived) }
}
