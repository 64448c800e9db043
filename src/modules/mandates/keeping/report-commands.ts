import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { record } from '#platform/history.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { keepReportWords } from '../wording/said-commands.ts'
import { dutyRights } from './keeping-rights.ts'
import { keepingParts } from './kept-content-queries.ts'
import { ownersThing } from './kept-duty.ts'
import { bodyTree, occurrenceKeys } from './kept-duty-queries.ts'
import { lockedDuty } from './owner-commands.ts'
import { standsFor } from './plan-commands.ts'

export type ReportRequest = {
  actor: Actor
  at: Date
  duty: string
  /** The due date that it is about: see `occurrenceKeys`. */
  occurrence: string
  language: LanguageCode
  text: string
}

/** An owner says that work for a due date is under way; what they said of it before stays readable and counts no more. */
export async function reportUnderWay(
  db: Db,
  { actor, at, duty: id, occurrence, language, text }: ReportRequest,
): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const duty = await lockedDuty(tx, id)
    permit(dutyRights, 'report', actor, ownersThing(duty, await bodyTree(tx)))
    const keys = await occurrenceKeys(tx, id)
    if (!keys.includes(occurrence))
      return [{ field: 'occurrence', key: 'form.value.choice', validValues: keys }]
    await tx
      .updateTable('duty_reports')
      .set({ withdrawn_at: at })
      .where('duty', '=', id)
      .where('occurrence', '=', occurrence)
      .where('withdrawn_at', 'is', null)
      .execute()
    await tx
      .insertInto('duty_reports')
      .values({
        duty: id,
        occurrence,
        body: JSON.stringify({ [language]: text }),
        original_language: language,
        reported_by: actor.id,
        reported_for: standsFor(actor),
        reported_at: at,
      })
      .execute()
    const subject = { kind: 'duty-keeping', id }
    const parts = await keepingParts(tx, id)
    await record(
      tx,
      { act: 'mandates.report-duty', subject, actor: actor.id, facts: { occurrence }, parts },
      at,
    )
    await keepReportWords(tx, id, { actor: actor.id, at })
    return []
  })
}

/** Takes back that work is under way. */
export async function withdrawReport(
  db: Db,
  { actor, at, report, reason }: { actor: Actor; at: Date; report: string; reason: string },
): Promise<Issue[]> {
  return db.transaction().execute(async (tx) => {
    const held = await tx
      .selectFrom('duty_reports')
      .select(['duty', 'occurrence'])
      .where('id', '=', report)
      .executeTakeFirst()
    if (held === undefined) throw notFound()
    const duty = await lockedDuty(tx, held.duty)
    permit(dutyRights, 'report', actor, ownersThing(duty, await bodyTree(tx)))
    const done = await tx
      .updateTable('duty_reports')
      .set({ withdrawn_at: at })
      .where('id', '=', report)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new Refusal(409, 'keeping.refused.report-withdrawn')
    const subject = { kind: 'duty-keeping', id: held.duty }
    const facts = { occurrence: held.occurrence }
    const parts = await keepingParts(tx, held.duty)
    await record(tx, { act: 'mandates.withdraw-report', subject, actor: actor.id, facts, reason, parts }, at)
    return []
  })
}
