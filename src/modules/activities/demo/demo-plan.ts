import { dayOf } from '#platform/ui/format.ts'
import { dayAfterMonths, lastDay } from '../dates.ts'
import type { DemoEntry } from './demo-activities.ts'

/** When and how things happen to an entry of the example world. */
export type DemoPlan = {
  entered: Date
  sent: Date
  returned: Date
  mended: Date
  published: Date
  translated: Date
  /** When its writer sends an update. */
  updated: Date | null
  archived: Date
  /** What is missing at first is added by a return or by an update. */
  isIncomplete: boolean
  isReturned: boolean
  isReviewed: boolean
  /** Its owner answers only when it has been archived. */
  isLate: boolean
}

/** So different from entry to entry as with people; and without chance, so that two loads of one day are equal. */
export function planOf(entry: DemoEntry, place: number, now: Date): DemoPlan {
  const { fate, agedMonths } = entry
  const entered = daysAfter(monthsBefore(now, agedMonths, place), -25 - (place % 5))
  const isReturned = fate === 'returned' || (fate === 'published' && place % 9 === 4)
  const updated = isReturned ? null : updateOf(entry, place, now)
  const sent = daysAfter(entered, 1 + (place % 3))
  const returned = daysAfter(sent, 2 + (place % 4))
  const mended = daysAfter(returned, 1 + (place % 3))
  return {
    entered,
    sent,
    returned,
    mended,
    published: isReturned ? daysAfter(mended, 3) : daysAfter(sent, 2 + (place % 6)),
    translated: daysAfter(entered, 18 + (place % 5)),
    updated,
    archived: daysAfter(entered, 900),
    isIncomplete: updated !== null || (isReturned && fate === 'published'),
    isReturned,
    isReviewed: place % 3 === 0,
    isLate: fate === 'published' && agedMonths >= 30 && place % 5 === 1,
  }
}

/** Those who have not answered yet last wrote more than a year ago, and after what they do should have ended. */
function updateOf({ fate, agedMonths, end }: DemoEntry, place: number, now: Date): Date | null {
  if (fate === 'update-pending') return daysAfter(now, -2 - (place % 18))
  if (fate === 'published' && agedMonths >= 18 && place % 6 === 2)
    return monthsBefore(now, Math.floor(agedMonths / 2), place)
  if (fate !== 'confirm-due' || agedMonths < 18) return null
  const aYearAgo = monthsBefore(now, 13 + (place % 4), place)
  const ended = end === null ? null : daysAfter(new Date(`${lastDay(end)}T00:00:00Z`), 10)
  return ended !== null && ended > aYearAgo && ended < monthsBefore(now, 12, place) ? ended : aYearAgo
}

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000)

const monthsBefore = (now: Date, months: number, place: number): Date =>
  new Date(
    Date.parse(`${dayAfterMonths(dayOf(now), -months)}T00:00:00Z`) +
      (7 + (place % 11)) * 3_600_000 +
      ((place * 13) % 60) * 60_000,
  )
