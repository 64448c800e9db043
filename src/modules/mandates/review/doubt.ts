import type { ReviewedText, ReviewedUnit } from './reviewed-text.ts'

/** Below this the parser itself would not bet on its reading. */
const sureFrom = { unit: 0.8, duty: 0.7 } as const

/** The units of which the parser was not sure: of their borders and labels, of a duty in them, or with a warning. */
export function doubtfulUnits({ units, duties, warnings }: ReviewedText): Set<string> {
  const unsure = duties.filter(({ confidence }) => confidence < sureFrom.duty).map(({ unit }) => unit)
  const unclear = units.filter(({ confidence }) => confidence < sureFrom.unit).map(({ id }) => id)
  return new Set([...unsure, ...unclear, ...warnings.flatMap(({ unit }) => unit ?? [])])
}

export type Progress = { units: number; checked: number; doubtful: number; sure: number }

/** How far the review has come; doubtful and sure count what nobody has looked at yet. */
export function progressOf(text: ReviewedText): Progress {
  const left = text.units.filter(({ checked }) => !checked)
  const doubts = doubtfulUnits(text)
  const doubtful = left.filter(({ id }) => doubts.has(id)).length
  const units = text.units.length
  return { units, checked: units - left.length, doubtful, sure: left.length - doubtful }
}

/** What people have not looked at and the parser was sure of. */
export function sureUnits(text: ReviewedText): ReviewedUnit[] {
  const doubts = doubtfulUnits(text)
  return text.units.filter(({ id, checked }) => !checked && !doubts.has(id))
}
