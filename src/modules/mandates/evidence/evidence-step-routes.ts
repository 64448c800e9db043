import { z } from 'zod'
import { Forbidden, permit } from '#platform/access/rights.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import type { Input, Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { MessageKey } from '#platform/messages.ts'
import { lookOf } from '../duties/look.ts'
import { stepPage, type StepWords } from '../pages/evidence-step-page.ts'
import { mandatePaths, type EvidencePlace } from '../paths.ts'
import { readerOf } from '../reader.ts'
import { answerContest, contestEvidence, withdrawContest } from './contest-commands.ts'
import { mayEndContest } from './evidence-page-shape.ts'
import { evidenceRow } from './evidence-queries.ts'
import { evidenceRights } from './evidence-rights.ts'
import { evidenceRecord, type EvidenceRecord } from './evidence-shape.ts'
import { verifyEvidence, withdrawEvidence } from './evidence-step-commands.ts'
import { keptEvidence, type KeptEvidence } from './kept-evidence-queries.ts'

/** What the forms of the steps are about. */
export type StepSubject = { kept: KeptEvidence; evidence: EvidenceRecord }

const text = z.string().max(10_000, rule('rule.long-text'))
const withText = z.strictObject({ text })
const withOptionalText = z.strictObject({ text: text.optional() })
const withNothing = z.strictObject({})

type Step<Fields extends z.ZodObject> = {
  place: EvidencePlace
  summary: string
  right: 'verify' | 'contest' | 'answer' | 'settle' | 'withdraw'
  fields: Fields
  words: StepWords
  done: MessageKey
  act: (visit: Visit, subject: StepSubject, input: Input<z.infer<Fields>>) => Promise<void>
}

/** The steps that people take with a piece of evidence, each a form of its own. */
export function evidenceStepRoutes(site: Site): void {
  step(site, {
    place: 'verification',
    summary: 'Verifies a piece of evidence; never by somebody who keeps it.',
    right: 'verify',
    fields: withNothing,
    words: { title: 'action.evidence.verify', lead: 'evidence.verify-lead' },
    done: 'evidence.done.verified',
    act: ({ db, actor, now: at }, { kept }, { version }) =>
      verifyEvidence(db, {
        actor,
        at,
        evidence: kept.id,
        version: version === null ? null : Number(version),
      }),
  })
  step(site, {
    place: 'contest',
    summary: 'Contests a piece of evidence, with the reason.',
    right: 'contest',
    fields: withText,
    words: { title: 'action.evidence.contest', lead: 'evidence.contest-lead', text: 'evidence.reason' },
    done: 'evidence.done.contested',
    act: ({ db, actor, now: at, language }, { kept }, { fields }) =>
      contestEvidence(db, { actor, at, evidence: kept.id, reason: fields.text, language }),
  })
  step(site, {
    place: 'answer',
    summary: 'Answers a contest.',
    right: 'answer',
    fields: withText,
    words: { title: 'action.evidence.answer', lead: 'evidence.answer-lead', text: 'evidence.answer' },
    done: 'evidence.done.answered',
    act: ({ db, actor, now: at, language }, { kept }, { fields }) =>
      answerContest(db, { actor, at, evidence: kept.id, answer: fields.text, language }),
  })
  step(site, {
    place: 'contest-withdrawal',
    summary: 'Withdraws or settles a contest: the evidence stands as before.',
    right: 'settle',
    fields: withOptionalText,
    words: {
      title: 'action.evidence.settle',
      lead: 'evidence.settle-lead',
      text: 'evidence.reason',
      isOptional: true,
    },
    done: 'evidence.done.settled',
    act: ({ db, actor, now: at }, { kept }, { fields }) =>
      withdrawContest(db, { actor, at, evidence: kept.id, reason: fields.text ?? null }),
  })
  step(site, {
    place: 'withdrawal',
    summary: 'Withdraws a piece of evidence for good.',
    right: 'withdraw',
    fields: withText,
    words: {
      title: 'action.evidence.withdraw',
      lead: 'evidence.withdraw-lead',
      text: 'evidence.reason',
      isGrave: true,
    },
    done: 'evidence.done.withdrawn',
    act: ({ db, actor, now: at }, { kept }, { fields }) =>
      withdrawEvidence(db, { actor, at, evidence: kept.id, reason: fields.text }),
  })
}

const step = <Fields extends z.ZodObject>(site: Site, one: Step<Fields>): void =>
  site.form({
    path: mandatePaths.evidenceStep(':evidence', one.place),
    name: `evidence-${one.place}`,
    summary: one.summary,
    right: `evidence.${one.right}`,
    fields: one.fields,
    read: (visit, { evidence = '' }) => read(visit, evidence, one.right),
    page: (visit, subject: StepSubject, entered) =>
      stepPage(visit, { ...subject, words: one.words }, entered),
    act: async (visit, subject, input): Promise<Outcome> => {
      await one.act(visit, subject, input)
      return { to: mandatePaths.evidenceOf(subject.kept.id), done: one.done }
    },
  })

async function read(
  visit: Visit,
  id: string,
  right: Step<z.ZodObject>['right'],
): Promise<StepSubject | null> {
  const [kept, row] = [
    await keptEvidence(visit.db, id, levelsSeenBy(visit.actor)),
    await evidenceRow(visit.db, id, lookOf(visit)),
  ]
  if (kept === null || row === null) return null
  if (right === 'settle') {
    const decision = mayEndContest(kept, visit.actor)
    if (!decision.allowed) throw new Forbidden(decision)
  } else permit(evidenceRights, right, visit.actor, kept.thing)
  return { kept, evidence: evidenceRecord(await readerOf(visit), row) }
}
