import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { holdTexts, removeTexts } from '#platform/texts/texts.ts'
import { noteId, noteKind } from '../indicators/actual.ts'
import '../consultation/tables.ts'
import '../coordination/tables.ts'
import '../indicators/tables.ts'
import '../progress/tables.ts'

/**
 * Takes the invented plans away with their items, editions, comments and words, also what people have added to them, what the task
 * force has made of them, and what invented people or organizations have said of other plans; the history keeps its lines.
 */
export const clearDemoPlans = (
  db: Db,
  { actor, at }: { actor: string; at: Date },
): Promise<{ plans: number }> =>
  db.transaction().execute(async (tx) => {
    const plans = await tx
      .selectFrom('plans')
      .select('id')
      .where('is_example', '=', true)
      .orderBy('id')
      .forUpdate()
      .execute()
    const ids = plans.map(({ id }) => id)
    const parts = []
    for (const { kind, table } of partsOfPlans) {
      const found = await tx
        .selectFrom(table)
        .select('id')
        .where(sql<boolean>`plan = any(${ids}::text[])`)
        .orderBy('id')
        .execute()
      parts.push(...found.map(({ id }) => ({ kind, id })))
    }
    const comments = await commentsOf(tx, ids)
    const notes = await notesOf(tx, ids)
    const overlaps = await overlapsOf(tx, ids)
    const matters = await tx
      .selectFrom('task_force_matters')
      .select('id')
      .where('is_example', '=', true)
      .orderBy('id')
      .forUpdate()
      .execute()
    const gone = [
      ...ids.map((id) => ({ kind: 'plan-header', id })),
      ...parts,
      ...comments.map((id) => ({ kind: 'plan-comment', id })),
      ...overlaps.map((id) => ({ kind: 'plan-overlap', id })),
      ...matters.map(({ id }) => ({ kind: 'task-force-matter', id })),
    ]
    if (gone.length === 0) return { plans: 0 }
    await holdTexts(tx, [...gone, ...notes])
    await tx
      .deleteFrom('plan_comments')
      .where(sql<boolean>`id = any(${comments}::text[])`)
      .execute()
    await tx
      .deleteFrom('plan_overlaps')
      .where(sql<boolean>`id = any(${overlaps}::text[])`)
      .execute()
    await tx.deleteFrom('task_force_matters').where('is_example', '=', true).execute()
    for (const { table } of partsOfPlans)
      await tx
        .deleteFrom(table)
        .where(sql<boolean>`plan = any(${ids}::text[])`)
        .execute()
    await tx
      .deleteFrom('plans')
      .where(sql<boolean>`id = any(${ids}::text[])`)
      .execute()
    for (const subject of gone) await record(tx, { act: 'plans.clear-example', subject, actor }, at)
    await removeTexts(tx, [...gone, ...notes], actor, at)
    return { plans: plans.length }
  })

/** In the order in which they can go: reports refer to periods, and items to those that they come from, also across plans. */
const partsOfPlans = [
  { kind: 'plan-report', table: 'plan_reports' },
  { kind: 'plan-period', table: 'plan_periods' },
  { kind: 'plan-indicator', table: 'plan_indicators' },
  { kind: 'plan-item', table: 'plan_items' },
] as const

/** The texts of what was said of values. */
async function notesOf(tx: Tx, plans: readonly string[]): Promise<{ kind: string; id: string }[]> {
  const found = await sql<{ indicator: string; on: string }>`
    select a.indicator, a.measured_on::text as "on" from plan_actuals a join plan_indicators n on n.id = a.indicator
    where n.plan = any(${[...plans]}::text[]) and a.note is not null order by 1, 2`.execute(tx)
  return found.rows.map((actual) => ({ kind: noteKind, id: noteId(actual) }))
}

async function commentsOf(tx: Tx, plans: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from plan_comments
    where plan = any(${[...plans]}::text[])
      or author in (select id from people where is_example)
      or organization in (select id from organizations where is_example)
    order by id for update`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** What was decided of their items and any others. */
async function overlapsOf(tx: Tx, plans: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from plan_overlaps o
    where exists (select from plan_items i where i.id in (o.first, o.second) and i.plan = any(${[...plans]}::text[]))
    order by id for update`.execute(tx)
  return found.rows.map(({ id }) => id)
}
