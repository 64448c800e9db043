import type { Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Tables, Tx } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { lockPlan } from '../held-plan-commands.ts'
import { note, type Line } from '../note-commands.ts'
import type { Plan } from '../plan.ts'
import { indicatorsWhere } from './indicator-queries.ts'
import type { Indicator } from './indicator.ts'

/** Holds the plan of an indicator, and with it the indicator: all changes hold the plan first. */
export async function lockIndicator(
  tx: Tx,
  actor: Actor,
  id: string,
  revision?: number,
): Promise<{ plan: Plan; indicator: Indicator }> {
  const found = await tx.selectFrom('plan_indicators').select('plan').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw notFound()
  const plan = await lockPlan(tx, actor, found.plan)
  const [indicator] = await indicatorsWhere(tx, sql`n.id = ${id}`)
  if (indicator === undefined) throw notFound()
  if (revision !== undefined && indicator.revision !== revision) throw new Stale()
  return { plan, indicator }
}

/** Changes the row of an indicator of a held plan and writes the line of history. */
export async function changeIndicator(
  tx: Tx,
  indicator: Indicator,
  columns: Updateable<Tables['plan_indicators']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('plan_indicators')
    .set({ ...columns, revision: indicator.revision + 1, updated_at: line.at })
    .where('id', '=', indicator.id)
    .execute()
  await noteIndicator(tx, indicator, line)
}

/** One line of history about an indicator. */
export const noteIndicator = (
  tx: Tx,
  { id, plan, item }: Pick<Indicator, 'id' | 'plan' | 'item'>,
  { facts, ...line }: Line,
): Promise<void> => note(tx, { kind: 'plan-indicator', id }, { ...line, facts: { plan, item, ...facts } })
