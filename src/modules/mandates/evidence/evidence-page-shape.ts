import { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { decide, may, type Decision } from '#platform/access/rights.ts'
import type { MessageKey } from '#platform/messages.ts'
import { refusedShape } from '../keeping/refused-shape.ts'
import { mandatePaths } from '../paths.ts'
import type { Reader } from '../shapes.ts'
import { contestRights, evidenceRights } from './evidence-rights.ts'
import type { EvidenceDetail } from './evidence-row.ts'
import { evidenceDetailRecord, evidenceDetailShape } from './evidence-shape.ts'
import type { KeptEvidence } from './kept-evidence-queries.ts'

/** A piece of evidence with what can be done with it, and by whom. */
export const evidencePageShape = evidenceDetailShape.extend({
  actions: z.array(
    z.object({ action: z.string(), label: z.string(), path: z.string(), refused: refusedShape.nullable() }),
  ),
})

export type EvidencePageRecord = z.infer<typeof evidencePageShape>

export const evidencePageRecord = (
  reader: Reader,
  detail: EvidenceDetail,
  { kept, actor }: { kept: KeptEvidence; actor: Actor },
): EvidencePageRecord => ({
  ...evidenceDetailRecord(reader, detail),
  actions: actionsOf(kept, actor).map(({ action, path, decision }) => ({
    action,
    label: reader.t(evidenceActionKeys[action]),
    path: mandatePaths.evidenceStep(kept.id, path),
    refused: decision.allowed ? null : decision,
  })),
})

type EvidenceAction = 'correct' | 'verify' | 'contest' | 'answer' | 'settle' | 'withdraw'

/** What can be done with it in its present state; nothing once it is withdrawn. */
function actionsOf(kept: KeptEvidence, actor: Actor) {
  if (kept.state === 'withdrawn') return []
  const decided = (action: EvidenceAction) => decide(evidenceRights, action, actor, kept.thing)
  const some = [
    { action: 'correct', path: 'correction', decision: decided('correct') },
    ...(kept.contested
      ? ([
          { action: 'answer', path: 'answer', decision: decided('answer') },
          { action: 'settle', path: 'contest-withdrawal', decision: mayEndContest(kept, actor) },
        ] as const)
      : ([
          { action: 'verify', path: 'verification', decision: decided('verify') },
          { action: 'contest', path: 'contest', decision: decided('contest') },
        ] as const)),
    { action: 'withdraw', path: 'withdrawal', decision: decided('withdraw') },
  ] as const
  return some
}

/** Who raised a contest may withdraw it; others settle it. */
export function mayEndContest(kept: KeptEvidence, actor: Actor): Decision {
  const own = { state: 'open' as const, owners: kept.contestedBy === null ? [] : [kept.contestedBy] }
  if (kept.contested && may(contestRights, 'withdraw', actor, own)) return { allowed: true }
  return decide(evidenceRights, 'settle', actor, kept.thing)
}

const evidenceActionKeys = {
  correct: 'action.evidence.correct',
  verify: 'action.evidence.verify',
  contest: 'action.evidence.contest',
  answer: 'action.evidence.answer',
  settle: 'action.evidence.settle',
  withdraw: 'action.evidence.withdraw',
} satisfies Record<EvidenceAction, MessageKey>
