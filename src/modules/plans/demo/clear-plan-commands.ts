import type { Db } from '#platform/database/tables.ts'
import { record } from '#platform/history.ts'
import { holdTexts, removeTexts } from '#platform/texts/texts.ts'

/** Takes the invented plans away with their items, editions and words, also what people have added to them; the history keeps its lines. */
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
    if (plans.length === 0) return { plans: 0 }
    const ids = plans.map(({ id }) => id)
    const items = await tx
      .selectFrom('plan_items')
      .select('id')
      .where('plan', 'in', ids)
      .orderBy('id')
      .execute()
    const gone = [
      ...ids.map((id) => ({ kind: 'plan', id })),
      ...items.map(({ id }) => ({ kind: 'plan-item', id })),
    ]
    await holdTexts(tx, gone)
    // Items refer to those that they come from, also across plans.
    await tx.deleteFrom('plan_items').where('plan', 'in', ids).execute()
    await tx.deleteFrom('plans').where('id', 'in', ids).execute()
    for (const subject of gone) await record(tx, { act: 'plans.clear-example', subject, actor }, at)
    await removeTexts(tx, gone, actor, at)
    return { plans: plans.length }
  })
