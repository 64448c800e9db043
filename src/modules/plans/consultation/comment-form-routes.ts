import { z } from 'zod'
import { organizationsOf } from '#modules/activities/index.ts'
import { scopeNamesSeenBy } from '#modules/accounts/index.ts'
import { permit } from '#platform/access/rights.ts'
import { notFound, Refusal } from '#platform/errors.ts'
import { inLanguage, languageCodes } from '#platform/languages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { itemRead } from '../item-queries.ts'
import { titleOf } from '../plan-names.ts'
import { planRead, type PlanRead } from '../plan-queries.ts'
import { planRights } from '../plan-rights.ts'
import { planThing } from '../plan.ts'
import { makeComment, takeCommentStep } from './comment-commands.ts'
import { commentPaths } from './comment-paths.ts'
import { commentRead, type CommentRead } from './comment-queries.ts'
import { commentRights } from './comment-rights.ts'
import { commentRecord, type CommentRecord } from './comment-shape.ts'
import { commentSteps, type CommentStep } from './comment-workflow.ts'
import { asideReasons, commentLetters, commentThing, dispositions, isOpenForComments } from './comment.ts'
import { disposeComment } from './disposition-commands.ts'
import { commentStepPage, dispositionPage, newCommentPage } from './pages/comment-form-pages.ts'

const text = z.string().max(commentLetters, rule('rule.comment'))
const words = { language: z.enum(languageCodes), text }

const newFields = z.strictObject({
  ...words,
  behalf: z.string().optional(),
  named: z.literal('yes').optional(),
})

/** What the form to comment is about: a plan, or one of its items. */
export type CommentedOn = PlanRead & {
  item: { id: string; code: string; title: TextRead | undefined } | null
  /** Organizations for which the person may speak. */
  behalf: { id: string; name: string }[]
}

/** Comments are made, answered, withdrawn and set aside. */
export function commentFormRoutes(site: Site): void {
  newCommentRoute(site, 'plan')
  newCommentRoute(site, 'item')
  site.form({
    path: commentPaths.disposition(':comment'),
    name: 'plan-comment-disposition',
    summary: 'Says what becomes of a comment, with a reply; it may be changed until the plan is presented.',
    right: 'plan.dispose',
    fields: z.strictObject({ disposition: z.enum(dispositions), ...words }),
    read: readForDisposition,
    page: dispositionPage,
    act: async ({ db, actor, now: at }, { id }, { fields, version }) => {
      const { disposition, language, text: reply } = fields
      await disposeComment(db, {
        actor,
        at,
        id,
        revision: Number(version ?? 0),
        disposition,
        language,
        reply,
      })
      return { to: commentPaths.comment(id), done: 'comments.done.disposed' }
    },
  })
  for (const step of commentSteps) stepRoute(site, step)
}

const newCommentRoute = (site: Site, on: 'plan' | 'item'): void =>
  site.form({
    path: on === 'plan' ? commentPaths.onPlan(':plan') : commentPaths.onItem(':item'),
    name: `new-comment-on-${on}`,
    summary:
      on === 'plan'
        ? 'Comments on a plan as a whole, while it is open for comments.'
        : 'Comments on an item of a plan, while the plan is open for comments.',
    right: 'plan.comment',
    fields: newFields,
    read: (visit, parameters) => readNew(visit, parameters, on),
    page: newCommentPage,
    act: async ({ db, actor, now: at }, { plan, item }, { fields }) => {
      const made = await makeComment(db, {
        actor,
        at,
        plan: plan.id,
        item: item?.id ?? null,
        organization: fields.behalf ?? null,
        named: fields.named === 'yes',
        language: fields.language,
        text: fields.text,
      })
      return 'issues' in made ? made : { to: commentPaths.comment(made.id), done: 'comments.done.made' }
    },
  })

async function readNew(
  visit: Visit,
  { plan: id = '', item: itemId = '' }: PathParameters,
  on: 'plan' | 'item',
): Promise<CommentedOn | null> {
  const { db, actor, language, now } = visit
  const item = on === 'item' ? await itemRead(db, actor, itemId, language) : null
  if (on === 'item' && item === null) return null
  const found = await planRead(db, actor, item?.plan.id ?? id, language)
  if (found === null) return null
  permit(planRights, 'comment', actor, planThing(found.plan))
  if (!isOpenForComments(found.plan, now)) throw new Refusal(409, 'comments.closed')
  if (item !== null && item.item.state !== 'active') throw new Refusal(409, 'plans.item-ended')
  return {
    ...found,
    item: item === null ? null : { id: item.item.id, code: item.item.code, title: item.words.title },
    behalf: await behalfOf(visit),
  }
}

async function behalfOf({ db, actor, language }: Visit): Promise<CommentedOn['behalf']> {
  const ids = organizationsOf(actor)
  const names = await scopeNamesSeenBy(
    db,
    actor,
    ids.map((id) => `organization:${id}` as const),
  )
  return ids.map((id) => ({
    id,
    name: inLanguage(names.get(`organization:${id}`) ?? {}, language)?.text ?? id,
  }))
}

export type CommentSubject = CommentRead & { id: string; record: CommentRecord }

async function readForDisposition(
  visit: Visit,
  { comment = '' }: PathParameters,
): Promise<CommentSubject | null> {
  const found = await subjectOf(visit, comment)
  if (found === null) return null
  permit(planRights, 'dispose', visit.actor, planThing(found.plan))
  if (found.comment.state !== 'published') throw new Refusal(409, 'comments.not-published')
  return found
}

async function subjectOf(visit: Visit, id: string) {
  const { db, actor, language } = visit
  const read = await commentRead(db, actor, id, language)
  if (read === null) return null
  const found = await planRead(db, actor, read.comment.plan, language)
  if (found === null) throw notFound()
  const { plan } = found
  return { ...read, id, plan, record: commentRecord(visit, read, plan, titleOf(found)) }
}

const stepRoute = (site: Site, step: CommentStep): void =>
  site.form({
    path: commentPaths.step(':comment', step),
    name: `plan-comment-${step}`,
    summary: summaries[step],
    right: `plan-comment.${step}`,
    fields: z.strictObject(step === 'set-aside' ? { reason: z.enum(asideReasons) } : {}),
    read: async (visit, { comment = '' }): Promise<CommentSubject | null> => {
      const found = await subjectOf(visit, comment)
      if (found !== null) permit(commentRights, step, visit.actor, commentThing(found.comment))
      return found
    },
    page: (visit, subject, entered) => commentStepPage(visit, step, subject, entered),
    act: async ({ db, actor, now: at }, { id }, { fields, version }) => {
      const reason = asideReasons.find((one) => one === (fields as { reason?: string }).reason)
      const { issues } = await takeCommentStep(db, step, {
        actor,
        at,
        id,
        revision: Number(version ?? 0),
        ...(reason === undefined ? {} : { reason }),
      })
      return issues.length > 0 ? { issues } : { to: commentPaths.comment(id), done: `comments.done.${step}` }
    },
  })

const summaries = {
  withdraw: 'Withdraws a comment of one’s own; its place remains.',
  'set-aside': 'Sets a comment aside with a reason; its place remains, its words are not shown.',
  restore: 'Shows a comment again that was set aside.',
}
