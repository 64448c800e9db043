import type { Tx } from '#platform/database/tables.ts'
import { sha256 } from '#platform/sha256.ts'
import { notePlan, type By } from '../held-plan-commands.ts'
import { planContent } from './content-queries.ts'

/** Keeps what a held plan says now as its next edition. Nothing when it says what the last one said in the same state. */
export async function freeze(tx: Tx, id: string, by: By): Promise<void> {
  const content = await planContent(tx, id)
  const { state } = await tx
    .selectFrom('plans')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const digest = sha256(content)
  const last = await tx
    .selectFrom('plan_editions')
    .select(['number', 'digest', 'state'])
    .where('plan', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.digest === digest && last.state === state) return
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('plan_editions')
    .values({
      plan: id,
      number,
      state,
      published_at: by.at,
      published_by: by.actor.id,
      content: JSON.stringify(content),
      digest,
    })
    .execute()
  await notePlan(tx, { id }, { ...by, act: 'publish-edition', facts: { number, digest } })
}
