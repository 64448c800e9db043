/** A day, and the hour on it if one was given, in a named zone. */
export type Deadline = { on: string; time: string | null; zone: string }

/** The instant at which a deadline passes: without an hour, the last second of its day in its zone. */
export function deadlineInstant({ on, time, zone }: Deadline): Date {
  const wall = Date.parse(`${on}T${time ?? '23:59'}:${time === null ? '59' : '00'}Z`)
  // The offset may differ before and after the change of the clocks, so it is asked where the first guess leads.
  const guess = wall - offsetAt(zone, wall)
  return new Date(wall - offsetAt(zone, guess))
}

/** How far a zone is ahead of Universal Time at an instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const parts = formatIn(zone).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return wall - Math.floor(instant / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}
