import ical, { ICalEventTransparency } from 'ical-generator'
import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import type { DrawnItem } from './drawing-shape.ts'
import { dueWords } from './when.ts'

/**
 * Deadlines as an iCalendar feed. A day is a day wherever one looks; with an hour it is an instant, written in Universal Time, so that
 * it stays where it is when the clocks of the plan's zone change.
 */
export function deadlineCalendar(
  visit: Visit,
  name: string,
  path: string,
  items: readonly DrawnItem[],
): string {
  const { t, language, settings, now } = visit
  const calendar = ical({
    name,
    description: t('timeline.calendar.about'),
    prodId: { company: 'Actionline', product: 'Deadlines', language: language.toUpperCase() },
    url: settings.publicUrl + addressOf(language, path),
    ttl: 24 * 60 * 60,
  })
  for (const { id, code, title, deadline, lead } of items) {
    if (deadline === null) continue
    const url = settings.publicUrl + addressOf(language, planPaths.item(id))
    calendar.createEvent({
      ...timeOf(deadline),
      id: `actionline:plan-item:${id}`,
      summary: `${code} ${title.text}`,
      description: [dueWords(t, deadline), lead.name.text, url].join('\n'),
      url,
      // Changes once a day, so that the feed can be cached.
      stamp: midnight(now.toISOString().slice(0, 10)),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

const timeOf = ({ on, time, at }: NonNullable<DrawnItem['deadline']>) =>
  time === null
    ? { allDay: true, start: midnight(on), end: new Date(midnight(on).getTime() + 86_400_000) }
    : { start: new Date(at) }

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)
