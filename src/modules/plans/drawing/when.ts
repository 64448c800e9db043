import type { Translate } from '#platform/messages.ts'
import { date } from '#platform/ui/format.ts'
import { deadlineWords } from '../deadline-words.ts'
import type { DrawnItem } from './drawing-shape.ts'

/** Start and deadline in words, for those who hear a drawing. */
export function whenWords(
  t: Translate,
  { startsOn, deadline }: Pick<DrawnItem, 'startsOn' | 'deadline'>,
): string {
  const said = [
    ...(startsOn === null ? [] : [t('timeline.starts', { day: date(t.language.code, startsOn) })]),
    ...(deadline === null ? [] : [dueWords(t, deadline)]),
  ]
  return said.length === 0 ? t('timeline.no-dates') : said.join(t('words.comma'))
}

export const dueWords = (t: Translate, deadline: NonNullable<DrawnItem['deadline']>): string =>
  t('timeline.due', { day: deadlineWords(t, deadline) })
