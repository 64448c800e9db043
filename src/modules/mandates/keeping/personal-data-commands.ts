import type { ErasePerson } from '#platform/access/personal-data.ts'
import { record } from '#platform/history.ts'
import { evidenceParts, keepingParts } from './kept-content-queries.ts'

/**
 * Somebody leaves: they answer for no duty any more, and their name stands nowhere. What they said and showed stays for the
 * record, in the name of the body or organization for which they did it.
 */
export const eraseKeeper: ErasePerson = async (tx, { id }, { actor, at }) => {
  const act = 'mandates.forget-person'
  const kept = await tx
    .updateTable('duty_owners')
    .set({ named: false })
    .where('kind', '=', 'person')
    .where('owner', '=', id)
    .returning(['duty'])
    .execute()
  await tx
    .updateTable('duty_owners')
    .set({ given_back_at: at, given_back_by: actor })
    .where('kind', '=', 'person')
    .where('owner', '=', id)
    .where('given_back_at', 'is', null)
    .execute()
  for (const duty of new Set(kept.map((row) => row.duty))) {
    const subject = { kind: 'duty-keeping', id: duty }
    await record(tx, { act, subject, actor, parts: await keepingParts(tx, duty) }, at)
  }
  const linked = await tx
    .updateTable('evidence')
    .set({ named: false })
    .where('linked_by', '=', id)
    .where('named', '=', true)
    .returning(['id'])
    .execute()
  for (const { id: evidence } of linked) {
    const subject = { kind: 'evidence', id: evidence }
    await record(tx, { act, subject, actor, parts: await evidenceParts(tx, evidence) }, at)
  }
}
