import { permit } from '#platform/access/rights.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { holdTexts, writeSource } from '#platform/texts/texts.ts'
import type { By } from '../held-plan-commands.ts'
import { planRights } from '../plan-rights.ts'
import type { PlanStep } from '../plan-steps.ts'
import { planThing } from '../plan.ts'
import { changeComment, lockComment } from './comment-commands.ts'
import { commentFigures } from './comment-queries.ts'
import type { Disposition } from './comment.ts'

export type Disposing = By & {
  id: string
  revision?: number | undefined
  disposition: Disposition
  language: LanguageCode
  reply: string
}

/** What becomes of a comment, with a reply in words. Another one may take its place until the plan is presented. */
export const disposeComment = (db: Db, asked: Disposing): Promise<void> =>
  db.transaction().execute((tx) => disposeCommentIn(tx, asked))

export async function disposeCommentIn(
  tx: Tx,
  { actor, at, id, revision, disposition, language, reply }: Disposing,
): Promise<void> {
  const { plan, comment } = await lockComment(tx, actor, id, revision)
  permit(planRights, 'dispose', actor, planThing(plan))
  if (comment.state !== 'published') throw new Refusal(409, 'comments.not-published')
  await holdTexts(tx, [{ kind: 'plan-comment', id }])
  const columns = {
    disposition,
    reply_language: language,
    disposed_by: actor.id,
    disposed_at: at,
  }
  const facts = { disposition, from: comment.disposition }
  await changeComment(tx, comment, columns, { actor, at, act: 'dispose-comment', facts })
  const place = { kind: 'plan-comment', id, field: 'reply', language }
  await writeSource(tx, { ...place, text: reply }, actor.id, at)
}

/** A plan is not presented while comments on it wait for a disposition. */
export async function issuesOfComments(tx: Tx, step: PlanStep, plan: string): Promise<Issue[]> {
  if (step !== 'present') return []
  const { waiting: count } = await commentFigures(tx, plan)
  return count === 0 ? [] : [{ field: 'plan', key: 'comments.waiting', values: { count } }]
}
