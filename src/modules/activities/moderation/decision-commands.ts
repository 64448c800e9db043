import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { change, keepRevision, lockActivity, publication, type By } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import { activityWorkflow } from '../activity-workflow.ts'
import { asThing, type ReturnReason } from '../activity.ts'
import { missingFor } from '../uses.ts'
import { publishedMail, returnedMail } from './decision-mail-queries.ts'
import { activitySettings } from './settings-commands.ts'

export type Decision = By & { id: string; revision?: number }

export type Returning = { reasons: readonly ReturnReason[]; words: string }

/** Publishes what waits. Where two pairs of eyes are asked for, the first approves and another person publishes. */
export const publishEntry = (
  db: Db,
  by: Decision,
): Promise<{ issues: Issue[] } | { state: 'published' | 'approved' }> =>
  db.transaction().execute((tx) => publishIn(tx, by))

export async function publishIn(
  tx: Tx,
  { actor, at, id, revision }: Decision,
): Promise<{ issues: Issue[] } | { state: 'published' | 'approved' }> {
  const before = await lockActivity(tx, { actor }, id, revision)
  const step = before.published === null ? 'publish' : 'publish-update'
  const state = take(activityWorkflow, activityRights, step, actor, asThing(before))
  const issues = missingFor('stocktaking', { ...before, hasContact: false })
  if (issues.length > 0) return { issues }
  const { secondPair } = await activitySettings(tx)
  if (secondPair && before.approvedBy === actor.id) throw new Refusal(409, 'activities.second-pair.same')
  if (secondPair && before.approvedBy === null) {
    await change(tx, before, { approved_by: actor.id, approved_at: at }, { actor, at, act: 'approve' })
    return { state: 'approved' }
  }
  await keepRevision(tx, before, at)
  await change(tx, before, { state, ...publication(before, at) }, { actor, at, act: step })
  await tell(tx, await publishedMail(tx, before), at)
  return { state: 'published' }
}

/** Sends an entry, or an update, back to whoever wrote it, with reasons as data and words. */
export const returnEntry = (
  db: Db,
  by: Decision & Returning,
): Promise<{ issues: Issue[] } | { id: string }> => db.transaction().execute((tx) => returnIn(tx, by))

export async function returnIn(
  tx: Tx,
  { actor, at, id, revision, reasons, words }: Decision & Returning,
): Promise<{ issues: Issue[] } | { id: string }> {
  const before = await lockActivity(tx, { actor }, id, revision)
  const step = before.published === null ? 'return' : 'return-update'
  const state = take(activityWorkflow, activityRights, step, actor, asThing(before))
  if (reasons.length === 0) return { issues: [withoutReason] }
  const returned = { reasons: [...reasons], words: words.trim() }
  await change(
    tx,
    before,
    { state, returned: JSON.stringify(returned), submitted_at: null, approved_by: null, approved_at: null },
    // The reasons as codes: the words may say what only the contributor may know.
    { actor, at, act: step, reason: reasons.join(', ') },
  )
  await tell(tx, await returnedMail(tx, before, returned), at)
  return { id }
}

export const withoutReason: Issue = { field: 'reasons', key: 'form.value.wrong', rule: 'rule.required' }

/** Whoever of the secretariat looks after an entry; null gives it back to all. */
export const takeCare = (
  db: Db,
  { moderator, ...by }: Decision & { moderator: string | null },
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const before = await lockActivity(tx, by, by.id, by.revision)
    permit(activityRights, 'moderate', by.actor, asThing(before))
    if (before.moderator === moderator) return
    await change(tx, before, { moderator }, { ...by, act: moderator === null ? 'leave' : 'look-after' })
  })

const tell = async (tx: Tx, mail: Awaited<ReturnType<typeof publishedMail>>, at: Date): Promise<void> => {
  if (mail !== null) await sendLater(tx, mail, at)
}
