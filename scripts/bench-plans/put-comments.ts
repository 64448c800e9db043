import { operator } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/tables.ts'
import { newShortId } from '#platform/short-id.ts'
import type { InventedPlan } from './invented-plans.ts'
import { inParts, putWords, type Moments } from './put.ts'

/** Comments on a plan that is open, each with its disposition. */
export async function putComments(
  tx: Tx,
  { plan, id, items }: { plan: InventedPlan; id: string; items: readonly string[] },
  { commented, disposed }: Pick<Moments, 'commented' | 'disposed'>,
): Promise<void> {
  const { language } = plan
  const made = plan.comments.map((comment) => ({ comment, id: newShortId() }))
  await inParts(made, (some) =>
    tx
      .insertInto('plan_comments')
      .values(
        some.map(({ comment: { item, author, disposition }, id: comment }) => ({
          ...{ id: comment, plan: id, item: item === null ? null : (items[item] ?? null), author },
          ...{ organization: null, named: false, language, state: 'published' as const, disposition },
          ...{ reply_language: language, disposed_by: operator.id, disposed_at: disposed },
          ...{ revision: 2, commented_at: commented, updated_at: disposed },
        })),
      )
      .execute(),
  )
  const said = made.map(({ comment, id: own }) => ({
    comment,
    place: { kind: 'plan-comment', id: own, language },
  }))
  const texts = said.map(({ comment: { text, author: by }, place }) => ({
    ...place,
    field: 'text',
    text,
    by,
  }))
  await putWords(tx, texts, commented)
  const replies = said.map(({ comment: { reply: text }, place }) => ({ ...place, field: 'reply', text }))
  await putWords(tx, replies, disposed)
}
