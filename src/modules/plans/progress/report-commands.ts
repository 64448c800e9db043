import { sql, type Updateable } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tables, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts, translationsFor, writeSources } from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { lockItem, lockPlan, type By } from '../held-plan-commands.ts'
import { itemsOf } from '../item-queries.ts'
import { note, statesOf, type Line, type States } from '../note-commands.ts'
import type { Plan } from '../plan.ts'
import { issuesOfEvidence, withUnseen } from './evidence-link-queries.ts'
import { dayIn, periodState, type Period } from './period.ts'
import { periodsWhere } from './period-queries.ts'
import { reportRights } from './report-rights.ts'
import { reportsSeenBy, reportsWhere } from './report-queries.ts'
import { reportWorkflow } from './report-workflow.ts'
import {
  isReportedPlan,
  reportFields,
  reportThing,
  type Rating,
  type Report,
  type ReportContent,
  type ReportField,
} from './report.ts'
import { leavesOf } from './roll-up.ts'

export type Written = By & {
  item: string
  period: string
  /** Of the report that was read; undefined when none was there. */
  revision?: number | undefined
  language: LanguageCode
  words: Record<ReportField, string>
  content: ReportContent
}

type Made = { issues: Issue[] } | { report: Report }

/** Begins the report on an item for a period, or changes it; nobody but authors and reviewers sees it until it is accepted. */
export const writeReport = (db: Db, asked: Written): Promise<Made> =>
  db.transaction().execute((tx) => writeReportIn(tx, asked))

/** The same in a transaction that is open. */
export async function writeReportIn(tx: Tx, asked: Written): Promise<Made> {
  const { actor, at, content } = asked
  const { plan, item } = await lockItem(tx, actor, asked.item)
  const [period] = await periodsWhere(tx, sql`d.id = ${asked.period} and d.plan = ${plan.id}`)
  if (period === undefined) throw notFound()
  const [before] = await reportsWhere(tx, sql`r.item = ${item.id} and r.period = ${period.id}`)
  permit(reportRights, 'write', actor, reportThing(plan, before ?? { state: reportWorkflow.start }))
  refuseClosed(plan, period, at)
  if (before?.revision !== asked.revision && asked.revision !== undefined) throw new Stale()
  if (!leavesOf(await itemsOf(tx, plan.id)).some(({ id }) => id === item.id))
    throw new Refusal(409, 'progress.no-leaf')
  const issues = await issuesOfEvidence(tx, { actor, now: at }, content.evidence)
  if (issues.length > 0) return { issues }
  if (before === undefined) return { report: await insertReport(tx, plan, period, asked) }
  await holdTexts(tx, [{ kind: 'plan-report', id: before.id }])
  const evidence = await withUnseen(tx, { actor, now: at }, content.evidence, before.evidence)
  const columns = { ...columnsOf({ ...content, evidence }), language: asked.language }
  await changeReport(tx, before, columns, { actor, at, act: 'write-report' })
  await writeWords(tx, before.id, asked)
  return { report: await reportById(tx, before.id) }
}

async function insertReport(tx: Tx, plan: Plan, period: Period, asked: Written): Promise<Report> {
  const { actor, at, item, language, content } = asked
  const id = newShortId()
  await tx
    .insertInto('plan_reports')
    .values({
      ...{ id, plan: plan.id, item, period: period.id, state: reportWorkflow.start, language },
      author: actor.id,
      ...columnsOf(content),
      ...{ reviewer_rating: null, submitted_at: null, reviewed_at: null, reviewed_by: null },
      ...{ returned_because: null, revision: 1, created_at: at, updated_at: at },
    })
    .execute()
  const report = await reportById(tx, id)
  await noteReport(tx, report, { actor, at, act: 'begin-report' }, { from: null, to: reportWorkflow.start })
  await writeWords(tx, id, asked)
  return report
}

const columnsOf = ({ rating, percentDone, evidence }: ReportContent) => ({
  author_rating: rating,
  percent_done: percentDone,
  evidence: JSON.stringify(evidence),
})

const writeWords = (
  tx: Tx,
  id: string,
  { actor, at, language, words }: Pick<Written, 'actor' | 'at' | 'language' | 'words'>,
): Promise<void> => {
  const texts = reportFields.map((field) => ({
    ...{ kind: 'plan-report', id, field, language, text: words[field] },
    visibility: 'secretariat' as const,
  }))
  return writeSources(tx, { bundle: `plan-report/${id}`, texts }, actor.id, at)
}

export type ReportStepRequest = By & { id: string; revision: number | undefined }

/** Sends a report to be reviewed; the first time decides whether it was late. */
export const submitReport = (db: Db, asked: ReportStepRequest): Promise<Report> =>
  db.transaction().execute((tx) => submitReportIn(tx, asked))

/** The same in a transaction that is open. */
export const submitReportIn = (tx: Tx, { actor, at, id, revision }: ReportStepRequest): Promise<Report> =>
  step(tx, 'submit', { actor, at, id, revision }, (report) => ({ submitted_at: report.submittedAt ?? at }))

/** Sends a report back to its author, who is told why. */
export const sendReportBack = (
  db: Db,
  { actor, at, id, revision, reason }: ReportStepRequest & { reason: string },
): Promise<Report> =>
  db.transaction().execute((tx) =>
    step(tx, 'send-back', { actor, at, id, revision, reason }, () => ({
      returned_because: reason,
      reviewed_at: at,
      reviewed_by: actor.id,
    })),
  )

/** Accepts a report with the reviewer's own rating, which stands beside the author's. From then on everybody reads it. */
export const acceptReport = (
  db: Db,
  { actor, at, id, revision, rating }: ReportStepRequest & { rating: Rating },
): Promise<Report> =>
  db.transaction().execute(async (tx) => {
    const report = await step(tx, 'accept', { actor, at, id, revision }, () => ({
      reviewer_rating: rating,
      reviewed_at: at,
      reviewed_by: actor.id,
    }))
    await showWords(tx, report, { actor, at })
    return report
  })

async function showWords(tx: Tx, { id, language }: Report, { actor, at }: By): Promise<void> {
  const own = (await translationsFor(tx, [{ kind: 'plan-report', id }]))('plan-report', id)?.[language]
  const texts = reportFields.map((field) => ({
    ...{ kind: 'plan-report', id, field, language, text: own?.[field]?.text ?? '' },
    visibility: 'public' as const,
  }))
  await writeSources(tx, { bundle: `plan-report/${id}`, texts }, actor.id, at)
}

async function step(
  tx: Tx,
  name: keyof typeof reportWorkflow.steps,
  { actor, at, id, revision, reason }: ReportStepRequest & { reason?: string },
  columns: (report: Report) => Updateable<Tables['plan_reports']>,
): Promise<Report> {
  const { plan, period, report } = await lockReport(tx, actor, id, revision)
  const state = take(reportWorkflow, reportRights, name, actor, reportThing(plan, report))
  refuseClosed(plan, period, at)
  await holdTexts(tx, [{ kind: 'plan-report', id }])
  const act = `${name}-report`
  await changeReport(
    tx,
    report,
    { ...columns(report), state },
    { actor, at, act, ...(reason === undefined ? {} : { reason }) },
  )
  return reportById(tx, id)
}

/** Holds the plan of a report, and with it the report; what one may not see is not there. */
async function lockReport(
  tx: Tx,
  actor: Actor,
  id: string,
  revision: number | undefined,
): Promise<{ plan: Plan; period: Period; report: Report }> {
  const found = await tx.selectFrom('plan_reports').select('plan').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw notFound()
  const plan = await lockPlan(tx, actor, found.plan)
  const [report] = await reportsWhere(tx, sql`r.id = ${id} and ${reportsSeenBy(actor)}`)
  const [period] = report === undefined ? [] : await periodsWhere(tx, sql`d.id = ${report.period}`)
  if (report === undefined || period === undefined) throw notFound()
  if (revision !== undefined && report.revision !== revision) throw new Stale()
  return { plan, period, report }
}

/** Nothing of a locked period changes, and nobody reports on what has not begun. */
export function refuseClosed(plan: Plan, period: Period, at: Date): void {
  if (!isReportedPlan(plan)) throw new Refusal(409, 'progress.plan-not-running')
  const state = periodState(period, dayIn(plan.zone, at))
  if (state === 'locked') throw new Refusal(409, 'progress.locked')
  if (state === 'coming') throw new Refusal(409, 'progress.coming')
}

async function reportById(tx: Tx, id: string): Promise<Report> {
  const [report] = await reportsWhere(tx, sql`r.id = ${id}`)
  if (report === undefined) throw notFound()
  return report
}

async function changeReport(
  tx: Tx,
  report: Report,
  columns: Updateable<Tables['plan_reports']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('plan_reports')
    .set({ ...columns, revision: report.revision + 1, updated_at: line.at })
    .where('id', '=', report.id)
    .execute()
  await noteReport(tx, report, line, statesOf(report.state, columns.state ?? report.state))
}

const noteReport = (tx: Tx, { id, plan, item, period }: Report, line: Line, states?: States): Promise<void> =>
  note(tx, { kind: 'plan-report', id }, { ...line, facts: { plan, item, period } }, states)
