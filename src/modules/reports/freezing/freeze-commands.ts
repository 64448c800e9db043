import { sql } from 'kysely'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { sha256 } from '#platform/sha256.ts'
import { askForJob } from '#platform/jobs/asked-for.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { changeReport, lockReport, type By } from '../held-report-commands.ts'
import { papersJobName } from '../papers/paper-file-commands.ts'
import { reportRights } from '../report-rights.ts'
import { reportThing, type Report } from '../report.ts'
import { reportWorkflow } from '../report-workflow.ts'
import { sectionsOf } from '../sections/section-queries.ts'
import { showWords } from '../word-commands.ts'
import { usesOf } from '../using/use.ts'
import { deriveEdition } from './derive-queries.ts'

export type FreezeRequest = By & { id: string; revision?: number; symbol: string }

type Frozen = { issues: Issue[] } | { digest: string }

/**
 * Freezes a report: all that it says is kept whole, with the last line of history of that moment, so that it can be derived again.
 * One snapshot of the database serves all questions.
 */
export const freezeReport = (db: Db, asked: FreezeRequest): Promise<Frozen> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => freezeReportIn(tx, asked))

/** The same within a transaction, which must be one that reads one snapshot. */
export async function freezeReportIn(
  tx: Tx,
  { actor, at, id, revision, symbol }: FreezeRequest,
): Promise<Frozen> {
  const report = await lockReport(tx, actor, id, revision)
  const state = take(reportWorkflow, reportRights, 'freeze', actor, reportThing(report))
  if (await isTaken(tx, symbol, report)) return { issues: [{ field: 'symbol', key: 'reports.symbol-taken' }] }
  const line = await lastLine(tx)
  const derived = await deriveEdition(tx, id, { symbol, at })
  if (derived === null) throw new Error('the report that is held is not there')
  const digest = sha256(derived.content)
  const sections = await sectionsOf(tx, id)
  await holdTexts(tx, [
    { kind: 'report', id },
    ...sections.map((section) => ({ kind: 'report-section', id: section.id })),
  ])
  await tx
    .insertInto('report_editions')
    .values({ report: id, content: JSON.stringify(derived.content), line, digest })
    .execute()
  const uses = usesOf(derived.content).map((use, place) => ({ ...use, report: id, place: place + 1 }))
  if (uses.length > 0) await tx.insertInto('report_uses').values(uses).execute()
  for (const [part, records] of derived.records)
    await tx
      .insertInto('report_edition_records')
      .values({ report: id, part, records: JSON.stringify(records) })
      .execute()
  const frozen = { state, symbol, frozen_at: at }
  await changeReport(tx, report, frozen, { actor, at, act: 'freeze-report', facts: { symbol, digest } })
  await showWords(tx, report, sections, { actor, at })
  askForJob(papersJobName)
  return { digest }
}

/** A symbol names one report; its corrections carry it too, each with its version. */
async function isTaken(tx: Tx, symbol: string, { series }: Report): Promise<boolean> {
  const found = await tx
    .selectFrom('reports')
    .select('id')
    .where('symbol', '=', symbol)
    .where('series', '<>', series)
    .executeTakeFirst()
  return found !== undefined
}

async function lastLine(tx: Tx): Promise<number> {
  const found = await sql<{ line: string | number | null }>`select max(seq) as line from history`.execute(tx)
  return Number(found.rows[0]?.line ?? 0)
}
