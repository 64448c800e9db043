import { z } from 'zod'
import { tagOf } from '#modules/activities/index.ts'
import { partyShape } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { languageCodes } from '#platform/languages.ts'
import { coded, codedShape, named, saidShape, tagShape } from '#platform/web/shapes.ts'
import { itemRow, ratedRow, ratedRowShape, type ItemMarks } from './item-shape.ts'
import { standingOf, standingShape, type CommentFigures } from './consultation/comment.ts'
import type { ItemRead } from './item-queries.ts'
import { levelsBelow } from './item.ts'
import {
  bodyRef,
  planRef,
  planRefShape,
  purposeKeys,
  saidOrNull,
  stateKeys,
  titleOf,
  type PlanReader,
} from './plan-names.ts'
import type { PlanRead } from './plan-queries.ts'
import { planRights } from './plan-rights.ts'
import { planSteps, type PlanStep } from './plan-steps.ts'
import { planWorkflow } from './plan-workflow.ts'
import { rollUpShape } from './progress/progress-shape.ts'
import { planStates, planThing, purposes, type Plan } from './plan.ts'

/** A plan in a list. */
export const planRowShape = z.object({
  id: z.string(),
  title: saidShape,
  type: z.object({ id: z.string(), name: saidShape }),
  purpose: codedShape(purposes),
  state: codedShape(planStates),
  /** Of plans that follow each other: the id of the first, and which one this is. */
  series: z.string(),
  version: z.int(),
  actionLine: tagShape.nullable(),
  lead: partyShape,
  facilitators: z.array(partyShape),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  /** Items that were neither split nor dropped. */
  items: z.int(),
  example: z.boolean(),
})

export type PlanRow = z.infer<typeof planRowShape>

const acts = ['edit', 'adjust', 'link', 'continue'] as const

export const planShape = planRowShape.extend({
  vision: saidShape.nullable(),
  context: saidShape.nullable(),
  risks: saidShape.nullable(),
  originalLanguage: z.enum(languageCodes),
  /** The name of the zone in which the days of the plan begin and end. */
  zone: z.string(),
  commentsUntil: z.iso.date().nullable(),
  openedAt: z.iso.datetime().nullable(),
  presentedAt: z.iso.datetime().nullable(),
  inForceAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** The version of the WSIS-SDG Matrix that was in force when it was presented. */
  matrixVersion: z.int().nullable(),
  /** In reading order, each with how deep it stands. */
  itemRows: z.array(ratedRowShape),
  /** The levels that may stand at the top. */
  topLevels: z.array(z.object({ code: z.string(), label: saidShape })),
  /** All plans of the series that the reader sees. */
  siblings: z.array(planRefShape),
  editions: z.int(),
  comments: standingShape,
  /** What its items add up to. */
  progress: rollUpShape,
  may: z.array(z.enum(acts)),
  steps: z.array(z.enum(planSteps as [PlanStep, ...PlanStep[]])),
  revision: z.int(),
})

export type PlanRecord = z.infer<typeof planShape>

export const planRow = (reader: PlanReader, { plan, words }: PlanRead, items: number): PlanRow => {
  const { visit, codes, types } = reader
  return {
    id: plan.id,
    title: titleOf({ plan, words }),
    type: { id: plan.type, name: named(visit, types.get(plan.type)?.name ?? {}, plan.type) },
    purpose: coded(visit, plan.purpose, purposeKeys),
    state: coded(visit, plan.state, stateKeys),
    series: plan.series,
    version: plan.version,
    actionLine: plan.actionLine === null ? null : tagOf(visit, codes, ['action-lines'], plan.actionLine),
    lead: bodyRef(reader, plan.lead),
    facilitators: plan.facilitators.map((body) => bodyRef(reader, body)),
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    items,
    example: plan.isExample,
  }
}

export type PlanSubject = PlanRead & {
  items: readonly ItemRead[]
  siblings: readonly PlanRead[]
  editions: number
  comments: CommentFigures
  progress: PlanRecord['progress']
  marks: ItemMarks
}

export function planRecord(reader: PlanReader, subject: PlanSubject): PlanRecord {
  const { plan, words, items, siblings, editions, comments } = subject
  const { visit } = reader
  const thing = planThing(plan)
  return {
    ...planRow(reader, subject, items.filter(({ item }) => item.state === 'active').length),
    vision: saidOrNull(words.vision),
    context: saidOrNull(words.context),
    risks: saidOrNull(words.risks),
    originalLanguage: plan.language,
    zone: plan.zone,
    commentsUntil: plan.commentsUntil,
    openedAt: moment(plan.openedAt),
    presentedAt: moment(plan.presentedAt),
    inForceAt: moment(plan.inForceAt),
    endedAt: moment(plan.endedAt),
    matrixVersion: plan.matrixVersion,
    itemRows: items.map((one) => ratedRow(itemRow(reader, plan, one, items), subject.marks)),
    topLevels: levelsBelow(reader.types.get(plan.type)?.levels ?? [], null).map((level) => ({
      code: level.code,
      label: named(visit, level.one, level.code),
    })),
    siblings: siblings.map((one) => planRef(visit, one)),
    editions,
    comments: standingOf(plan, comments, visit.now),
    progress: subject.progress,
    may: acts.filter((act) => may(planRights, act, visit.actor, thing)),
    steps: openSteps(planWorkflow, planRights, visit.actor, thing),
    revision: plan.revision,
  }
}

const moment = (at: Plan['openedAt']): string | null => at?.toISOString() ?? null
