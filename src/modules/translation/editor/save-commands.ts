import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import {
  lockTranslation,
  reviewTranslation,
  writeTranslation,
  type TextKinds,
} from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { translationRights, translationWorkflow } from '../translation-rights.ts'
import { reviewThing, type RecordInLanguage, type TranslationRecord } from './record.ts'
import { translationRecord } from './record-queries.ts'

export type SegmentEntry = {
  field: string
  segment: number
  /** Empty: no text any more. */
  text: string
  /** That the text of a machine, or of an earlier source, is right as it stands. */
  isChecked: boolean
}

type Acting = { actor: Actor; at: Date; kinds: TextKinds; version: string | null } & RecordInLanguage

/** Keeps what a person wrote for the segments of a record. Resolves to how many changed. */
export async function saveTranslation(
  db: Db,
  { entries, ...acting }: Acting & { entries: readonly SegmentEntry[] },
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const record = await lockedRecord(tx, acting)
    permit(translationRights, 'translate', acting.actor, record)
    refuseStale(record, acting.version)
    const segments = entries.filter((entry) => isMeant(record, entry))
    return writeTranslation(tx, { ...acting, segments }, acting.actor.id, acting.at)
  })
}

/** A machine's or an outdated text that stands in the form as it was has not been looked at, unless somebody says so. */
function isMeant(record: TranslationRecord, { field, segment, text, isChecked }: SegmentEntry): boolean {
  const own = record.fields
    .find((one) => one.field === field)
    ?.segments.find((one) => one.segment === segment)?.own
  if (!own || own.text !== text || isChecked) return true
  return own.state !== 'machine' && own.state !== 'outdated'
}

/** A second person says that the translation is right. */
export async function reviewRecord(db: Db, acting: Acting): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const record = await lockedRecord(tx, acting)
    take(translationWorkflow, translationRights, 'review', acting.actor, reviewThing(record))
    refuseStale(record, acting.version)
    return reviewTranslation(tx, acting, acting.actor.id, acting.at)
  })
}

/** Locks first, then reads what is there now. */
export async function lockedRecord(tx: Tx, { kinds, actor, ...record }: Acting): Promise<TranslationRecord> {
  await lockTranslation(tx, record)
  const found = await translationRecord(tx, kinds, record, actor, record.language)
  if (!found) throw notFound()
  return found
}

export function refuseStale({ version }: { version: number }, asked: string | null): void {
  if (asked !== null && asked !== String(version)) throw new Stale()
}
