import { z } from 'zod'
import { partyShape, type Reader } from '#modules/mandates/index.ts'
import { decide, may } from '#platform/access/rights.ts'
import { languageCodes } from '#platform/languages.ts'
import { coded, codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { dayOf } from '#platform/ui/format.ts'
import { isReportLate } from './asking/due.ts'
import { chainShape } from './clearance/chain-shape.ts'
import { bodyRef, saidOrNull, stateKeys } from './names.ts'
import type { ReportRead } from './report-queries.ts'
import { reportRights } from './report-rights.ts'
import type { ReportVisit } from './report-visit.ts'
import { reportSteps, reportWorkflow, type ReportStep } from './report-workflow.ts'
import { clearanceThing, reportStates, reportThing, type Report } from './report.ts'
import { reusedShape, usedAgainShape } from './reusing/reuse-shape.ts'
import { limitShape, sectionShape } from './sections/section-shape.ts'
import type { Template } from './templates/template.ts'
import { headBoxes, headLines } from './templates/template-head.ts'
import { paperRowShape } from './papers/paper-form.ts'
import { translationStates } from './papers/translation-state.ts'

/** A report in a list. */
export const reportRowShape = z.object({
  id: z.string(),
  title: saidShape,
  symbol: z.string().nullable(),
  version: z.int(),
  template: z.object({ id: z.string(), line: z.string(), name: saidShape }),
  recipient: partyShape,
  lead: partyShape,
  state: codedShape(reportStates),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  dueOn: z.iso.date(),
  /** Its day has passed, and it has not been delivered. */
  late: z.boolean(),
  frozenAt: z.iso.datetime().nullable(),
  deliveredOn: z.iso.date().nullable(),
  consideredOn: z.iso.date().nullable(),
  decision: z.string().nullable(),
  example: z.boolean(),
})

export type ReportRow = z.infer<typeof reportRowShape>

const acts = ['edit', 'correct', 'print'] as const

/** A due date that the report answers, or a duty of its template that it does not. */
const answerShape = z.object({
  duty: z.string(),
  occurrence: z.string().nullable(),
  words: saidShape.nullable(),
})

export const reportShape = reportRowShape.extend({
  summary: saidShape.nullable(),
  /** What the recipient is asked to do. */
  action: saidShape.nullable(),
  /** Name, place and days of the meeting that it is for. */
  meeting: saidShape.nullable(),
  agendaItem: z.string().nullable(),
  /** How the head of its papers looks. */
  head: z.object({
    lines: z.array(z.enum(headLines)),
    boxes: z.array(z.enum(headBoxes)),
    from: saidShape.nullable(),
  }),
  /** Documents that it answers or cites, by their address; of a text the places that are meant, in its own order. */
  references: z.array(z.object({ address: z.string(), name: saidShape, places: z.string().nullable() })),
  /** How far it is there in each language, and what must be said of that. */
  translations: z.array(
    z.object({
      language: z.enum(languageCodes),
      state: z.enum(translationStates),
      there: z.int(),
      all: z.int(),
    }),
  ),
  /** Files in which it can be had. */
  papers: z.array(paperRowShape),
  originalLanguage: z.enum(languageCodes),
  /** SHA-256 over all that the frozen report says. */
  digest: z.string().nullable(),
  correction: z.string().nullable(),
  versions: z.array(z.object({ id: z.string(), version: z.int(), state: codedShape(reportStates) })),
  answers: z.array(answerShape),
  /** Duties of its template for which it answers no due date. */
  unanswered: z.array(answerShape),
  sections: z.array(sectionShape),
  /** How long all sections together may be and are; null where its recipient sets no limit. */
  limit: limitShape.nullable(),
  clearance: z.array(chainShape),
  /** What is open of what was said of its sections; null for whoever never saw the draft. */
  open: z.object({ comments: z.int(), suggestions: z.int() }).nullable(),
  may: z.array(z.enum(acts)),
  steps: z.array(z.enum(reportSteps as [ReportStep, ...ReportStep[]])),
  revision: z.int(),
  /** The version of the Matrix that was in force when it was frozen, or that is now. */
  matrix: z.object({ number: z.int(), datedOn: z.iso.date() }).nullable(),
  /** What was taken from other reports, and which others have taken from this one, as far as the reader sees them. */
  reused: z.array(reusedShape),
  usedAgain: z.array(usedAgainShape),
})

export type ReportRecord = z.infer<typeof reportShape>

export type ReportReader = {
  visit: ReportVisit
  names: Reader
  templates: ReadonlyMap<string, Template>
}

export const reportRow = (reader: ReportReader, { report, words }: ReportRead): ReportRow => {
  const { visit, names, templates } = reader
  const template = templates.get(report.template)
  const templateName = named(visit, template?.name ?? {}, report.template)
  return {
    id: report.id,
    title: saidOrNull(words.title) ?? templateName,
    symbol: report.symbol,
    version: report.version,
    template: { id: report.template, line: template?.line ?? '', name: templateName },
    recipient: bodyRef(names, report.recipient),
    lead: bodyRef(names, report.lead),
    state: coded(visit, report.state, stateKeys),
    startsOn: report.startsOn,
    endsOn: report.endsOn,
    dueOn: report.dueOn,
    late: isReportLate(report, dayOf(visit.now)),
    frozenAt: report.frozenAt?.toISOString() ?? null,
    deliveredOn: report.deliveredOn,
    consideredOn: report.consideredOn,
    decision: report.decision,
    example: report.isExample,
  }
}

/** What the reader may do with a report as a whole. */
export const mayWith = ({ actor }: Pick<Visit, 'actor'>, report: Report): ReportRecord['may'] =>
  acts.filter((act) => may(reportRights, act, actor, reportThing(report)))

/** The steps that the reader may take now; each belongs to a body of its own. */
export const stepsWith = ({ actor }: Pick<Visit, 'actor'>, report: Report): ReportStep[] =>
  reportSteps.filter(
    (step) =>
      (reportWorkflow.steps[step].from as readonly string[]).includes(report.state) &&
      decide(reportRights, step, actor, clearanceThing(report, step)).allowed,
  )
