import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Given, Written } from '#platform/web/api/api-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { makeCommentIn, takeCommentStepIn } from './comment-commands.ts'
import { commentPaths } from './comment-paths.ts'
import { readComment } from './comment-routes.ts'
import { commentPageShape, type CommentRecord } from './comment-shape.ts'
import { commentSteps } from './comment-workflow.ts'
import { asideReasons, commentLetters, dispositions } from './comment.ts'
import { disposeCommentIn } from './disposition-commands.ts'

const text = z.string().trim().min(1, rule('rule.required')).max(commentLetters, rule('rule.comment'))

const newComment = z.strictObject({
  item: z.string().max(80).nullable().default(null).describe('Id of an item; null: on the plan as a whole.'),
  organization: z
    .string()
    .max(80)
    .nullable()
    .default(null)
    .describe('For whom, of those for which you may speak; null: for yourself.'),
  named: z.boolean().default(false).describe('Whether everybody may read your name with it.'),
  language: z.enum(languageCodes),
  text,
})

const disposition = z.strictObject({
  disposition: z.enum(dispositions),
  language: z.enum(languageCodes),
  text: text.describe('The reply.'),
})

const step = z.strictObject({
  step: z.enum(commentSteps as [(typeof commentSteps)[number], ...typeof commentSteps]),
  reason: z.enum(asideReasons).optional().describe('Why it is set aside.'),
})

/** Comments as programs make and answer them, by the commands of the forms. */
export function commentApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: commentPaths.list(':plan'),
    name: 'api-new-plan-comment',
    summary: 'Comments on a plan or on one of its items, while the plan is open for comments.',
    right: 'plan.comment',
    body: newComment,
    example: { language: 'en', text: 'The trainings must reach the outer islands too.' },
    shape: commentPageShape,
    precondition: 'none',
    act: makeOne,
  })
  site.api.write({
    method: 'PUT',
    path: commentPaths.disposition(':comment'),
    name: 'api-plan-comment-disposition',
    summary: 'Says what becomes of a comment, with a reply; it may be changed until the plan is presented.',
    right: 'plan.dispose',
    body: disposition,
    example: { disposition: 'accepted', language: 'en', text: 'Two trainings were added.' },
    shape: commentPageShape,
    precondition: 'required',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['comment'] ?? ''
      const { text: reply, ...said } = body
      await disposeCommentIn(tx, { actor: visit.actor, at: visit.now, id, revision, reply, ...said })
      return commentNow(tx, visit, id)
    },
  })
  site.api.write({
    method: 'POST',
    path: `${commentPaths.comment(':comment')}/steps`,
    name: 'api-plan-comment-step',
    summary: 'Withdraws a comment of one’s own, sets one aside with a reason, or shows it again.',
    right: 'plan-comment.withdraw',
    body: step,
    example: { step: 'withdraw' },
    shape: commentPageShape,
    precondition: 'optional',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['comment'] ?? ''
      const asked = { actor: visit.actor, at: visit.now, id, revision, reason: body.reason }
      const { issues } = await takeCommentStepIn(tx, body.step, asked)
      return issues.length > 0 ? { issues } : commentNow(tx, visit, id)
    },
  })
}

async function makeOne(
  tx: Tx,
  visit: Visit,
  { body, parameters }: Given<z.infer<typeof newComment>>,
): Promise<Written<CommentRecord>> {
  const { actor, now: at } = visit
  const made = await makeCommentIn(tx, { actor, at, plan: parameters['plan'] ?? '', ...body })
  if ('issues' in made)
    return {
      issues: made.issues.map((one) => (one.field === 'behalf' ? { ...one, field: 'organization' } : one)),
    }
  return { ...(await commentNow(tx, visit, made.id)), status: 201, location: commentPaths.comment(made.id) }
}

async function commentNow(tx: Tx, visit: Visit, id: string) {
  const body = await readComment({ ...visit, db: tx }, { comment: id })
  if (body === null) throw notFound()
  return { status: 200 as const, body, revision: body.revision }
}
