import { badRequest, type Issue, type Refusal } from '../errors.ts'
import type { MessageKey } from '../messages.ts'

/** The parameter of every public list and record that asks for them as they were. */
export const asOfParameter = 'as-of'

/** A moment of the past: the instant that was asked for, and the last line of history that had been written by then. */
export type PastMoment = { instant: Date; line: number }

/** The instant that `?as-of=` names: a day stands for its end. Null when it was not asked for; refuses what is none or is to come. */
export function instantAskedFor(query: URLSearchParams, now: Date): Date | null {
  const [text, ...more] = query.getAll(asOfParameter)
  if (text === undefined || text === '') return null
  if (more.length > 0) throw refused('error.parameter.doubled')
  const instant = endOfDay(text) ?? exactInstant(text)
  if (instant === null) throw refused('error.parameter.malformed', { rule: 'rule.as-of' })
  if (instant.getTime() <= now.getTime()) return instant
  // Today is not over, and what stands now is what stood today.
  if (text === now.toISOString().slice(0, 10)) return now
  throw refused('as-of.future')
}

export const tooEarly = (first: Date): Refusal =>
  refused('as-of.early', { values: { first: first.toISOString().slice(0, 10) } })

/** What is made anew from the records, such as the search, is not kept as it was. */
export const onlyOfNow = (): Refusal => refused('as-of.only-now')

const refused = (key: MessageKey, { values, rule }: { values?: Issue['values']; rule?: MessageKey } = {}) =>
  badRequest([
    { field: asOfParameter, key, values: { field: asOfParameter, ...values }, ...(rule ? { rule } : {}) },
  ])

function endOfDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = new Date(`${text}T23:59:59.999Z`)
  // 30 February would become a day of March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null
}

function exactInstant(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant
}
