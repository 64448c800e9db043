import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import { named } from '#platform/web/shapes.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reasonField, wholeField } from '../fields.ts'
import { itemRead, type ItemInPlan } from '../item-queries.ts'
import { planPaths } from '../paths.ts'
import { answeredDuties } from './duty-evidence-queries.ts'
import { evidenceLines, evidenceRead } from './evidence-link-queries.ts'
import { readEvidence } from './evidence-link.ts'
import { reportPage } from './pages/report-page.ts'
import { acceptPage, sendBackPage, submitPage, writeReportPage } from './pages/report-form-pages.ts'
import { acceptReport, refuseClosed, sendReportBack, submitReport, writeReport } from './report-commands.ts'
import { periodsOf } from './period-queries.ts'
import type { Period } from './period.ts'
import { reportRead, reportOfPeriod, type ReportInPlan, type ReportWords } from './report-queries.ts'
import { reportRights } from './report-rights.ts'
import { reportRecord, reportShape, type ReportRecord } from './report-shape.ts'
import { ratings, reportFieldLetters, reportThing, type Report } from './report.ts'

/** Reports on items: writing, sending, reviewing, and what everybody reads once they are accepted. */
export function reportRoutes(site: Site): void {
  site.form({
    path: planPaths.writeReport(':item', ':period'),
    name: 'plan-report-content',
    summary: 'Writes the report on an item of a plan for a reporting period.',
    right: 'plan-report.write',
    fields: reportFormFields,
    read: readForWriting,
    page: writeReportPage,
    act: async (visit, { item, period, report }, { fields, version }) => {
      const { db, actor, now: at, settings } = visit
      const evidence = readEvidence(fields.evidence ?? '', settings.publicUrl)
      if ('issues' in evidence) return evidence
      const written = await writeReport(db, {
        ...{ actor, at, item: item.item.id, period: period.id, language: fields.language },
        revision: report === null ? undefined : Number(version ?? 0),
        words: { achieved: fields.achieved, obstacles: fields.obstacles ?? '' },
        content: {
          rating: fields.rating,
          percentDone: Number(fields.percent),
          evidence: evidence.links,
        },
      })
      if ('issues' in written) return written
      return { to: planPaths.report(written.report.id), done: 'progress.done.written' }
    },
  })
  stepRoutes(site)
  site.record({
    path: planPaths.report(':report'),
    name: 'plan-report',
    summary:
      'The report on an item of a plan for a reporting period, with the ratings of its author and of its reviewer. Everybody reads what was accepted.',
    query: z.strictObject({}),
    read: readReport,
    shape: reportShape,
    page: reportPage,
  })
}

export const reportFormFields = z.strictObject({
  language: z.enum(languageCodes),
  rating: z.enum(ratings),
  percent: wholeField(0, 100),
  achieved: z.string().max(reportFieldLetters.achieved, rule('rule.long-text')),
  obstacles: z.string().max(reportFieldLetters.obstacles, rule('rule.text-5000')).optional(),
  evidence: z.string().max(20_000, rule('rule.long-text')).optional(),
})

function stepRoutes(site: Site): void {
  site.form({
    path: planPaths.reportStep(':report', 'submit'),
    name: 'plan-report-submission',
    summary: 'Sends a report to be reviewed.',
    right: 'plan-report.submit',
    fields: z.strictObject({}),
    read: (visit, parameters) => forStep(visit, parameters, 'submit'),
    page: submitPage,
    act: async ({ db, actor, now: at }, { id }, { version }) => {
      await submitReport(db, { actor, at, id, revision: Number(version ?? 0) })
      return { to: planPaths.report(id), done: 'progress.done.submitted' }
    },
  })
  site.form({
    path: planPaths.reportStep(':report', 'send-back'),
    name: 'plan-report-return',
    summary: 'Sends a report back to its author, with a reason.',
    right: 'plan-report.send-back',
    fields: z.strictObject({ reason: reasonField.min(1, rule('rule.required')) }),
    read: (visit, parameters) => forStep(visit, parameters, 'send-back'),
    page: sendBackPage,
    act: async ({ db, actor, now: at }, { id }, { fields: { reason }, version }) => {
      await sendReportBack(db, { actor, at, id, revision: Number(version ?? 0), reason })
      return { to: planPaths.report(id), done: 'progress.done.returned' }
    },
  })
  site.form({
    path: planPaths.reportStep(':report', 'accept'),
    name: 'plan-report-acceptance',
    summary: 'Accepts a report with a rating of the reviewer, beside that of the author.',
    right: 'plan-report.accept',
    fields: z.strictObject({ rating: z.enum(ratings) }),
    read: (visit, parameters) => forStep(visit, parameters, 'accept'),
    page: acceptPage,
    act: async ({ db, actor, now: at }, { id }, { fields: { rating }, version }) => {
      await acceptReport(db, { actor, at, id, revision: Number(version ?? 0), rating })
      return { to: planPaths.report(id), done: 'progress.done.accepted' }
    },
  })
}

export type WritingSubject = {
  item: ItemInPlan
  period: Period
  report: Report | null
  words: Partial<Record<keyof ReportWords, string>>
  language: LanguageCode
  evidence: string
}

async function readForWriting(
  visit: Visit,
  { item: itemId = '', period: periodId = '' }: PathParameters,
): Promise<WritingSubject | null> {
  const { db, actor, language, now } = visit
  const item = await itemRead(db, actor, itemId, language)
  const period =
    item === null ? undefined : (await periodsOf(db, item.plan.id)).find(({ id }) => id === periodId)
  if (item === null || period === undefined) return null
  const found = await reportOfPeriod(db, itemId, periodId)
  permit(reportRights, 'write', actor, reportThing(item.plan, found?.report ?? { state: 'draft' }))
  refuseClosed(item.plan, period, now)
  return {
    ...{ item, period, report: found?.report ?? null },
    words: found?.words ?? {},
    language: found?.report.language ?? language,
    evidence: await evidenceLines(db, visit, found?.report.evidence ?? []),
  }
}

async function forStep(
  visit: Visit,
  { report: id = '' }: PathParameters,
  step: 'submit' | 'send-back' | 'accept',
): Promise<ReportRecord | null> {
  const found = await reportRead(visit.db, visit.actor, id, visit.language)
  if (found === null) return null
  permit(reportRights, step, visit.actor, reportThing(found.item.plan, found.report))
  refuseClosed(found.item.plan, found.period, visit.now)
  return whole(visit, found)
}

async function readReport(visit: Visit, { report: id = '' }: PathParameters): Promise<ReportRecord | null> {
  const found = await reportRead(visit.db, visit.actor, id, visit.language)
  return found === null ? null : whole(visit, found)
}

async function whole(visit: Visit, found: ReportInPlan): Promise<ReportRecord> {
  const { db } = visit
  const duties = await answeredDuties(db, visit, found.item.item.links, found.report.id)
  return reportRecord(visit, {
    ...found,
    evidence: await evidenceRead(db, visit, found.report.evidence),
    duties: duties.map((duty) => ({ ...duty, name: named(visit, duty.name, duty.id) })),
  })
}
