import { z } from 'zod'
import { may } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { inLanguage, languageCodes } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { TextRead } from '#platform/texts/texts.ts'
import { coded, codedShape, saidShape, type Said } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { saidOrNull } from '../plan-names.ts'
import { planRights } from '../plan-rights.ts'
import { planThing, type Plan } from '../plan.ts'
import type { CommentRead } from './comment-queries.ts'
import { commentRights } from './comment-rights.ts'
import { commentSteps, commentWorkflow } from './comment-workflow.ts'
import {
  asideReasons,
  commentStates,
  commentThing,
  dispositions,
  type AsideReason,
  type CommentState,
  type Disposition,
} from './comment.ts'

const wordsShape = saidShape.extend({ isFallback: z.boolean() })

/** A comment in a list. */
export const commentShape = z.object({
  id: z.string(),
  plan: z.string(),
  /** Null: on the plan as a whole. */
  item: z.object({ id: z.string(), code: z.string(), title: saidShape.nullable() }).nullable(),
  state: codedShape(commentStates),
  /** Why it was set aside. */
  reason: codedShape(asideReasons).nullable(),
  /** In whose name: an organization, somebody who agreed to be named, or a person. */
  by: z.object({
    kind: z.enum(['organization', 'person']),
    organization: z.string().nullable(),
    name: z.string().nullable(),
    label: z.string(),
  }),
  originalLanguage: z.enum(languageCodes),
  /** Missing where it was withdrawn or set aside. */
  text: wordsShape.nullable(),
  disposition: codedShape(dispositions).nullable(),
  reply: wordsShape.nullable(),
  commentedAt: z.iso.datetime(),
  disposedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
})

export type CommentRow = z.infer<typeof commentShape>

export const commentPageShape = commentShape.extend({
  planTitle: saidShape,
  /** What the reader can do with it now. */
  steps: z.array(z.enum(commentSteps)),
  mayDispose: z.boolean(),
  isOwn: z.boolean(),
  revision: z.int(),
})

export type CommentRecord = z.infer<typeof commentPageShape>

export function commentRow(visit: Visit, { comment, words, item, ...whose }: CommentRead): CommentRow {
  const isShown =
    comment.state === 'published' || may(commentRights, 'see-aside', visit.actor, commentThing(comment))
  return {
    id: comment.id,
    plan: comment.plan,
    item:
      comment.item === null
        ? null
        : { id: comment.item, code: item?.code ?? '', title: saidOrNull(item?.title) },
    state: coded(visit, comment.state, stateKeys),
    reason: comment.reason === null ? null : coded(visit, comment.reason, reasonKeys),
    by: isShown ? byOf(visit, comment.organization, whose) : nobody(visit),
    originalLanguage: comment.language,
    text: isShown ? wordsOf(words.text) : null,
    disposition: comment.disposition === null ? null : coded(visit, comment.disposition, dispositionKeys),
    reply: isShown ? wordsOf(words.reply) : null,
    commentedAt: comment.commentedAt.toISOString(),
    disposedAt: comment.disposedAt?.toISOString() ?? null,
    updatedAt: comment.updatedAt.toISOString(),
  }
}

export function commentRecord(visit: Visit, read: CommentRead, plan: Plan, title: Said): CommentRecord {
  const { comment } = read
  return {
    ...commentRow(visit, read),
    planTitle: title,
    steps: openSteps(commentWorkflow, openRights, visit.actor, commentThing(comment)),
    mayDispose: comment.state === 'published' && may(planRights, 'dispose', visit.actor, planThing(plan)),
    isOwn: visit.actor.person !== null && visit.actor.person === comment.author,
    revision: comment.revision,
  }
}

const openRights = {
  ...commentRights,
  actions: {
    withdraw: commentRights.actions.withdraw,
    'set-aside': commentRights.actions['set-aside'],
    restore: commentRights.actions.restore,
  },
}

type Whose = Pick<CommentRead, 'organization' | 'name'>

function byOf(visit: Visit, id: string | null, { organization, name }: Whose): CommentRow['by'] {
  const { t, language } = visit
  if (id === null) return { kind: 'person', organization: null, name, label: name ?? t('comments.by.person') }
  const called = inLanguage(organization ?? {}, language)?.text ?? t('comments.by.organization')
  return {
    kind: 'organization',
    // One that the reader may not see is not told by its id either.
    organization: organization === null ? null : id,
    name,
    label: name === null ? called : t('comments.by.name-of', { name, organization: called }),
  }
}

const nobody = ({ t }: Visit): CommentRow['by'] => ({
  kind: 'person',
  organization: null,
  name: null,
  label: t('comments.by.person'),
})

const wordsOf = (read: TextRead | undefined) => {
  const said = saidOrNull(read)
  return said && { ...said, isFallback: read?.isFallback ?? false }
}

export const stateKeys = {
  published: 'state.plan-comment.published',
  'set-aside': 'state.plan-comment.set-aside',
  withdrawn: 'state.plan-comment.withdrawn',
} as const satisfies Record<CommentState, MessageKey>

export const reasonKeys = {
  'off-topic': 'comments.reason.off-topic',
  offensive: 'comments.reason.offensive',
  'personal-data': 'comments.reason.personal-data',
  advertising: 'comments.reason.advertising',
  repeated: 'comments.reason.repeated',
} as const satisfies Record<AsideReason, MessageKey>

export const dispositionKeys = {
  accepted: 'comments.disposition.accepted',
  'accepted-in-part': 'comments.disposition.accepted-in-part',
  noted: 'comments.disposition.noted',
  'not-accepted': 'comments.disposition.not-accepted',
} as const satisfies Record<Disposition, MessageKey>
