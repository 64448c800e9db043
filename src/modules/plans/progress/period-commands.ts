import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import { newShortId } from '#platform/short-id.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { lockPlan, type By } from '../held-plan-commands.ts'
import { note, type Line, type States } from '../note-commands.ts'
import type { Plan } from '../plan.ts'
import { periodRights } from './period-rights.ts'
import { periodsOf, periodsWhere } from './period-queries.ts'
import { periodWorkflow } from './period-workflow.ts'
import {
  dayIn,
  mostPeriods,
  overlaps,
  periodState,
  periodThing,
  seriesOf,
  type Period,
  type PeriodDays,
  type SeriesStep,
} from './period.ts'

/** One period, made by hand. */
export const addPeriod = (
  db: Db,
  { actor, at, plan: id, ...days }: By & PeriodDays & { plan: string },
): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] } | { id: string }> => {
    const { plan, there } = await planOf(tx, id, { actor, at })
    const issues = issuesOfDays(plan, days, there)
    if (issues.length > 0) return { issues }
    const [made = ''] = await insert(tx, plan, [days], { actor, at })
    return { id: made }
  })

/** Periods over the whole time of a plan; those that are there already stay, and what would overlap them is left out. */
export const addSeries = (
  db: Db,
  { actor, at, plan: id, step, dueDays }: By & { plan: string; step: SeriesStep; dueDays: number },
): Promise<{ issues: Issue[] } | { ids: string[] }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] } | { ids: string[] }> => {
    const { plan, there } = await planOf(tx, id, { actor, at })
    const wanted = seriesOf(plan, step, dueDays).filter((days) => !there.some((one) => overlaps(one, days)))
    if (wanted.length === 0) return { issues: [{ field: 'step', key: 'progress.no-room' }] }
    if (there.length + wanted.length > mostPeriods) return { issues: [tooMany] }
    return { ids: await insert(tx, plan, wanted, { actor, at }) }
  })

const tooMany: Issue = { field: 'step', key: 'progress.too-many-periods', values: { most: mostPeriods } }

/** Other days. What was reported stays with its period. */
export const changePeriod = (
  db: Db,
  { actor, at, id, revision, ...days }: By & PeriodDays & { id: string; revision: number },
): Promise<{ issues: Issue[] } | { plan: string }> =>
  db.transaction().execute(async (tx): Promise<{ issues: Issue[] } | { plan: string }> => {
    const { plan, period } = await lockPeriod(tx, actor, id, revision)
    permit(periodRights, 'edit', actor, periodThing(plan, periodState(period, dayIn(plan.zone, at))))
    const others = (await periodsOf(tx, plan.id)).filter((one) => one.id !== id)
    const issues = issuesOfDays(plan, days, others)
    if (issues.length > 0) return { issues }
    const facts = { from: daysOf(period), to: daysOf(days) }
    await tx
      .updateTable('plan_periods')
      .set({ ...columnsOf(days), revision: period.revision + 1, updated_at: at })
      .where('id', '=', id)
      .execute()
    await notePeriod(tx, period, { actor, at, act: 'edit-period', facts })
    return { plan: plan.id }
  })

/** Takes a period away for which nobody has begun a report. */
export const removePeriod = (
  db: Db,
  { actor, at, id, revision }: By & { id: string; revision: number },
): Promise<{ plan: string }> =>
  db.transaction().execute(async (tx) => {
    const { plan, period } = await lockPeriod(tx, actor, id, revision)
    permit(periodRights, 'remove', actor, periodThing(plan, periodState(period, dayIn(plan.zone, at))))
    const used = await tx.selectFrom('plan_reports').select('id').where('period', '=', id).limit(1).execute()
    if (used.length > 0) throw new Refusal(409, 'progress.period-used')
    await tx.deleteFrom('plan_periods').where('id', '=', id).execute()
    await notePeriod(tx, period, { actor, at, act: 'remove-period', facts: daysOf(period) })
    return { plan: plan.id }
  })

type LockRequest = By & { id: string; revision: number; reason?: string }

/** Closes the books of a period, or opens them again with a reason. */
export const takePeriodStep = (
  db: Db,
  step: keyof typeof periodWorkflow.steps,
  { actor, at, id, revision, reason }: LockRequest,
): Promise<{ plan: string }> =>
  db.transaction().execute(async (tx) => {
    const { plan, period } = await lockPeriod(tx, actor, id, revision)
    const state = periodState(period, dayIn(plan.zone, at))
    permit(periodRights, step, actor, periodThing(plan, state))
    const to = periodWorkflow.steps[step].to
    await tx
      .updateTable('plan_periods')
      .set({ locked_at: to === 'locked' ? at : null, revision: period.revision + 1, updated_at: at })
      .where('id', '=', id)
      .execute()
    await notePeriod(
      tx,
      period,
      { actor, at, act: `${step}-period`, ...(reason === undefined ? {} : { reason }) },
      { from: state, to },
    )
    return { plan: plan.id }
  })

/** Holds the plan of a period, and with it the period. */
export async function lockPeriod(
  tx: Tx,
  actor: Actor,
  id: string,
  revision?: number,
): Promise<{ plan: Plan; period: Period }> {
  const found = await tx.selectFrom('plan_periods').select('plan').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw notFound()
  const plan = await lockPlan(tx, actor, found.plan)
  const [period] = await periodsWhere(tx, sql`d.id = ${id}`)
  if (period === undefined) throw notFound()
  if (revision !== undefined && period.revision !== revision) throw new Stale()
  return { plan, period }
}

/** The plan for which somebody makes periods, with those that it has. */
async function planOf(tx: Tx, id: string, { actor }: By): Promise<{ plan: Plan; there: Period[] }> {
  const plan = await lockPlan(tx, actor, id)
  permit(periodRights, 'make', actor, periodThing(plan, 'open'))
  if (plan.state === 'superseded') throw new Refusal(409, 'progress.plan-ended')
  return { plan, there: await periodsOf(tx, id) }
}

function issuesOfDays(
  plan: Pick<Plan, 'startsOn' | 'endsOn'>,
  days: PeriodDays,
  there: readonly Period[],
): Issue[] {
  const isOutside = days.startsOn < plan.startsOn || days.endsOn > plan.endsOn
  return [
    ...(days.endsOn > days.startsOn
      ? []
      : [{ field: 'ends-on', key: 'progress.ends-before-start' as const }]),
    ...(days.dueOn >= days.endsOn ? [] : [{ field: 'due-on', key: 'progress.due-before-end' as const }]),
    ...(isOutside
      ? [
          {
            field: 'starts-on',
            key: 'progress.outside-plan' as const,
            values: { from: plan.startsOn, to: plan.endsOn },
          },
        ]
      : []),
    ...(there.some((one) => overlaps(one, days))
      ? [{ field: 'starts-on', key: 'progress.overlaps' as const }]
      : []),
    ...(there.length >= mostPeriods ? [{ ...tooMany, field: 'starts-on' }] : []),
  ]
}

async function insert(tx: Tx, plan: Plan, all: readonly PeriodDays[], by: By): Promise<string[]> {
  const ids: string[] = []
  for (const days of all) {
    const id = newShortId()
    await tx
      .insertInto('plan_periods')
      .values({
        ...{ id, plan: plan.id, ...columnsOf(days) },
        ...{ locked_at: null, revision: 1, created_at: by.at, updated_at: by.at },
      })
      .execute()
    await notePeriod(tx, { id, plan: plan.id }, { ...by, act: 'make-period', facts: daysOf(days) })
    ids.push(id)
  }
  return ids
}

const columnsOf = ({ startsOn, endsOn, dueOn }: PeriodDays) => ({
  starts_on: startsOn,
  ends_on: endsOn,
  due_on: dueOn,
})

const daysOf = ({ startsOn, endsOn, dueOn }: PeriodDays) => ({ startsOn, endsOn, dueOn })

const notePeriod = (
  tx: Tx,
  { id, plan }: Pick<Period, 'id' | 'plan'>,
  { facts, ...line }: Line,
  states?: States,
): Promise<void> => note(tx, { kind: 'plan-period', id }, { ...line, facts: { plan, ...facts } }, states)
