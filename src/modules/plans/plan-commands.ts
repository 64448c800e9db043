import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { issuesOfComments } from './consultation/disposition-commands.ts'
import { freeze } from './editions/edition-commands.ts'
import { changePlan, lockPlan, notePlan, type By } from './held-plan-commands.ts'
import { indicatorsOfPlan } from './indicators/indicator-queries.ts'
import { itemsOf } from './item-queries.ts'
import type { PlanStep } from './plan-steps.ts'
import { planRights } from './plan-rights.ts'
import { planWorkflow } from './plan-workflow.ts'
import { isPublicPlan, planThing, planZone, type Plan, type PlanField } from './plan.ts'
import { planTypes } from './plan-types/type-queries.ts'
import { showWords, writePlanWords } from './word-commands.ts'

/** What a plan is of and when, beside its words. */
export type PlanHeader = {
  actionLine: string | null
  lead: string
  facilitators: readonly string[]
  startsOn: string
  endsOn: string
}

export type NewPlan = By &
  PlanHeader & {
    type: string
    language: LanguageCode
    words: Record<PlanField, string>
    isExample?: boolean
  }

type Made = { issues: Issue[] } | { id: string }

/** A draft without items, with its words in one language. */
export const startPlan = (db: Db, plan: NewPlan): Promise<Made> =>
  db.transaction().execute((tx) => startPlanIn(tx, plan))

export async function startPlanIn(tx: Tx, plan: NewPlan): Promise<Made> {
  const { actor, at, language, words, isExample = false } = plan
  const types = await planTypes(tx)
  const type = types.find((one) => one.id === plan.type)
  if (type === undefined)
    return { issues: [{ field: 'type', key: 'form.value.choice', validValues: types.map((one) => one.id) }] }
  const header = { ...plan, actionLine: type.purpose === 'road-map' ? plan.actionLine : null }
  permit(
    planRights,
    'make',
    actor,
    planThing({ ...header, state: 'draft', facilitators: [...plan.facilitators] }),
  )
  const issues = issuesOfHeader(header, type.purpose)
  if (issues.length > 0) return { issues }
  const id = newShortId()
  const made = await insertPlan(
    tx,
    { ...header, id, series: id, version: 1, previous: null, isExample, language },
    at,
  )
  await notePlan(tx, made, { actor, at, act: 'make-plan' }, { from: null, to: made.state })
  await writePlanWords(tx, made, { language, words }, { actor, at })
  return { id }
}

type PlanRow = PlanHeader &
  Pick<Plan, 'id' | 'type' | 'series' | 'version' | 'previous' | 'language' | 'isExample'>

/** The row of a new draft with those who lead it; its words and items come after. */
export async function insertPlan(tx: Tx, row: PlanRow, at: Date): Promise<Plan> {
  const inserted = await tx
    .insertInto('plans')
    .values({
      id: row.id,
      type: row.type,
      series: row.series,
      version: row.version,
      previous: row.previous,
      state: planWorkflow.start,
      action_line: row.actionLine,
      lead: row.lead,
      starts_on: row.startsOn,
      ends_on: row.endsOn,
      zone: planZone,
      language: row.language,
      revision: 1,
      created_at: at,
      updated_at: at,
      is_example: row.isExample,
    })
    .returning('zone')
    .executeTakeFirstOrThrow()
  await putFacilitators(tx, row.id, row.facilitators)
  return {
    ...row,
    ...inserted,
    purpose: row.actionLine === null ? 'operational-plan' : 'road-map',
    facilitators: [...row.facilitators],
    state: planWorkflow.start,
    commentsUntil: null,
    openedAt: null,
    presentedAt: null,
    inForceAt: null,
    endedAt: null,
    matrixVersion: null,
    revision: 1,
  }
}

async function putFacilitators(tx: Tx, plan: string, bodies: readonly string[]): Promise<void> {
  await tx.deleteFrom('plan_parties').where('plan', '=', plan).where('item', '=', '').execute()
  if (bodies.length === 0) return
  await tx
    .insertInto('plan_parties')
    .values(bodies.map((party) => ({ plan, item: '', role: 'facilitator', kind: 'body', party })))
    .onConflict((twice) => twice.doNothing())
    .execute()
}

/** Another period, or others who lead. */
export const changeHeader = (
  db: Db,
  { actor, at, id, revision, ...header }: By & PlanHeader & { id: string; revision: number },
): Promise<Made> =>
  db.transaction().execute(async (tx): Promise<Made> => {
    const plan = await lockPlan(tx, actor, id, revision)
    permit(planRights, 'edit', actor, planThing(plan))
    const actionLine = plan.purpose === 'road-map' ? header.actionLine : null
    // Nobody hands a plan to others and loses it in the same step without being told.
    permit(planRights, 'edit', actor, {
      ...planThing({ ...plan, ...header, actionLine, facilitators: [...header.facilitators] }),
    })
    const issues = issuesOfHeader({ ...header, actionLine }, plan.purpose)
    if (issues.length > 0) return { issues }
    await putFacilitators(tx, id, header.facilitators)
    const columns = {
      action_line: actionLine,
      lead: header.lead,
      starts_on: header.startsOn,
      ends_on: header.endsOn,
    }
    await changePlan(tx, plan, columns, { actor, at, act: 'edit-plan' })
    return { id }
  })

function issuesOfHeader(header: PlanHeader, purpose: Plan['purpose']): Issue[] {
  return [
    ...(header.endsOn > header.startsOn
      ? []
      : [{ field: 'ends-on', key: 'plans.ends-before-start' as const }]),
    ...(purpose === 'road-map' && header.actionLine === null
      ? [{ field: 'action-line', key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
      : []),
    ...(header.facilitators.includes(header.lead)
      ? [{ field: 'facilitators', key: 'plans.lead-twice' as const }]
      : []),
  ]
}

/** Title, vision, context and risks in one language. */
export const changePlanWords = (
  db: Db,
  {
    actor,
    at,
    id,
    revision,
    ...given
  }: By & { id: string; revision?: number; language: LanguageCode; words: Record<PlanField, string> },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const plan = await lockPlan(tx, actor, id, revision)
    permit(planRights, 'edit', actor, planThing(plan))
    await holdTexts(tx, [{ kind: 'plan-header', id }])
    await changePlan(tx, plan, {}, { actor, at, act: 'word-plan', facts: { language: given.language } })
    await writePlanWords(tx, plan, given, { actor, at })
  })

export type StepRequest = By & {
  id: string
  revision?: number
  /** Until when comments are asked for; of 'consult' and 'send-back'. */
  commentsUntil?: string
  reason?: string
  /** The version of the matrix that is in force now, which a presented plan keeps. */
  matrixVersion?: number | null
}

/**
 * Takes a plan a step on. What everybody reads from then on is kept whole as an edition; a plan that comes into force ends the one
 * before it in the same transaction.
 */
export const takePlanStep = (db: Db, step: PlanStep, asked: StepRequest): Promise<{ issues: Issue[] }> =>
  db.transaction().execute((tx) => takePlanStepIn(tx, step, asked))

export async function takePlanStepIn(
  tx: Tx,
  step: PlanStep,
  asked: StepRequest,
): Promise<{ issues: Issue[] }> {
  const { actor, at, id, revision, reason } = asked
  const plan = await lockPlan(tx, actor, id, revision)
  const state = take(planWorkflow, planRights, step, actor, planThing(plan))
  const previous = step === 'put-in-force' ? await previousInForce(tx, plan, asked) : null
  const items = await itemsOf(tx, id)
  const indicators = await indicatorsOfPlan(tx, id)
  const issues = [...issuesOfStep(step, items.length, asked), ...(await issuesOfComments(tx, step, id))]
  if (issues.length > 0) return { issues }
  const opens = !isPublicPlan(plan) && state !== 'discarded'
  if (opens)
    await holdTexts(tx, [
      { kind: 'plan-header', id },
      ...items.map((item) => ({ kind: 'plan-item', id: item.id })),
      ...indicators.map((one) => ({ kind: 'plan-indicator', id: one.id })),
    ])
  if (previous !== null) await end(tx, previous, asked)
  await changePlan(tx, plan, columnsOf(plan, state, asked), {
    actor,
    at,
    act: `${step}-plan`,
    ...(reason === undefined ? {} : { reason }),
  })
  const stepped = { ...plan, state }
  if (opens) await showWords(tx, stepped, { items, indicators }, { actor, at })
  if (step !== 'discard' && step !== 'supersede') await freeze(tx, id, { actor, at })
  return { issues: [] }
}

function issuesOfStep(step: PlanStep, items: number, { commentsUntil, at }: StepRequest): Issue[] {
  if (step === 'discard' || step === 'supersede') return []
  const needsDay = step === 'consult' || step === 'send-back'
  const isPast = needsDay && commentsUntil !== undefined && commentsUntil <= at.toISOString().slice(0, 10)
  return [
    ...(items === 0 ? [{ field: 'plan', key: 'plans.no-items' as const }] : []),
    ...(needsDay && commentsUntil === undefined
      ? [{ field: 'comments-until', key: 'form.value.wrong' as const, rule: 'rule.required' as const }]
      : []),
    ...(isPast ? [{ field: 'comments-until', key: 'plans.comments-until-past' as const }] : []),
  ]
}

const columnsOf = (plan: Plan, state: Plan['state'], { at, commentsUntil, matrixVersion }: StepRequest) => ({
  state,
  opened_at: state === 'discarded' ? null : (plan.openedAt ?? at),
  ...(commentsUntil === undefined ? {} : { comments_until: commentsUntil }),
  ...(state === 'presented' ? { presented_at: at, matrix_version: matrixVersion ?? null } : {}),
  ...(state === 'in-force' ? { in_force_at: at } : {}),
  ended_at: state === 'superseded' || state === 'discarded' ? at : null,
})

/** The plan that ends when this one comes into force. It is held before the first line of history is written. */
async function previousInForce(tx: Tx, { previous }: Plan, { actor }: StepRequest): Promise<Plan | null> {
  if (previous === null) return null
  const plan = await lockPlan(tx, actor, previous)
  return plan.state === 'superseded' ? null : plan
}

const end = (tx: Tx, plan: Plan, { actor, at }: StepRequest): Promise<void> =>
  changePlan(tx, plan, { state: 'superseded', ended_at: at }, { actor, at, act: 'supersede-plan' })
