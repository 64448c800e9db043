import { sound } from '#modules/plans/demo/sound.ts'
import { addSeries } from '#modules/plans/progress/period-commands.ts'
import { startPlan, takePlanStep } from '#modules/plans/plan-commands.ts'
import type { PlanStep } from '#modules/plans/plan-steps.ts'
import { operator } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { putComments } from './put-comments.ts'
import { putActuals, putIndicators } from './put-indicators.ts'
import { putItems } from './put-items.ts'
import { putReports } from './put-reports.ts'
import type { InventedPlan } from './invented-plans.ts'
import { dueDays } from './invented-reports.ts'
import { momentsOf } from './put.ts'

/**
 * Brings plans into the database as if people had written them: what there is one of goes through the command that people use, what
 * there is much of is put down many rows at a time. `test/bench-plans-fill.test.ts` holds both ways to each other.
 */
export async function fillPlans(db: Db, plans: readonly InventedPlan[]): Promise<string[]> {
  const ids: string[] = []
  for (const plan of plans) ids.push(await fillPlan(db, plan))
  return ids
}

async function fillPlan(db: Db, plan: InventedPlan): Promise<string> {
  const at = momentsOf(plan)
  const id = await start(db, plan)
  const together = <Rows>(put: (tx: Tx) => Promise<Rows>) => putTogether(db, id, put)
  const items = await together((tx) => putItems(tx, id, plan, at.written))
  const indicators = await together((tx) => putIndicators(tx, { plan, id, items }, at.written))
  await step(db, id, 'consult', at.opened, { commentsUntil: at.until })
  await together((tx) => putComments(tx, { plan, id, items }, at))
  for (const name of ['coordinate', 'present', 'put-in-force'] as const) await step(db, id, name, at.decided)
  const series = { actor: operator, at: at.decided, plan: id, step: 'quarterly', dueDays } as const
  const { ids: periods } = sound(id, await addSeries(db, series))
  await together((tx) => putActuals(tx, { plan, indicators }))
  await together((tx) => putReports(tx, { plan, id, items, periods }))
  return id
}

export async function start(db: Db, { items: _items, words, ...plan }: InventedPlan): Promise<string> {
  const header = { ...plan, type: 'road-map', facilitators: [], words: words[plan.language] }
  const at = momentsOf(plan).begun
  return sound(header.actionLine, await startPlan(db, { actor: operator, at, ...header })).id
}

export async function step(
  db: Db,
  id: string,
  name: PlanStep,
  at: Date,
  more: { commentsUntil?: string } = {},
): Promise<void> {
  sound(name, await takePlanStep(db, name, { actor: operator, at, id, ...more }))
}

/** Rows of a plan in one transaction, with one line of history that accounts for them. */
const putTogether = <Rows>(db: Db, id: string, put: (tx: Tx) => Promise<Rows>): Promise<Rows> =>
  db.transaction().execute(async (tx) => {
    const rows = await put(tx)
    await record(tx, { act: 'bench.fill', subject: { kind: 'plan', id }, actor: operator.id }, new Date())
    return rows
  })
