import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { languageCodes, languages, type LanguageCode } from '#platform/languages.ts'
import { linkTo } from '#platform/ui/links.ts'
import { facetsOf } from '#platform/web/facet-labels.ts'
import { code, cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import type { Column, Listing, PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import { titleOf } from '../plan-names.ts'
import { planRead } from '../plan-queries.ts'
import { commentPaths } from './comment-paths.ts'
import { commentList, commentRead, waiting } from './comment-queries.ts'
import {
  commentPageShape,
  commentRecord,
  commentRow,
  commentShape,
  dispositionKeys,
  type CommentRecord,
  type CommentRow,
} from './comment-shape.ts'
import { dispositions, type Disposition } from './comment.ts'
import { commentPage } from './pages/comment-page.ts'
import { commentsPage } from './pages/comments-page.ts'

const query = z.strictObject({
  item: code.optional(),
  disposition: z.enum([...dispositions, waiting]).optional(),
  language: z.enum(languageCodes).optional(),
  after: cursorText.optional(),
  limit: limitText.optional(),
})

/** What was said of a plan, and what became of it. */
export function commentRoutes(site: Site): void {
  site.list({
    path: commentPaths.list(':plan'),
    name: 'plan-comments',
    summary:
      'Comments on a plan and its items, the latest first, each with its disposition and the reply. The place of one that was set aside or withdrawn remains, without its words.',
    query,
    row: commentShape,
    read: readList,
    page: commentsPage,
    columns,
    feed: {
      title: 'comments.title',
      entry: (visit, row) => ({
        id: commentPaths.comment(row.id),
        title: [row.item?.code, row.by.label].filter(Boolean).join(' · '),
        link: linkTo(visit, commentPaths.comment(row.id)),
        updated: new Date(row.updatedAt),
        summary: [row.text?.text ?? row.state.label, row.disposition?.label, row.reply?.text]
          .filter(Boolean)
          .join(' — '),
      }),
    },
  })
  site.record({
    path: commentPaths.comment(':comment'),
    name: 'plan-comment',
    summary: 'One comment on a plan with its disposition and the reply.',
    query: z.strictObject({}),
    read: readComment,
    shape: commentPageShape,
    page: commentPage,
  })
}

/** Each with its words and what was answered. */
const usualComments = 20

async function readList(
  visit: Visit,
  { after, limit, ...filters }: z.infer<typeof query>,
  { plan: id = '' }: PathParameters,
): Promise<Listing<CommentRow>> {
  const { db, actor, language } = visit
  const found = await planRead(db, actor, id, language)
  if (found === null) throw notFound()
  const page = { after, limit: limit === undefined ? usualComments : Number(limit) }
  const list = await refusingCursor(
    commentList(visit, { plan: id, filters: given(filters), page: given(page) }),
  )
  const itemName = (value: string) => {
    const item = list.items.get(value)
    return item === undefined ? value : `${item.code} ${item.title?.text ?? ''}`.trim()
  }
  return {
    rows: list.rows.map((read) => commentRow(visit, read)),
    total: list.total,
    next: list.next,
    about: { kind: 'plan', id, name: found.words.title?.text ?? id, path: planPaths.plan(id) },
    facets: facetsOf(visit, [
      {
        naming: {
          name: 'item',
          value: ({ t }, value) => (value === 'plan' ? t('comments.on-plan') : itemName(value)),
        },
        counts: list.facets.item,
      },
      {
        naming: { name: 'disposition', value: ({ t }, value) => t(dispositionKey(value)) },
        counts: list.facets.disposition,
      },
      {
        naming: { name: 'language', value: (_visit, value) => languages[value as LanguageCode].endonym },
        counts: list.facets.language,
      },
    ]),
  }
}

const dispositionKey = (value: string) =>
  value === waiting ? 'comments.disposition.waiting' : dispositionKeys[value as Disposition]

/** Without what was not asked for. */
const given = <Of extends object>(values: Of) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Of]?: Exclude<Of[Name], undefined>
  }

export async function readComment(
  visit: Visit,
  { comment = '' }: PathParameters,
): Promise<CommentRecord | null> {
  const { db, actor, language } = visit
  const read = await commentRead(db, actor, comment, language)
  const plan = read === null ? null : await planRead(db, actor, read.comment.plan, language)
  if (read === null || plan === null) return null
  return commentRecord(visit, read, plan.plan, titleOf(plan))
}

const columns: Column<CommentRow>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'plan', value: (row) => row.plan },
  { name: 'item', value: (row) => row.item?.id },
  { name: 'item_code', value: (row) => row.item?.code },
  { name: 'state', value: (row) => row.state.code },
  { name: 'state_label', value: (row) => row.state.label },
  { name: 'reason', value: (row) => row.reason?.code },
  { name: 'organization', value: (row) => row.by.organization },
  { name: 'by', value: (row) => row.by.label },
  { name: 'original_language', value: (row) => row.originalLanguage },
  { name: 'text', value: (row) => row.text?.text },
  { name: 'text_language', value: (row) => row.text?.language },
  { name: 'commented_at', value: (row) => row.commentedAt },
  { name: 'disposition', value: (row) => row.disposition?.code },
  { name: 'disposition_label', value: (row) => row.disposition?.label },
  { name: 'reply', value: (row) => row.reply?.text },
  { name: 'reply_language', value: (row) => row.reply?.language },
  { name: 'disposed_at', value: (row) => row.disposedAt },
]
