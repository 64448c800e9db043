import type { Translate } from '#platform/messages.ts'
import { date } from '#platform/ui/format.ts'
import type { DrawnItem } from './drawing-shape.ts'

/** Start and deadline in words, for those who hear a drawing. */
export function whenWords(
  t: Translate,
  { startsOn, deadline }: Pick<DrawnItem, 'startsOn' | 'deadline'>,
): string {
  const said = [
    ...(startsOn === null ? [] : [t('timeline.starts', { day: date(t.language.code, startsOn) })]),
    ...(deadline === null ? [] : [deadlineWords(t, deadline)]),
  ]
  return said.length === 0 ? t('timeline.no-dates') : said.join(t('words.comma'))
}

export const deadlineWords = (
  t: Translate,
  { on, time, zone }: NonNullable<DrawnItem['deadline']>,
): string =>
  time === null
    ? t('timeline.due', { day: date(t.language.code, on) })
    : t('timeline.due-at', { day: date(t.language.code, on), time, zone })
