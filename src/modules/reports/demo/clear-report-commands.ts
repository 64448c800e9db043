import { clearAnswers } from '#modules/mandates/index.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { holdTexts, removeTexts } from '#platform/texts/texts.ts'
import '../tables.ts'

/** Takes the invented reports away, with what stands of them at duties; the history keeps its lines. */
export const clearDemoReports = (
  db: Db,
  { actor, at }: { actor: string; at: Date },
): Promise<{ reports: number }> =>
  db.transaction().execute(async (tx) => {
    const reports = await tx
      .selectFrom('reports')
      .select(['id', 'decision'])
      .where('is_example', '=', true)
      .orderBy('id')
      .forUpdate()
      .execute()
    const ids = reports.map(({ id }) => id)
    if (ids.length === 0) return { reports: 0 }
    const sections = await tx
      .selectFrom('report_sections')
      .select('id')
      .where('report', 'in', ids)
      .orderBy('id')
      .execute()
    const gone = [
      ...ids.map((id) => ({ kind: 'report', id })),
      ...sections.map(({ id }) => ({ kind: 'report-section', id })),
    ]
    await holdTexts(tx, gone)
    const considered = await answersOfThose(tx, reports)
    await clearAnswers(tx, { kind: 'report', ids, considered }, { actor, at })
    await tx.deleteFrom('reports').where('id', 'in', ids).execute()
    for (const subject of gone) await record(tx, { act: 'reports.clear-example', subject, actor }, at)
    await removeTexts(tx, gone, actor, at)
    return { reports: reports.length }
  })

async function answersOfThose(tx: Tx, reports: readonly { id: string; decision: string | null }[]) {
  const decisions = new Map(reports.map(({ id, decision }) => [id, decision]))
  const answers = await tx
    .selectFrom('report_answers')
    .selectAll()
    .where('report', 'in', [...decisions.keys()])
    .execute()
  return answers.flatMap(({ report, duty, occurrence }) => {
    const source = decisions.get(report)
    return source ? [{ duty, occurrence, source }] : []
  })
}
