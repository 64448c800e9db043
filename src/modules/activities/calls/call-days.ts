import type { Call } from './call.ts'

/** The day that it is in the zone of a call. */
export const dayIn = (zone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)

/** Whether the last day of a call has ended where the secretariat is. */
export const isPastCutOff = ({ cutOff, zone }: Pick<Call, 'cutOff' | 'zone'>, now: Date): boolean =>
  dayIn(zone, now) > cutOff

/** Days until the cut-off; none on its day and after it. */
export const daysLeft = ({ cutOff, zone }: Pick<Call, 'cutOff' | 'zone'>, now: Date): number =>
  Math.max(0, (Date.parse(cutOff) - Date.parse(dayIn(zone, now))) / 86_400_000)

/** Whether it is time to remind those who have not answered: so many days before the cut-off, and not after it. */
export const isReminderDue = (call: Call, now: Date): boolean =>
  call.state === 'open' &&
  call.remindDays !== null &&
  call.remindedAt === null &&
  dayIn(call.zone, now) >= call.opensOn &&
  !isPastCutOff(call, now) &&
  daysLeft(call, now) <= call.remindDays
