import type { Translate } from '#platform/messages.ts'
import { date } from '#platform/ui/format.ts'
import type { Deadline } from './deadline.ts'

/** A deadline as every page, paper and drawing says it: the day, and the hour with its zone where one was given. */
export const deadlineWords = (
  t: Translate,
  { on, time, zone }: Deadline,
  day: string = date(t.language.code, on),
): string => (time === null ? day : t('plans.deadline.at', { day, time, zone }))
