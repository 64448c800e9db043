import ical, { ICalEventTransparency } from 'ical-generator'
import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { OccurrenceRecord } from './occurrence-shape.ts'
import { partyNames } from '../pages/parties.ts'
import { mandatePaths } from '../paths.ts'

/** Due dates as an iCalendar feed of all-day events. What has no date at all cannot stand in a calendar. */
export function calendarFile(visit: Visit, rows: OccurrenceRecord[]): string {
  const { t } = visit
  const calendar = ical({
    name: t('calendar.title'),
    description: t('calendar.honest'),
    prodId: { company: 'Actionline', product: 'Due dates', language: visit.language.toUpperCase() },
    url: visit.settings.publicUrl + addressOf(visit.language, mandatePaths.calendar),
    ttl: 24 * 60 * 60,
  })
  for (const row of rows) {
    const days = daysOf(row)
    if (days !== null) calendar.createEvent({ ...days, ...wordsOf(visit, row), ...sameForAll(visit, row) })
  }
  return calendar.toString()
}

/** A date that is known only by its year is put on the year's last day; its title says that no day is given. */
function daysOf({ starts, ends, year }: OccurrenceRecord): { start: Date; end: Date } | null {
  if (starts !== null && ends !== null) return { start: midnight(starts), end: dayAfter(ends) }
  if (year === null) return null
  return { start: midnight(`${year}-12-31`), end: dayAfter(`${year}-12-31`) }
}

function wordsOf({ t, language, settings }: Visit, row: OccurrenceRecord) {
  const { duty } = row
  const what = duty.paraphrase?.text ?? [duty.verb?.text, duty.deliverable?.text].filter(Boolean).join(' ')
  const url = settings.publicUrl + addressOf(language, mandatePaths.provision(duty.revision.id, duty.address))
  const described = [
    what,
    t('calendar.event.who', { names: partyNames(t, duty.addressees) }),
    `${duty.revision.name.text} · ${duty.address}`,
    row.starts === null ? t('calendar.event.year-only', { year: String(row.year) }) : null,
    row.occasion?.verified === false ? t('calendar.event.not-verified') : null,
    row.certainty.code === 'presumed' ? t('calendar.event.presumed') : null,
    url,
  ]
  const summary = row.starts === null ? t('calendar.event.in-year', { year: String(row.year), what }) : what
  return { summary, description: described.filter((line) => line !== null).join('\n'), url }
}

/** The name of an event never changes, in no language; the stamp changes once a day, so that the feed can be cached. */
const sameForAll = ({ now }: Visit, { id }: OccurrenceRecord) => ({
  id: `actionline:${id}`,
  allDay: true,
  stamp: midnight(now.toISOString().slice(0, 10)),
  transparency: ICalEventTransparency.TRANSPARENT,
})

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

const dayAfter = (day: string) => new Date(midnight(day).getTime() + 24 * 60 * 60 * 1000)
