import { permit } from '#platform/access/rights.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { PathParameters } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { readerOf } from '../reader.ts'
import type { Reader } from '../shapes.ts'
import type { Import } from './import.ts'
import { importRights, maySeeImport, thingOf } from './import-rights.ts'
import { reviewPaths } from './review-paths.ts'
import { blocksBetween, importById, underReview } from './review-queries.ts'
import { textRecord, type UnitRecord } from './review-shape.ts'
import type { ReviewedText, ReviewedUnit } from './reviewed-text.ts'

/** A draft that somebody may review, with its text as it stands. */
export type DraftSubject = { draft: Import; text: ReviewedText; reader: Reader }

/** One unit of it as people see it. */
export type UnitSubject = DraftSubject & { unit: ReviewedUnit; record: UnitRecord }

/** Null for what is not there or not to be seen; refuses who may not review. */
export async function draftSubject(
  visit: Visit,
  { import: id = '' }: PathParameters,
): Promise<DraftSubject | null> {
  const draft = await importById(visit.db, id)
  if (draft === null) return null
  // Who is not signed in is led to the sign-in, where the draft is known to be nobody's business yet.
  if (!maySeeImport(visit.actor, draft) && visit.actor.person !== null) return null
  permit(importRights, 'review', visit.actor, thingOf(draft))
  const [{ text }, reader] = await Promise.all([underReview(visit.db, id), readerOf(visit)])
  return { draft, text, reader }
}

export async function unitSubject(visit: Visit, parameters: PathParameters): Promise<UnitSubject | null> {
  const subject = await draftSubject(visit, parameters)
  const unit = subject?.text.units.find(({ id }) => id === parameters['unit'])
  return subject === null || unit === undefined ? null : withUnit(visit, subject, unit)
}

export async function withUnit(
  visit: Visit,
  subject: DraftSubject,
  unit: ReviewedUnit,
): Promise<UnitSubject> {
  const { text, draft, reader } = subject
  const next = text.units.find(({ place }) => place > unit.place)?.place ?? unit.place + 40
  const blocks = await blocksBetween(visit.db, draft.id, unit.place, next)
  const [record] = textRecord(reader, text, { units: [unit], blocks }).units
  return { ...subject, unit, record: record as UnitRecord }
}

/** Back to the review, at the unit that was worked on. */
export function backTo(
  { draft, text }: DraftSubject,
  unit: string,
  done: MessageKey,
): { to: string; done: MessageKey } {
  const place = text.units.findIndex(({ id }) => id === unit)
  const before = text.units[place - 1]?.id
  return { to: `${reviewPaths.import(draft.id)}${before === undefined ? '' : `?after=${before}`}`, done }
}
