import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { Input, Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { isDay } from '../evidence/evidence.ts'
import { isWebAddress } from '../evidence/evidence-asked.ts'
import { considerationPage, reportPage, reportWithdrawalPage } from '../pages/report-form-pages.ts'
import { dutyId, mandatePaths } from '../paths.ts'
import { considerDuty } from './consideration-commands.ts'
import { dutySubject, type DutySubject } from './duty-subject.ts'
import { dutyRights } from './keeping-rights.ts'
import { ownersThing, wholeThing } from './kept-duty.ts'
import { reportById, considerationRevisions } from './report-queries.ts'
import { reportUnderWay, withdrawReport } from './report-commands.ts'

export type ReportSubject = DutySubject & { report: { id: string; occurrence: string } }
/** How often each due date was noted before. */
export type ConsiderationSubject = DutySubject & { revisions: Map<string, number> }

const longText = z.string().max(10_000, rule('rule.long-text'))
const reportFields = z.strictObject({ occurrence: z.string(), text: longText })
const reasonFields = z.strictObject({ reason: longText })
const considerationFields = z.strictObject({
  occurrence: z.string(),
  body: z.string(),
  on: z.string().max(200, rule('rule.date')),
  source: z.string().max(200, rule('rule.short-text')),
  'source-url': z.string().max(2000, rule('rule.web-address')).optional(),
})

/** Where owners report, and where it is noted that a recipient has considered what was delivered. */
export function reportRoutes(site: Site): void {
  site.form({
    path: '/keeping/report/:revision/:place{.+}',
    name: 'duty-report',
    summary: 'An owner says that work for a due date is under way.',
    right: 'duty.report',
    fields: reportFields,
    read: readReport,
    page: reportPage,
    act: report,
  })
  site.form({
    path: mandatePaths.reportWithdrawal(':report'),
    name: 'duty-report-withdrawal',
    summary: 'Takes a report back.',
    right: 'duty.report',
    fields: reasonFields,
    read: readWithdrawal,
    page: reportWithdrawalPage,
    act: withdraw,
  })
  site.form({
    path: '/keeping/consideration/:revision/:place{.+}',
    name: 'duty-consideration',
    summary:
      'Notes that a recipient has considered what was delivered for a due date, on which day, and where that is written.',
    right: 'duty.consider',
    fields: considerationFields,
    read: readConsideration,
    page: considerationPage,
    act: consider,
  })
}

type Parameters = Record<string, string>

async function readReport(
  visit: Visit,
  { revision = '', place = '' }: Parameters,
): Promise<DutySubject | null> {
  const subject = await dutySubject(visit, dutyId(revision, place))
  if (subject === null) return null
  permit(dutyRights, 'report', visit.actor, ownersThing(subject.kept, subject.bodies))
  return subject
}

async function report(
  visit: Visit,
  { kept }: DutySubject,
  { fields }: Input<z.infer<typeof reportFields>>,
): Promise<Outcome> {
  const { db, actor, now: at, language } = visit
  const issues = await reportUnderWay(db, { actor, at, duty: kept.id, language, ...fields })
  return issues.length > 0 ? { issues } : { to: mandatePaths.duty(kept.id), done: 'keeping.done.reported' }
}

async function readWithdrawal(visit: Visit, { report: id = '' }: Parameters): Promise<ReportSubject | null> {
  const held = await reportById(visit.db, id)
  const subject = held === null ? null : await dutySubject(visit, held.duty)
  if (held === null || subject === null) return null
  permit(dutyRights, 'report', visit.actor, ownersThing(subject.kept, subject.bodies))
  return { ...subject, report: held }
}

async function withdraw(
  visit: Visit,
  { kept, report: held }: ReportSubject,
  { fields }: Input<z.infer<typeof reasonFields>>,
): Promise<Outcome> {
  const { db, actor, now: at } = visit
  const issues = await withdrawReport(db, { actor, at, report: held.id, reason: fields.reason })
  return issues.length > 0
    ? { issues }
    : { to: mandatePaths.duty(kept.id), done: 'keeping.done.report-withdrawn' }
}

async function readConsideration(
  visit: Visit,
  { revision = '', place = '' }: Parameters,
): Promise<ConsiderationSubject | null> {
  const subject = await dutySubject(visit, dutyId(revision, place))
  if (subject === null) return null
  permit(dutyRights, 'consider', visit.actor, wholeThing(subject.kept, subject.bodies))
  return { ...subject, revisions: await considerationRevisions(visit.db, subject.kept.id) }
}

async function consider(
  visit: Visit,
  { kept, revisions }: ConsiderationSubject,
  { fields }: Input<z.infer<typeof considerationFields>>,
): Promise<Outcome> {
  const { occurrence, body, on, source, 'source-url': sourceUrl = null } = fields
  if (!isDay(on)) return { issues: [{ field: 'on', key: 'form.value.wrong', rule: 'rule.date' }] }
  if (sourceUrl !== null && !isWebAddress(sourceUrl))
    return { issues: [{ field: 'source-url', key: 'form.value.wrong', rule: 'rule.web-address' }] }
  const { db, actor, now: at } = visit
  const issues = await considerDuty(db, {
    actor,
    at,
    duty: kept.id,
    occurrence,
    version: revisions.get(occurrence) ?? 0,
    body,
    consideredOn: on,
    source,
    sourceUrl,
  })
  return issues.length > 0 ? { issues } : { to: mandatePaths.duty(kept.id), done: 'keeping.done.considered' }
}
