import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { sendLater } from '#platform/mail/outbox.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { change, lockActivity, note, type By } from '../activity-commands.ts'
import { activityRights } from '../activity-rights.ts'
import { activityWorkflow } from '../activity-workflow.ts'
import { asThing, isPublicState, type Activity } from '../activity.ts'
import { workOn } from '../activity-queries.ts'
import { withdrawTexts } from '../text-commands.ts'
import { mergedMail } from './decision-mail-queries.ts'
import { joinedContent, type Joined } from './joined-content.ts'

export type Merger = By & {
  id: string
  into: string
  revision?: number
  /** What only the merged one has and the one that stays is to have too. */
  joined?: readonly Joined[]
  reason?: string | null
}

/** Puts one entry into another: its address, its revisions and its history stay, and lead to the one that stays. */
export const mergeEntry = (db: Db, merger: Merger): Promise<{ issues: Issue[] } | { id: string }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, id, into, revision, reason = null, joined = [] } = merger
    if (into === id) return { issues: [{ field: 'into', key: 'moderation.into.itself' }] }
    await holdAll(tx, id, into)
    const from = await lockActivity(tx, { actor }, id, revision)
    const state = take(activityWorkflow, activityRights, 'merge', actor, asThing(from))
    const staying = await workOn(tx, actor, into)
    const issue = staying === null ? unknown : obstacleTo(from, staying)
    if (issue !== null || staying === null) return { issues: [issue ?? unknown] }
    await holdTexts(tx, [{ kind: 'activity', id }])
    await takeIn(tx, merger, from, staying, joined)
    await leave(tx, merger, from, { state, reason })
    await leadEarlierOnes(tx, merger)
    await withdrawTexts(tx, id, actor.id, at)
    const mail = await mergedMail(tx, from, staying)
    if (mail !== null) await sendLater(tx, mail, at)
    return { id: into }
  })

const unknown: Issue = { field: 'into', key: 'moderation.into.unknown' }

/** Both, and those that lead to the merged one: always in the order of their ids, so that two mergers cannot wait for each other. */
const holdAll = (tx: Tx, id: string, into: string) =>
  tx
    .selectFrom('activities')
    .select('id')
    .where((is) => is.or([is('id', 'in', [id, into]), is('merged_into', '=', id)]))
    .orderBy('id')
    .forUpdate()
    .execute()

/**
 * Examples are taken away together, and leave nothing that leads to them. An entry that has come to its end leads nowhere, and what the
 * public reads must lead to what the public reads.
 */
function obstacleTo(
  from: Pick<Activity, 'published' | 'isExample'>,
  staying: Pick<Activity, 'state' | 'isExample'>,
): Issue | null {
  if (staying.state === 'merged' || staying.state === 'discarded')
    return { field: 'into', key: 'moderation.into.ended' }
  if (from.published !== null && !isPublicState(staying.state))
    return { field: 'into', key: 'moderation.into.not-public' }
  if (from.isExample !== staying.isExample) return { field: 'into', key: 'moderation.into.example' }
  return null
}

/** What is added stands in the work on the entry that stays; the public reads it when an update is published. */
async function takeIn(
  tx: Tx,
  { actor, at }: By,
  from: Activity,
  staying: Activity,
  joined: readonly Joined[],
): Promise<void> {
  permit(activityRights, 'moderate', actor, asThing(staying))
  const line = { actor, at, act: 'take-in', facts: { predecessor: from.id } }
  if (joined.length === 0) return note(tx, staying.id, line)
  const content = joinedContent(staying.content, from.content, joined)
  // Whoever has approved it as the first of two has not seen this.
  const columns = { content: JSON.stringify(content), approved_by: null, approved_at: null }
  return change(tx, staying, columns, line)
}

async function leave(
  tx: Tx,
  { actor, at, into }: Merger,
  from: Activity,
  { state, reason }: { state: Activity['state']; reason: string | null },
): Promise<void> {
  await tx.deleteFrom('activity_contacts').where('activity', '=', from.id).execute()
  const nothingOpen = {
    submitted_at: null,
    confirm_on: null,
    archive_on: null,
    returned: null,
    approved_by: null,
    approved_at: null,
  }
  await change(
    tx,
    from,
    { state, merged_into: into, ...nothingOpen },
    { actor, at, act: 'merge', reason, facts: { into } },
  )
}

/** What was merged into this one before leads straight to the one that stays. */
async function leadEarlierOnes(tx: Tx, { actor, at, id, into }: Merger): Promise<void> {
  const earlier = await tx
    .updateTable('activities')
    .set((is) => ({ merged_into: into, revision: is('revision', '+', 1), updated_at: at }))
    .where('merged_into', '=', id)
    .returning('id')
    .execute()
  for (const one of earlier) await note(tx, one.id, { actor, at, act: 'lead-on', facts: { into } })
}
