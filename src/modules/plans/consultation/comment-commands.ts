import type { Updateable } from 'kysely'
import { organizationsOf } from '#modules/activities/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { permit } from '#platform/access/rights.ts'
import { signedIn } from '#platform/access/signed-in.ts'
import { take } from '#platform/access/workflow.ts'
import type { Db, Tables, Tx } from '#platform/database/tables.ts'
import { notFound, Refusal, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts, translationsFor, writeSource, writeSources } from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { lockPlan, type By } from '../held-plan-commands.ts'
import { refuseEnded } from '../item-commands.ts'
import { itemsOf } from '../item-queries.ts'
import { note, statesOf, type Line, type States } from '../note-commands.ts'
import { planRights } from '../plan-rights.ts'
import { planThing, type Plan } from '../plan.ts'
import { commentRights } from './comment-rights.ts'
import { commentWorkflow, type CommentStep } from './comment-workflow.ts'
import {
  commentFields,
  commentThing,
  isOpenForComments,
  mostCommentsInADay,
  type AsideReason,
  type Comment,
} from './comment.ts'
import './tables.ts'

export type NewComment = By & {
  plan: string
  item: string | null
  /** For whom; null: for themselves. */
  organization: string | null
  named: boolean
  language: LanguageCode
  text: string
}

type Made = { issues: Issue[] } | { id: string }

/** What somebody says of a plan or of one of its items; everybody reads it at once. */
export const makeComment = (db: Db, asked: NewComment): Promise<Made> =>
  db.transaction().execute((tx) => makeCommentIn(tx, asked))

/** The same in a transaction that is open. */
export async function makeCommentIn(tx: Tx, asked: NewComment): Promise<Made> {
  const { actor, at, item, organization, named, language, text } = asked
  const plan = await lockPlan(tx, actor, asked.plan)
  permit(planRights, 'comment', actor, planThing(plan))
  if (!isOpenForComments(plan, at)) throw new Refusal(409, 'comments.closed')
  if (item !== null) await refuseOtherItems(tx, plan, item)
  if (organization !== null && !organizationsOf(actor).includes(organization))
    return { issues: [{ field: 'behalf', key: 'form.value.choice' }] }
  const author = signedIn(actor)
  if ((await madeToday(tx, plan, author, at)) >= mostCommentsInADay)
    return { issues: [{ field: 'text', key: 'comments.too-many', values: { most: mostCommentsInADay } }] }
  const id = newShortId()
  await tx
    .insertInto('plan_comments')
    .values({
      id,
      plan: plan.id,
      item,
      author,
      organization,
      named,
      language,
      state: commentWorkflow.start,
      revision: 1,
      commented_at: at,
      updated_at: at,
    })
    .execute()
  const line = { actor, at, act: 'comment' }
  await noteComment(tx, { id, plan: plan.id }, line, { from: null, to: 'published' })
  await writeSource(tx, { kind: 'plan-comment', id, field: 'text', language, text }, actor.id, at)
  return { id }
}

async function refuseOtherItems(tx: Tx, plan: Plan, id: string): Promise<void> {
  const item = (await itemsOf(tx, plan.id)).find((one) => one.id === id)
  if (item === undefined) throw notFound()
  refuseEnded(item)
}

async function madeToday(tx: Tx, { id }: Plan, author: string, at: Date): Promise<number> {
  const found = await tx
    .selectFrom('plan_comments')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('plan', '=', id)
    .where('author', '=', author)
    .where('commented_at', '>', new Date(at.getTime() - 86_400_000))
    .executeTakeFirstOrThrow()
  return found.count
}

export type CommentStepRequest = By & {
  id: string
  revision?: number | undefined
  reason?: AsideReason | undefined
}

/** Withdraws a comment, sets it aside or shows it again. Its place remains; its words are shown only while it is published. */
export const takeCommentStep = (
  db: Db,
  step: CommentStep,
  asked: CommentStepRequest,
): Promise<{ issues: Issue[] }> => db.transaction().execute((tx) => takeCommentStepIn(tx, step, asked))

export async function takeCommentStepIn(
  tx: Tx,
  step: CommentStep,
  { actor, at, id, revision, reason }: CommentStepRequest,
): Promise<{ issues: Issue[] }> {
  const { comment } = await lockComment(tx, actor, id, revision)
  const state = take(commentWorkflow, commentRights, step, actor, commentThing(comment))
  if (step === 'set-aside' && reason === undefined)
    return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
  await holdTexts(tx, [{ kind: 'plan-comment', id }])
  const columns = { state, reason: step === 'set-aside' ? (reason ?? null) : null }
  await changeComment(tx, comment, columns, {
    actor,
    at,
    act: `${step}-comment`,
    ...(columns.reason === null ? {} : { reason: columns.reason }),
  })
  await showWords(tx, { ...comment, state }, { actor, at })
  return { issues: [] }
}

/** Translators and readers find the words only while the comment is published. */
async function showWords(tx: Tx, { id, state }: Comment, { actor, at }: By): Promise<void> {
  const all = (await translationsFor(tx, [{ kind: 'plan-comment', id }]))('plan-comment', id) ?? {}
  const texts = Object.entries(all).flatMap(([language, fields]) =>
    commentFields.flatMap((field) => {
      const { text = null, isSource = false } = fields[field] ?? {}
      const place = { kind: 'plan-comment', id, field, language: language as LanguageCode }
      return text === null || !isSource
        ? []
        : [
            {
              ...place,
              text,
              visibility: state === 'published' ? ('public' as const) : ('secretariat' as const),
            },
          ]
    }),
  )
  await writeSources(tx, { bundle: `plan-comment/${id}`, texts }, actor.id, at)
}

/** Holds the plan of a comment, and with it the comment. */
export async function lockComment(
  tx: Tx,
  actor: Actor,
  id: string,
  revision?: number,
): Promise<{ plan: Plan; comment: Comment }> {
  const found = await tx.selectFrom('plan_comments').select('plan').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw notFound()
  const plan = await lockPlan(tx, actor, found.plan)
  const row = await tx
    .selectFrom('plan_comments')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (revision !== undefined && row.revision !== revision) throw new Stale()
  const { reply_language, disposed_by: _by, disposed_at, commented_at, updated_at, ...same } = row
  const comment = {
    ...same,
    replyLanguage: reply_language,
    disposedAt: disposed_at,
    commentedAt: commented_at,
    updatedAt: updated_at,
  }
  return { plan, comment }
}

/** Changes the row of a held comment and writes the line of history. */
export async function changeComment(
  tx: Tx,
  comment: Comment,
  columns: Updateable<Tables['plan_comments']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('plan_comments')
    .set({ ...columns, revision: comment.revision + 1, updated_at: line.at })
    .where('id', '=', comment.id)
    .execute()
  await noteComment(tx, comment, line, statesOf(comment.state, columns.state ?? comment.state))
}

/** One line of history about a comment; nothing of its words, nor of who is behind it, stands there. */
const noteComment = (
  tx: Tx,
  { id, plan }: Pick<Comment, 'id' | 'plan'>,
  { facts, ...line }: Line,
  states?: States,
): Promise<void> => note(tx, { kind: 'plan-comment', id }, { ...line, facts: { plan, ...facts } }, states)
