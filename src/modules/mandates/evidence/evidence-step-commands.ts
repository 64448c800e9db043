import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import type { Db } from '#platform/database/tables.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { standsForScopes } from '../keeping/kept-duty.ts'
import { lockedEvidence, note } from './evidence-commands.ts'
import { evidenceRights } from './evidence-rights.ts'
import { evidenceWorkflow } from './evidence-workflow.ts'

type Step = { actor: Actor; at: Date; evidence: string }

/** Somebody who does not keep it has looked at the evidence and found that it shows what it says. */
export async function verifyEvidence(
  db: Db,
  { actor, at, evidence: id, version }: Step & { version: number | null },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockedEvidence(tx, id, actor)
    permit(evidenceRights, 'verify', actor, held.thing)
    // What was corrected meanwhile is not what the verifier has looked at.
    if (version !== null && version !== held.revision) throw new Stale()
    const { to } = evidenceWorkflow.steps.verify
    const verified = {
      verified_by: actor.id,
      verified_for: standsForScopes(actor)[0] ?? null,
      verified_at: at,
    }
    await tx
      .updateTable('evidence')
      .set({ state: to, changed_at: at, ...verified })
      .where('id', '=', id)
      .execute()
    await note(tx, 'mandates.verify-evidence', { id, actor, at, states: { from: held.state, to } })
  })
}

/** Takes a piece of evidence back for good; that it was there, and why it is not any more, stays readable. */
export async function withdrawEvidence(
  db: Db,
  { actor, at, evidence: id, reason }: Step & { reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockedEvidence(tx, id, actor)
    permit(evidenceRights, 'withdraw', actor, held.thing)
    const { to } = evidenceWorkflow.steps.withdraw
    await tx.updateTable('evidence').set({ state: to, changed_at: at }).where('id', '=', id).execute()
    await note(tx, 'mandates.withdraw-evidence', { id, actor, at, states: { from: held.state, to }, reason })
  })
}
