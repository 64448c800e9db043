import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { changeReport, lockReport, type By } from './held-report-commands.ts'
import { reportRights } from './report-rights.ts'
import { clearanceThing } from './report.ts'
import { reportWorkflow, type ReportStep } from './report-workflow.ts'
import { issuesOfWholeLength } from './sections/length-queries.ts'
import { sectionsOf } from './sections/section-queries.ts'

/** Steps that need nothing but a reason; freezing, delivering and considering have commands of their own. */
export type PlainStep = Exclude<ReportStep, 'freeze' | 'deliver' | 'consider'>

export type StepRequest = By & { id: string; revision?: number; reason?: string }

/** Takes a report a step on. What goes to clearance has been handed in and cleared by each unit. */
export const takeReportStep = (db: Db, step: PlainStep, asked: StepRequest): Promise<{ issues: Issue[] }> =>
  db.transaction().execute((tx) => takeReportStepIn(tx, step, asked))

export async function takeReportStepIn(
  tx: Tx,
  step: PlainStep,
  { actor, at, id, revision, reason }: StepRequest,
): Promise<{ issues: Issue[] }> {
  const report = await lockReport(tx, actor, id, revision)
  const state = take(reportWorkflow, reportRights, step, actor, clearanceThing(report, step))
  const open =
    step === 'submit' ? (await sectionsOf(tx, id)).filter((section) => section.state !== 'cleared') : []
  if (open.length > 0)
    return {
      issues: [
        {
          field: 'sections',
          key: 'reports.sections-open',
          values: { codes: open.map(({ code }) => code).join(', ') },
        },
      ],
    }
  const issues = step === 'submit' ? await issuesOfWholeLength(tx, report, at) : []
  if (issues.length > 0) return { issues }
  const line = { actor, at, act: `${step}-report`, ...(reason === undefined ? {} : { reason }) }
  await changeReport(tx, report, { state }, line)
  return { issues: [] }
}
