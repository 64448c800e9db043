import type { DutyFields } from './edit.ts'
import type { ReviewedDuty, ReviewedText } from './reviewed-text.ts'
import type { Edited } from './unit-edits.ts'

export function setDuty(
  text: ReviewedText,
  { duty: id, set }: { duty: string; set: Partial<DutyFields> },
  seq: number,
): Edited {
  const duty = text.duties.find((one) => one.id === id)
  if (!duty) return null
  const changed: ReviewedDuty = { ...duty, ...set, touched: seq }
  if (set.verb !== undefined) changed.verbs = set.verb === null ? [] : [set.verb]
  return { ...text, duties: text.duties.map((one) => (one.id === id ? changed : one)) }
}

/** A duty that the parser did not see. What the provision names stands in its other duties already. */
export function addDuty(
  text: ReviewedText,
  { unit, set }: { unit: string; set: DutyFields },
  seq: number,
): Edited {
  if (!isOperative(text, unit)) return null
  const sibling = text.duties.find((one) => one.unit === unit)
  const duty: ReviewedDuty = {
    ...set,
    id: `d-${seq}`,
    unit,
    touched: seq,
    verbs: set.verb === null ? [] : [set.verb],
    actionLines: sibling?.actionLines ?? [],
    sdg: sibling?.sdg ?? false,
    sdgOnlyInName: sibling?.sdgOnlyInName ?? false,
    cites: sibling?.cites ?? [],
    refersTo: sibling?.refersTo ?? [],
    confidence: 1,
  }
  return { ...text, duties: [...text.duties, duty] }
}

export const dropDuty = (text: ReviewedText, { duty: id }: { duty: string }): Edited =>
  text.duties.some((one) => one.id === id)
    ? { ...text, duties: text.duties.filter((one) => one.id !== id) }
    : null

/** Only operative provisions oblige. */
export function isOperative({ units, sections }: ReviewedText, unit: string): boolean {
  const section = units.find(({ id }) => id === unit)?.section
  return sections.some(({ key, kind }) => key === section && kind === 'operative')
}
