import { z } from 'zod'
import { holdingShape, type Holding } from '#platform/web/holdings.ts'
import type { Actor } from '#platform/access/actor.ts'
import { decide, may, type Decision } from '#platform/access/rights.ts'
import { languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { dueDateRecord, dueDateShape, dutyRecord, dutyShape } from '../duties/duty-shape.ts'
import { supportOf } from '../evidence/ages.ts'
import { byRecord, byShape, evidenceRecord, evidenceShape } from '../evidence/evidence-shape.ts'
import { mandatePaths } from '../paths.ts'
import { eachLanguage } from '../instruments/provision-names.ts'
import { lineageRecord, lineageShape } from '../succession/lineage-shape.ts'
import { coded, codedShape, party, partyShape, said, saidShape, type Reader } from '../shapes.ts'
import type { DutyPage } from './duty-page.ts'
import { dutyRights, keepingStates, type KeepingState } from './keeping-rights.ts'
import { refusedShape } from './refused-shape.ts'
import { addressedThing, ownersThing, ownerThing, stateOfKeeping, wholeThing } from './kept-duty.ts'
import { ownerRecord, ownerShape } from './owner-shape.ts'
import type { Plan } from './owner.ts'

const planShape = z.object({
  revision: z.int(),
  text: saidShape.nullable(),
  originalLanguage: z.enum(languageCodes),
  milestones: z.array(z.object({ day: z.iso.date(), text: saidShape.nullable() })),
  writtenOn: z.iso.date(),
  writtenFor: z.string().nullable(),
})

/** What somebody can do with the duty, and whether whoever asks may do it now. */
const actionShape = z.object({
  action: z.string(),
  label: z.string(),
  path: z.string(),
  /** Why not, and who could; null when whoever asks may do it. */
  refused: refusedShape.nullable(),
})

/** One duty with who answers for it, what they plan and report, its due dates and all evidence. */
export const dutyPageShape = z.object({
  language: z.enum(languageCodes),
  duty: dutyShape,
  keeping: codedShape(keepingStates),
  official: z.array(saidShape),
  owners: z.array(
    ownerShape.extend({
      /** Whether whoever asks may give the duty back in the place of this owner. */
      returnable: z.boolean(),
    }),
  ),
  plan: planShape.nullable(),
  earlierPlans: z.array(planShape),
  dueDates: z.array(dueDateShape.extend({ id: z.string() })),
  reports: z.array(
    z.object({
      id: z.string(),
      dueDate: z.string(),
      text: saidShape.nullable(),
      originalLanguage: z.enum(languageCodes),
      reported: byShape.extend({ on: z.iso.date() }),
      withdrawn: z.boolean(),
    }),
  ),
  considerations: z.array(
    z.object({
      dueDate: z.string(),
      revision: z.int(),
      by: partyShape,
      on: z.iso.date(),
      source: z.string(),
      sourceUrl: z.string().nullable(),
    }),
  ),
  evidence: z.array(evidenceShape),
  /** What it goes on from and what it became, through all revisions. */
  lineage: lineageShape,
  /** 3: verified and fresh … 1: reported or old, 0: nothing. */
  support: z.int().min(0).max(3),
  /** What modules above this one hold about it: items of plans that answer it. */
  held: z.array(holdingShape),
  actions: z.array(actionShape),
})

export type DutyPageRecord = z.infer<typeof dutyPageShape>
export type PlanRecord = z.infer<typeof planShape>

export function dutyPageRecord(
  reader: Reader,
  page: DutyPage,
  { actor, held }: { actor: Actor; held: Holding[] },
): DutyPageRecord {
  const { duty, kept, plans } = page
  const standing = page.evidence.filter(({ strength }) => strength !== 'withdrawn')
  return {
    language: reader.language,
    held,
    duty: dutyRecord(reader, duty),
    keeping: coded(reader, stateOfKeeping(kept), keepingKeys),
    official: eachLanguage(page.official),
    owners: page.owners.map((one) => ({
      ...ownerRecord(reader, one),
      returnable: mayReturn(page, actor, one.id),
    })),
    plan: plans[0] === undefined ? null : planRecord(reader, plans[0]),
    earlierPlans: plans.slice(1).map((one) => planRecord(reader, one)),
    dueDates: page.dueDates.map((one) => ({ ...dueDateRecord(reader, one), id: one.id })),
    reports: page.reports.map((one) => ({
      id: one.id,
      dueDate: one.occurrence,
      text: said(reader, one.text, one.unchecked),
      originalLanguage: one.original,
      reported: { ...byRecord(reader, one.reported), on: one.reported.on },
      withdrawn: one.isWithdrawn,
    })),
    considerations: page.considerations.map((one) => ({
      dueDate: one.occurrence,
      revision: one.revision,
      by: party(reader, reader.bodies.get(one.body) ?? { id: one.body, acronym: null, name: {} }),
      on: one.consideredOn,
      source: one.source,
      sourceUrl: one.sourceUrl,
    })),
    evidence: page.evidence.map((one) => evidenceRecord(reader, one)),
    lineage: lineageRecord(reader, page.lineage),
    support: supportOf(standing),
    actions: dutyActions(page, actor).map(({ action, path, decision }) => ({
      action,
      label: reader.t(actionKeys[action]),
      path,
      refused: decision.allowed ? null : decision,
    })),
  }
}

function mayReturn({ kept, bodies }: DutyPage, actor: Actor, id: string): boolean {
  const owner = kept.owners.find((one) => one.id === id)
  return owner !== undefined && may(dutyRights, 'give-back', actor, ownerThing(kept, owner, bodies))
}

export type DutyAction = 'take' | 'plan' | 'report' | 'add-evidence' | 'consider'

/** What can be done with a duty, in the order in which people come to it, with the word of the rights table. */
function dutyActions(
  { kept, bodies }: Pick<DutyPage, 'kept' | 'bodies'>,
  actor: Actor,
): { action: DutyAction; path: string; decision: Decision }[] {
  const decided = (action: DutyAction, thing: Parameters<typeof decide<KeepingState, DutyAction>>[3]) =>
    decide(dutyRights, action, actor, thing)
  const owners = ownersThing(kept, bodies)
  const whole = wholeThing(kept, bodies)
  return [
    {
      action: 'take',
      path: mandatePaths.owners(kept.id),
      decision: decided('take', addressedThing(kept, bodies)),
    },
    { action: 'plan', path: mandatePaths.plan(kept.id), decision: decided('plan', owners) },
    { action: 'report', path: mandatePaths.report(kept.id), decision: decided('report', owners) },
    {
      action: 'add-evidence',
      path: mandatePaths.newEvidence(kept.id),
      decision: decided('add-evidence', whole),
    },
    { action: 'consider', path: mandatePaths.consideration(kept.id), decision: decided('consider', whole) },
  ]
}

const actionKeys = {
  take: 'action.duty.take',
  plan: 'action.duty.plan',
  report: 'action.duty.report',
  'add-evidence': 'action.duty.add-evidence',
  consider: 'action.duty.consider',
} satisfies Record<DutyAction, MessageKey>

const keepingKeys = {
  unanswered: 'state.duty.unanswered',
  answered: 'state.duty.answered',
  replaced: 'state.duty.replaced',
} satisfies Record<KeepingState, MessageKey>

const planRecord = (reader: Reader, plan: Plan): PlanRecord => ({
  revision: plan.revision,
  text: said(reader, plan.text, plan.unchecked),
  originalLanguage: plan.original,
  milestones: plan.milestones.map(({ day, text, unchecked }) => ({
    day,
    text: said(reader, text, unchecked),
  })),
  writtenOn: plan.writtenAt.toISOString().slice(0, 10),
  writtenFor: plan.writtenFor,
})
