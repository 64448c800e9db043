import { z } from 'zod'
import { saidOf } from '#modules/activities/index.ts'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { coded, codedShape, said, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { EvidenceRead } from './evidence-link-queries.ts'
import { dayIn, periodState } from './period.ts'
import { periodRecord, periodShape } from './progress-shape.ts'
import type { ReportInPlan } from './report-queries.ts'
import { isBetween, reportRights } from './report-rights.ts'
import { reportWorkflow } from './report-workflow.ts'
import { isReportedPlan, ratings, reportStates, reportThing } from './report.ts'
import { ratingKeys, reportStateKeys, textOf, textShape } from './words.ts'

/** What shows something: a record of the platform or an address on the web. */
export const evidenceShape = z.object({
  name: saidShape.nullable(),
  path: z.string().nullable(),
  url: z.string().nullable(),
})

export const evidenceRecord = (visit: Visit, { name, path, url }: EvidenceRead) => ({
  name: name === null ? null : said(visit, name),
  path,
  url,
})

export const reportSteps = ['submit', 'send-back', 'accept'] as const

export const reportShape = z.object({
  id: z.string(),
  plan: z.object({ id: z.string(), title: saidShape }),
  item: z.object({ id: z.string(), code: z.string(), title: saidShape }),
  period: periodShape,
  state: codedShape(reportStates),
  isLate: z.boolean(),
  /** The author's, and apart from it the reviewer's once it is accepted. */
  authorRating: codedShape(ratings),
  reviewerRating: codedShape(ratings).nullable(),
  percentDone: z.int(),
  achieved: textShape.nullable(),
  obstacles: textShape.nullable(),
  evidence: z.array(evidenceShape),
  submittedAt: z.iso.datetime().nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  /** Why it was sent back the last time; for authors and reviewers. */
  returnedBecause: z.string().nullable(),
  /** Duties that the item answers, and whether this report stands there as evidence. */
  duties: z.array(z.object({ id: z.string(), path: z.string(), name: saidShape, isShown: z.boolean() })),
  mayWrite: z.boolean(),
  steps: z.array(z.enum(reportSteps)),
  mayShow: z.boolean(),
  revision: z.int(),
})

export type ReportRecord = z.infer<typeof reportShape>

export type ReportSubject = ReportInPlan & {
  evidence: EvidenceRead[]
  duties: ReportRecord['duties']
}

export function reportRecord(visit: Visit, subject: ReportSubject): ReportRecord {
  const { report, words, period, item, evidence, duties } = subject
  const { plan } = item
  const { actor } = visit
  const today = dayIn(plan.zone, visit.now)
  const thing = reportThing(plan, report)
  const isOpen = isReportedPlan(plan) && periodState(period, today) === 'open'
  const isInside = isBetween(actor, plan)
  return {
    id: report.id,
    plan: { id: plan.id, title: saidOf(item.planWords.title, plan.language) },
    item: {
      ...{ id: item.item.id, code: item.item.code },
      title: saidOf(item.words.title, item.item.language),
    },
    period: periodRecord(visit, period, today),
    state: coded(visit, report.state, reportStateKeys),
    isLate: report.submittedAt !== null && dayIn(plan.zone, report.submittedAt) > period.dueOn,
    authorRating: coded(visit, report.authorRating, ratingKeys),
    reviewerRating: report.reviewerRating === null ? null : coded(visit, report.reviewerRating, ratingKeys),
    percentDone: report.percentDone,
    achieved: textOf(words.achieved),
    obstacles: textOf(words.obstacles),
    evidence: evidence.map((one) => evidenceRecord(visit, one)),
    submittedAt: report.submittedAt?.toISOString() ?? null,
    reviewedAt: isInside || report.state === 'accepted' ? (report.reviewedAt?.toISOString() ?? null) : null,
    returnedBecause: isInside ? report.returnedBecause : null,
    duties,
    mayWrite: isOpen && may(reportRights, 'write', actor, thing),
    steps: isOpen ? openSteps(reportWorkflow, reportRights, actor, thing) : [],
    mayShow: report.state === 'accepted' && actor.person !== null && isInside,
    revision: report.revision,
  }
}
