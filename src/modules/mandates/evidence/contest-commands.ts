import type { Actor } from '#platform/access/actor.ts'
import { may, permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { standsForScopes } from '../keeping/kept-duty.ts'
import { lockedEvidence, note } from './evidence-commands.ts'
import { contestRights, evidenceRights } from './evidence-rights.ts'
import { contestWorkflow } from './evidence-workflow.ts'
import type { ContestState } from './evidence.ts'

type Asked = { actor: Actor; at: Date; evidence: string }

/** Says that the evidence does not show what it claims, and why: it counts for nothing until that is settled. */
export async function contestEvidence(
  db: Db,
  { actor, at, evidence: id, reason, language }: Asked & { reason: string; language: LanguageCode },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockedEvidence(tx, id, actor)
    permit(evidenceRights, 'contest', actor, held.thing)
    await tx
      .insertInto('evidence_contests')
      .values({
        evidence: id,
        state: contestWorkflow.start,
        reason,
        reason_language: language,
        raised_by: actor.id,
        raised_for: standsForScopes(actor)[0] ?? null,
        raised_at: at,
      })
      .execute()
    await tx.updateTable('evidence').set({ contested: true, changed_at: at }).where('id', '=', id).execute()
    await note(tx, 'mandates.contest-evidence', {
      id,
      actor,
      at,
      states: { from: held.state, to: 'contested' },
    })
  })
}

/** The keepers say what they hold against it. The evidence stays contested until the contest is withdrawn or settled. */
export async function answerContest(
  db: Db,
  { actor, at, evidence: id, answer, language }: Asked & { answer: string; language: LanguageCode },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockedEvidence(tx, id, actor)
    permit(evidenceRights, 'answer', actor, held.thing)
    const contest = await openContest(tx, id)
    await tx
      .updateTable('evidence_contests')
      .set({
        state: contestWorkflow.steps.answer.to,
        answer,
        answer_language: language,
        answered_by: actor.id,
        answered_for: standsForScopes(actor)[0] ?? null,
        answered_at: at,
      })
      .where('id', '=', contest.id)
      .execute()
    await tx.updateTable('evidence').set({ changed_at: at }).where('id', '=', id).execute()
    await note(tx, 'mandates.answer-contest', { id, actor, at })
  })
}

/** Ends a contest: who raised it withdraws it, or somebody who keeps neither side settles it. The evidence stands as before. */
export async function withdrawContest(
  db: Db,
  { actor, at, evidence: id, reason }: Asked & { reason: string | null },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockedEvidence(tx, id, actor)
    const contest = await openContest(tx, id)
    const raised = { state: contest.state, owners: [contest.raisedBy] }
    if (!may(contestRights, 'withdraw', actor, raised)) permit(evidenceRights, 'settle', actor, held.thing)
    await tx
      .updateTable('evidence_contests')
      .set({
        state: contestWorkflow.steps.withdraw.to,
        withdrawn_by: actor.id,
        withdrawn_at: at,
        withdrawn_because: reason,
      })
      .where('id', '=', contest.id)
      .execute()
    await tx.updateTable('evidence').set({ contested: false, changed_at: at }).where('id', '=', id).execute()
    const states = { from: 'contested', to: held.state }
    await note(tx, 'mandates.withdraw-contest', { id, actor, at, states, reason: reason ?? undefined })
  })
}

async function openContest(
  tx: Tx,
  evidence: string,
): Promise<{ id: string; state: ContestState; raisedBy: string }> {
  const found = await tx
    .selectFrom('evidence_contests')
    .select(['id', 'state', 'raised_by as raisedBy'])
    .where('evidence', '=', evidence)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  if (found === undefined) throw new Refusal(409, 'evidence.refused.not-contested')
  return found
}
