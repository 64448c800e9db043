import { inLanguage } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dueDateRecord, dutyRecord, type DueDateRecord, type DutyRecord } from '../duties/duty-shape.ts'
import { lookOf } from '../duties/look.ts'
import { dueDates, dutyById } from '../queries.ts'
import { readerOf } from '../reader.ts'
import { bodyTree, keptDuty } from './kept-duty-queries.ts'
import type { BodyTree, KeptDuty } from './kept-duty.ts'

/** What a form about a duty is about. */
export type DutySubject = {
  kept: KeptDuty
  bodies: BodyTree
  /** Names of bodies in the reader's language. */
  names: Map<string, string>
  duty: DutyRecord
  dueDates: DueDateRecord[]
}

/** The duty with its due dates; null for what is no duty. */
export async function dutySubject(visit: Visit, id: string): Promise<DutySubject | null> {
  const { db } = visit
  const kept = await keptDuty(db, id)
  if (kept === null) return null
  const look = lookOf(visit)
  const [reader, duty, dates, bodies] = [
    await readerOf(visit),
    await dutyById(db, id, look),
    await dueDates(db, { duty: id }, look, { limit: 200 }),
    await bodyTree(db),
  ]
  if (duty === null) return null
  const names = [...reader.bodies].map(
    ([body, { name }]) => [body, inLanguage(name, visit.language)?.text ?? body] as const,
  )
  return {
    kept,
    bodies,
    names: new Map(names),
    duty: dutyRecord(reader, duty),
    dueDates: dates.rows.map((row) => dueDateRecord(reader, row)),
  }
}
