import { z } from 'zod'
import type { Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import { languageCodes, isLanguageCode } from '#platform/languages.ts'
import type { Given, Written } from '#platform/web/api/api-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { answerChoices } from './answer-queries.ts'
import { answersDue } from './answer.ts'
import { considerReportIn, deliverReportIn } from './delivery-commands.ts'
import { freezeReportIn } from './freezing/freeze-commands.ts'
import { reportPaths } from './paths.ts'
import { changeReportHeaderIn, changeReportWordsIn, startReportIn } from './report-commands.ts'
import { day, decisionText, reasonText, symbolText } from './report-fields.ts'
import { readReport } from './report-routes.ts'
import { reportShape, type ReportRecord } from './report-shape.ts'
import { reportSteps, type ReportStep } from './report-workflow.ts'
import { reportFieldLetters } from './report.ts'
import { takeReportStepIn, type StepRequest } from './step-commands.ts'
import { askedBy } from './step-routes.ts'
import { reportTemplate } from './templates/template-queries.ts'

const code = z.string().max(80, rule('rule.code'))
const words = {
  title: z.string().min(1).max(reportFieldLetters.title, rule('rule.title')),
  action: z.string().max(reportFieldLetters.action, rule('rule.text-1000')).default(''),
}
const answers = z
  .array(z.strictObject({ duty: z.string().max(300), occurrence: z.string().max(80) }))
  .max(200)
  .describe('Due dates of duties that it answers.')

const newReport = z.strictObject({
  template: code.describe('Id of a template, such as council-comprehensive.'),
  language: z.enum(languageCodes),
  ...{ startsOn: day, endsOn: day, dueOn: day },
  ...words,
  answers: answers.optional(),
})

const header = z.strictObject({ startsOn: day, endsOn: day, dueOn: day, answers })

const step = z.strictObject({
  step: z.enum(reportSteps as [ReportStep, ...ReportStep[]]),
  reason: reasonText.min(1).optional(),
  symbol: symbolText.optional().describe('Of the report that is frozen, such as C27/18.'),
  on: day.optional().describe('The day of delivery or consideration.'),
  decision: decisionText.min(1).optional().describe('Where the recipient speaks of it.'),
})

/** Reports as programs plan them and take them from step to step, by the commands of the forms. */
export function reportApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: reportPaths.reports,
    name: 'api-new-report',
    summary: 'Plans a report from a template; without answers it answers what is due by its day.',
    right: 'report.make',
    body: newReport,
    shape: reportShape,
    example: {
      ...{ template: 'council-comprehensive', language: 'en', title: 'Report on lamps' },
      ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', dueOn: '2027-05-01' },
    },
    precondition: 'none',
    act: makeOne,
  })
  site.api.write({
    method: 'PUT',
    path: reportPaths.header(':report'),
    name: 'api-report-header',
    summary: 'Replaces the period of a report, its day, and the due dates that it answers.',
    right: 'report.edit',
    body: header,
    shape: reportShape,
    example: { startsOn: '2026-01-01', endsOn: '2026-12-31', dueOn: '2027-05-15', answers: [] },
    precondition: 'required',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['report'] ?? ''
      const changed = await changeReportHeaderIn(tx, { ...by(visit), id, revision, ...body })
      return 'issues' in changed ? changed : reportNow(tx, visit, id)
    },
  })
  site.api.write({
    method: 'PUT',
    path: reportPaths.words(':report', ':language'),
    name: 'api-report-words',
    summary: 'Replaces the title of a report, and what its recipient is asked to do, in one language.',
    right: 'report.edit',
    body: z.strictObject(words),
    shape: reportShape,
    example: { title: 'Report on lamps', action: 'The Council is invited to note it.' },
    precondition: 'required',
    act: async (tx, visit, { body, parameters, revision }) => {
      const { report: id = '', language = '' } = parameters
      if (!isLanguageCode(language)) throw notFound()
      await changeReportWordsIn(tx, { ...by(visit), id, revision, language, words: body })
      return reportNow(tx, visit, id)
    },
  })
  site.api.write({
    method: 'POST',
    path: `${reportPaths.report(':report')}/steps`,
    name: 'api-report-step',
    summary: 'Takes a report a step on: collection, clearance, freezing, delivery.',
    right: 'report.collect',
    body: step,
    shape: reportShape,
    example: { step: 'collect' },
    precondition: 'optional',
    // A frozen report tells of all records at one moment.
    readsOneMoment: ({ step: name }) => name === 'freeze',
    act: takeOne,
  })
}

const by = (visit: Visit) => ({ actor: visit.actor, at: visit.now })

async function makeOne(
  tx: Tx,
  visit: Visit,
  { body }: Given<z.infer<typeof newReport>>,
): Promise<Written<ReportRecord>> {
  const { template, language, title, action, answers: given, ...period } = body
  const duties = (await reportTemplate(tx, template))?.duties ?? []
  const chosen = given ?? answersDue(await answerChoices(tx, duties, null), period)
  const asked = { ...by(visit), template, language, words: { title, action }, ...period, answers: chosen }
  const made = await startReportIn(tx, asked)
  if ('issues' in made) return made
  return { ...(await reportNow(tx, visit, made.id)), status: 201, location: reportPaths.report(made.id) }
}

async function takeOne(
  tx: Tx,
  visit: Visit,
  { body, parameters, revision }: Given<z.infer<typeof step>>,
): Promise<Written<ReportRecord>> {
  const id = parameters['report'] ?? ''
  const asked = { ...by(visit), id, ...(revision === undefined ? {} : { revision }) }
  const missing = askedBy(body.step).filter((field) => body[field] === undefined)
  if (missing.length > 0)
    return { issues: missing.map((field) => ({ field, key: 'form.value.wrong', rule: 'rule.required' })) }
  const issues = await takeStep(tx, asked, body)
  return issues.length > 0 ? { issues } : reportNow(tx, visit, id)
}

async function takeStep(tx: Tx, asked: StepRequest, body: z.infer<typeof step>): Promise<Issue[]> {
  const { step: name, reason, symbol = '', on = '', decision = '' } = body
  if (name === 'freeze') {
    const frozen = await freezeReportIn(tx, { ...asked, symbol: symbol.trim() })
    return 'issues' in frozen ? frozen.issues : []
  }
  const { issues } =
    name === 'deliver'
      ? await deliverReportIn(tx, { ...asked, deliveredOn: on })
      : name === 'consider'
        ? await considerReportIn(tx, { ...asked, consideredOn: on, decision })
        : await takeReportStepIn(tx, name, { ...asked, ...(reason === undefined ? {} : { reason }) })
  return issues
}

async function reportNow(tx: Tx, visit: Visit, id: string) {
  const body = await readReport({ ...visit, db: tx }, { report: id })
  if (body === null) throw notFound()
  return { status: 200 as const, body, revision: body.revision }
}
