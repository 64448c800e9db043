import type { UnitSubject } from './review-subject.ts'
import type { ReviewedDuty } from './reviewed-text.ts'

/** The duty that a form is about, in its unit. */
export type DutySubject = UnitSubject & { duty: ReviewedDuty }

/** Who stands around a duty: as printed, and the bodies that are meant for certain. */
export const sides = [
  ['addressees', 'addresseeIds'],
  ['recipients', 'recipientIds'],
  ['via', 'viaIds'],
] as const

/** The lines that the form shows of a side before anything is typed. */
export function shownSide(
  duty: ReviewedDuty,
  side: (typeof sides)[number][0],
  ids: (typeof sides)[number][1],
  reader: UnitSubject['reader'],
): string[] {
  const known = [...new Set(duty[ids] ?? [])]
  if (known.length === 0) return duty[side]
  return known.map((id) => {
    const body = reader.bodies.get(id)
    return body?.name[reader.language] ?? body?.acronym ?? id
  })
}
