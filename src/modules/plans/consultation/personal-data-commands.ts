import type { ErasePerson } from '#platform/access/personal-data.ts'
import { record } from '#platform/history.ts'
import './tables.ts'

/** Somebody leaves: what they said of plans stays, in the name of the organization or of a person without a name. */
export const eraseCommenter: ErasePerson = async (tx, { id: person }, { actor, at }) => {
  const touched = await tx
    .updateTable('plan_comments')
    .set((is) => ({ named: false, revision: is('revision', '+', 1), updated_at: at }))
    .where('author', '=', person)
    .where('named', '=', true)
    .returning(['id', 'plan'])
    .execute()
  for (const { id, plan } of touched) {
    const subject = { kind: 'plan-comment', id }
    await record(tx, { act: 'plans.forget-commenter', subject, actor, facts: { plan } }, at)
  }
}
