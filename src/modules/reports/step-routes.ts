import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { Issue } from '#platform/errors.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { considerReport, deliverReport } from './delivery-commands.ts'
import { freezeReport } from './freezing/freeze-commands.ts'
import { stepPage } from './pages/step-page.ts'
import { reportPaths } from './paths.ts'
import { day, decisionText, reasonText, symbolText } from './report-fields.ts'
import { reportRead, type ReportRead } from './report-queries.ts'
import { reportRights } from './report-rights.ts'
import { reportSteps, reportWorkflow, type ReportStep } from './report-workflow.ts'
import { clearanceThing } from './report.ts'
import { sectionsOf } from './sections/section-queries.ts'
import type { Section } from './sections/section.ts'
import { takeReportStep } from './step-commands.ts'

const stepFields = z.strictObject({
  reason: reasonText.optional(),
  symbol: symbolText.optional(),
  on: day.optional(),
  decision: decisionText.optional(),
})

export type StepFields = z.infer<typeof stepFields>

export type StepSubject = ReportRead & { sections: Section[] }

/** What each step asks for, beside the report. */
export const askedBy = (step: ReportStep): (keyof StepFields)[] => {
  if (step === 'freeze') return ['symbol']
  if (step === 'deliver') return ['on']
  if (step === 'consider') return ['on', 'decision']
  return 'reason' in reportWorkflow.steps[step] ? ['reason'] : []
}

/** Takes a report from step to step: collection, clearance, freezing, delivery. */
export function stepRoutes(site: Site): void {
  for (const step of reportSteps)
    site.form({
      path: reportPaths.step(':report', step),
      name: `report-step-${step}`,
      summary: `Takes a report a step on: ${step}.`,
      right: `report.${step}`,
      fields: stepFields,
      read: async ({ db, actor, language }, { report: id = '' }): Promise<StepSubject | null> => {
        const found = await reportRead(db, actor, id, language)
        if (found === null) return null
        permit(reportRights, step, actor, clearanceThing(found.report, step))
        return { ...found, sections: await sectionsOf(db, id) }
      },
      page: (visit, subject, entered) => stepPage(visit, step, subject, entered),
      act: async (visit, { report }, { fields, version }) => {
        const missing = askedBy(step).filter((name) => fields[name] === undefined || fields[name] === '')
        if (missing.length > 0) return { issues: missing.map(required) }
        const { issues } = await take(visit, step, report.id, { fields, revision: Number(version ?? 0) })
        if (issues.length > 0) return { issues }
        const to = step === 'discard' ? reportPaths.reports : reportPaths.report(report.id)
        return { to, done: 'reports.done.step' }
      },
    })
}

const required = (field: string): Issue => ({ field, key: 'form.value.wrong', rule: 'rule.required' })

type Sent = { fields: StepFields; revision: number }

async function take(
  { db, actor, now: at }: Visit,
  step: ReportStep,
  id: string,
  { fields, revision }: Sent,
): Promise<{ issues: Issue[] }> {
  const { reason, symbol = '', on = '', decision = '' } = fields
  const by = { actor, at, id, revision }
  if (step === 'freeze') {
    const frozen = await freezeReport(db, { ...by, symbol: symbol.trim() })
    return 'issues' in frozen ? frozen : { issues: [] }
  }
  if (step === 'deliver') return named(await deliverReport(db, { ...by, deliveredOn: on }))
  if (step === 'consider') return named(await considerReport(db, { ...by, consideredOn: on, decision }))
  return takeReportStep(db, step, { ...by, ...(reason === undefined ? {} : { reason }) })
}

/** The form has one field for the day, whatever the day is of. */
const named = ({ issues }: { issues: Issue[] }): { issues: Issue[] } => ({
  issues: issues.map((issue) => ({ ...issue, field: issue.field === 'decision' ? 'decision' : 'on' })),
})
